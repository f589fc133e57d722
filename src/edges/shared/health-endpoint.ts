import { Hono } from "hono";
import { isDatabaseReady } from "../../platform/database/is-database-ready.ts";
import type { Machine } from "../../platform/machine.ts";

/** `/healthz`: the process answers. `/readyz`: it can serve, because the database answers too. */
export function healthRoutes(machine: Machine): Hono {
  return new Hono()
    .get("/healthz", (c) => c.json({ status: "ok" }))
    .get("/readyz", async (c) => {
      const ready = await isDatabaseReady(machine.database);
      return c.json({ status: ready ? "ready" : "database does not answer" }, ready ? 200 : 503);
    });
}
