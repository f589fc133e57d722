import { type ServerType, serve } from "@hono/node-server";
import { systemClock } from "../../src/foundation/clock.ts";
import { readConfiguration } from "../../src/platform/config/configuration.ts";
import type { Database } from "../../src/platform/database/database.ts";
import { freePort } from "./free-port.ts";
import { type ProtocolStage, protocolStage } from "./protocol-stage.ts";
import { testMachine } from "./test-machine.ts";

/** A stage behind a real socket, on the real clock, for clients that know nothing of us. */
export interface ServedStage extends ProtocolStage {
  readonly publicUrl: string;
  close(): Promise<void>;
}

/** Serves a stage on a free port of this machine. */
export async function serveStage(database: Database): Promise<ServedStage> {
  const port = await freePort();
  const configuration = readConfiguration({ PORT: String(port) }, { mode: "demo" });
  const stage = await protocolStage(testMachine(database, { clock: systemClock, configuration }));
  const server = await new Promise<ServerType>((resolve) => {
    const starting = serve({ fetch: stage.app.fetch, port, hostname: "127.0.0.1" }, () => resolve(starting));
  });
  return {
    ...stage,
    publicUrl: configuration.publicUrl,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
