import { type ServerType, serve } from "@hono/node-server";
import { systemClock } from "../../src/foundation/clock.ts";
import { readConfiguration } from "../../src/platform/config/configuration.ts";
import type { Machine } from "../../src/platform/machine.ts";
import { freePort } from "./free-port.ts";
import { type TestHouse, testHouse } from "./test-house.ts";

/** A house behind a real socket and on the real clock, for browsers; it may call providers on this machine. */
export interface ServedHouse extends TestHouse {
  readonly publicUrl: string;
  close(): Promise<void>;
}

/**
 * Serves a house on a free port of this machine. Two houses need two names of it, because a browser's cookies are kept
 * by name and not by port.
 */
export async function serveHouse(
  replaced: Partial<Machine> = {},
  hostname: "localhost" | "127.0.0.1" = "localhost",
): Promise<ServedHouse> {
  const port = await freePort();
  const configuration = readConfiguration(
    {
      PORT: String(port),
      GUESTHOUSE_PUBLIC_URL: `http://${hostname}:${port}`,
      GUESTHOUSE_OUTBOUND_ALLOW: "127.0.0.0/8,::1/128",
    },
    { mode: "demo" },
  );
  const house = await testHouse({ clock: systemClock, configuration, ...replaced });
  const server = await new Promise<ServerType>((resolve) => {
    const starting = serve({ fetch: house.fetch, port, hostname: "127.0.0.1" }, () => resolve(starting));
  });
  return {
    ...house,
    publicUrl: configuration.publicUrl,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // A browser keeps its connections open for a next request.
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}
