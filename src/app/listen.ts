import { createServer as createSecureServer } from "node:https";
import { serve as listen, type ServerType } from "@hono/node-server";
import { StartRefused } from "../foundation/start-refused.ts";
import type { Configuration } from "../platform/config/configuration.ts";
import type { LocalCertificate } from "../platform/secrets/local-certificate.ts";
import type { buildApp } from "./build-app.ts";

type Fetch = ReturnType<typeof buildApp>["fetch"];

/** How long a sender may take; Node looks after every `checkedEvery` milliseconds only. */
interface Patience {
  readonly headers: number;
  /** For the whole request: every one of ours is small. */
  readonly request: number;
  readonly checkedEvery: number;
}

const usualPatience: Patience = { headers: 15_000, request: 30_000, checkedEvery: 5_000 };

/** Takes requests at the configured port; a request that trickles in is cut off. Throws StartRefused. */
export function startListening(
  { host: hostname, port }: Pick<Configuration, "host" | "port">,
  fetch: Fetch,
  certificate?: LocalCertificate,
  patience: Patience = usualPatience,
): Promise<ServerType> {
  const serverOptions = {
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    connectionsCheckingInterval: patience.checkedEvery,
  };
  return new Promise((resolve, reject) => {
    const server = certificate
      ? listen(
          {
            fetch,
            hostname,
            port,
            createServer: createSecureServer,
            serverOptions: { ...serverOptions, key: certificate.key, cert: certificate.certificate },
          },
          () => resolve(server),
        )
      : listen({ fetch, hostname, port, serverOptions }, () => resolve(server));
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE"
          ? new StartRefused(
              "port-in-use",
              `Port ${port} is used by another program.\n  Stop that program, or choose another port: PORT=${port + 1} npm run demo`,
            )
          : error,
      );
    });
  });
}

/** Idle connections close at once; a request under way may end. */
export async function stopListening(server: ServerType): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    if ("closeIdleConnections" in server) server.closeIdleConnections();
    setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), 5000).unref();
  });
}
