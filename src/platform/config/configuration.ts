import { resolve } from "node:path";
import { z } from "zod";
import { StartRefused } from "../../foundation/start-refused.ts";

/** How Guesthouse was started: `demo` has example organisations, known passwords and a built-in mailbox. */
export type Mode = "production" | "demo";

const settings = {
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe("PostgreSQL to use. Unset: Guesthouse runs a PostgreSQL of its own below the data directory."),
  GUESTHOUSE_DATA_DIR: z
    .string()
    .default("./data")
    .describe("Where the embedded database, the master key and demo.json live."),
  GUESTHOUSE_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine(
      isOrigin,
      "must be an address without a path: client libraries take its first part for the tenant",
    )
    .optional()
    .describe("The address people and applications reach Guesthouse at. Default: http://localhost:PORT."),
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .optional()
    .describe("Port to listen on. Default: 8080, or 8443 with --https."),
  GUESTHOUSE_HOST: z
    .string()
    .default("127.0.0.1")
    .describe("Address to listen on. 0.0.0.0 listens on every network; keep a TLS proxy in front."),
  GUESTHOUSE_BEHIND_PROXY: z
    .stringbool()
    .default(false)
    .describe(
      "True when a proxy in front ends TLS and sets X-Forwarded-For; the client's address is then read from it.",
    ),
  GUESTHOUSE_MASTER_KEY: z
    .base64()
    .refine((text) => Buffer.from(text, "base64").length === 32, "must be 32 bytes in base64")
    .optional()
    .describe(
      "Key that encrypts stored secrets: 32 bytes in base64. Unset: made once, in the file master.key of the data directory (mode 0600). Must be the same on every node.",
    ),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe(
      "Mail server, e.g. smtps://user:password@mail.contoso.example:465. Unset: the built-in mailbox in demo mode; in production mails wait in the queue.",
    ),
  GUESTHOUSE_MAIL_FROM: z
    .string()
    .optional()
    .describe("Sender of all mails, an address of the operator's own domain."),
  GUESTHOUSE_OUTBOUND_ALLOW: z
    .string()
    .transform((text) => text.split(",").map((network) => network.trim()))
    .pipe(
      z.array(
        z.union([z.cidrv4(), z.cidrv6()], "must be networks such as 10.20.0.0/16, separated by commas"),
      ),
    )
    .default([])
    .describe(
      "Networks inside that outgoing calls (metadata, keys, connectors) may reach, separated by commas, e.g. 10.20.0.0/16. Unset: public addresses only.",
    ),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])
    .default("info")
    .describe("How much is logged."),
} as const;

const environmentSchema = z.object(settings);

/** Settings with their descriptions, for the configuration page of the docs. */
export const configurationSchema: typeof environmentSchema = environmentSchema;

/** Scheme, host and port, and a slash at most. */
function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).href === `${new URL(text).origin}/`;
}

/** What the service runs on: checked, complete and frozen. */
export interface Configuration {
  readonly mode: Mode;
  readonly databaseUrl: string | undefined;
  readonly dataDirectory: string;
  /** Without a trailing slash. */
  readonly publicUrl: string;
  readonly host: string;
  readonly port: number;
  readonly https: boolean;
  readonly behindProxy: boolean;
  readonly masterKey: Buffer | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** Networks inside, in CIDR notation, that outgoing calls may reach. */
  readonly outboundAllow: readonly string[];
  readonly logLevel: string;
}

/**
 * Reads the settings once and refuses nonsense.
 * Throws StartRefused `configuration-invalid` naming each setting, or `public-url-insecure` when production
 * would speak plain http beyond this machine with no proxy declared.
 */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
  start: { readonly mode: Mode; readonly https?: boolean },
): Configuration {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = environmentSchema.safeParse(present);
  if (!parsed.success) {
    const complaints = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new StartRefused(
      "configuration-invalid",
      `These settings cannot be used:\n  ${complaints.join("\n  ")}`,
    );
  }
  const read = parsed.data;
  const https = start.https ?? false;
  const port = read.PORT ?? (https ? 8443 : 8080);
  const publicUrl = (read.GUESTHOUSE_PUBLIC_URL ?? `${https ? "https" : "http"}://localhost:${port}`).replace(
    /\/+$/,
    "",
  );
  const configuration: Configuration = {
    mode: start.mode,
    databaseUrl: read.DATABASE_URL,
    dataDirectory: resolve(read.GUESTHOUSE_DATA_DIR),
    publicUrl,
    host: read.GUESTHOUSE_HOST,
    port,
    https,
    behindProxy: read.GUESTHOUSE_BEHIND_PROXY,
    masterKey: read.GUESTHOUSE_MASTER_KEY ? Buffer.from(read.GUESTHOUSE_MASTER_KEY, "base64") : undefined,
    smtpUrl: read.SMTP_URL,
    mailFrom: read.GUESTHOUSE_MAIL_FROM ?? `invitations@${new URL(publicUrl).hostname}`,
    outboundAllow: read.GUESTHOUSE_OUTBOUND_ALLOW,
    logLevel: read.LOG_LEVEL,
  };
  refusePlainHttpInProduction(configuration);
  return Object.freeze(configuration);
}

function refusePlainHttpInProduction(configuration: Configuration): void {
  const url = new URL(configuration.publicUrl);
  const isLoopback = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (configuration.mode !== "production" || url.protocol === "https:") return;
  if (isLoopback || configuration.behindProxy) return;
  throw new StartRefused(
    "public-url-insecure",
    `GUESTHOUSE_PUBLIC_URL is ${configuration.publicUrl}: passwords and tokens would travel unencrypted.\n` +
      "  Set it to the https:// address of the proxy that ends TLS, and GUESTHOUSE_BEHIND_PROXY=true;\n" +
      "  or keep to this machine with http://localhost.",
  );
}
