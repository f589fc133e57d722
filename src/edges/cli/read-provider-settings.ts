import { readFile } from "node:fs/promises";
import { CommandRefused } from "./command-refused.ts";

/** What `provider add` is told of the provider; which of it counts depends on the kind. */
export interface ProviderOptions {
  readonly clientId: string | undefined;
  readonly discoveryUrl: string | undefined;
  readonly directoryId: string | undefined;
  readonly address: string | undefined;
  readonly teamId: string | undefined;
  readonly keyId: string | undefined;
  readonly enterpriseUrl: string | undefined;
  readonly metadataUrl: string | undefined;
  readonly entityId: string | undefined;
  readonly signInUrl: string | undefined;
  readonly certificate: readonly string[] | undefined;
  readonly requestBinding: "redirect" | "post" | undefined;
  readonly signRequests: true | undefined;
}

/** The settings for the connector; what was left out is left out there, and its absence is the connector's to refuse. */
export async function readProviderSettings(
  kind: string,
  options: ProviderOptions,
): Promise<Readonly<Record<string, unknown>>> {
  if (kind === "guesthouse" && options.address === undefined)
    throw new CommandRefused("A partner on another Guesthouse needs --address.");
  if (!["saml", "ws-federation", "guesthouse"].includes(kind) && options.clientId === undefined)
    throw new CommandRefused(`A provider of the kind ${kind} needs --client-id.`);
  const certificates = options.certificate?.map((file) => readNamedFile(file, "--certificate"));
  const settings = {
    clientId: options.clientId,
    discoveryUrl: options.discoveryUrl,
    directoryId: options.directoryId,
    address: options.address,
    teamId: options.teamId,
    keyId: options.keyId,
    enterpriseUrl: options.enterpriseUrl,
    metadataUrl: options.metadataUrl,
    issuer: options.entityId,
    signInUrl: options.signInUrl,
    requestBinding: options.requestBinding,
    signRequests: options.signRequests,
    certificates: certificates && (await Promise.all(certificates)),
  };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

/** The text of a file that an option names. */
export async function readNamedFile(file: string, option: string): Promise<string> {
  try {
    return (await readFile(file, "utf8")).trim();
  } catch {
    throw new CommandRefused(`${file} cannot be read (${option}).`);
  }
}
