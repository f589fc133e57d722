import { driveLoad, type MeasuredLoad, medianLoad } from "../load/drive-load.ts";
import type { GraphScenario } from "../load/scenarios.ts";
import { type Figure, type Measurement, perSecond } from "../measurement.ts";
import { automationToken } from "../service/applications-of-demo.ts";
import { startBenchedService } from "../service/benched-service.ts";
import { loadLines } from "./load-lines.ts";

/** As many as a batch takes. */
const itemsPerBatch = 20;

type Call = Pick<GraphScenario, "method" | "path" | "body" | "expected">;

/** One user, a page of users, and twenty users in one batch, read by an application. */
export const measureGraphCalls: Measurement = async (run) => {
  const service = await startBenchedService();
  try {
    const { port, processes } = service;
    const accessToken = await automationToken(service.publicUrl, service.demo);
    const userId = service.demo.tenants[0]?.users[0]?.id ?? "";
    const measure = async (name: string, call: Call): Promise<MeasuredLoad> => {
      const loads: MeasuredLoad[] = [];
      for (let number = 1; number <= run.repetitions; number += 1) {
        run.note(`Graph, ${name}: round ${number} of ${run.repetitions}`);
        const scenario: GraphScenario = { kind: "graph", port, accessToken, ...call };
        const { connections, seconds } = run;
        loads.push(await driveLoad({ scenario, connections, warmUpSeconds: 1, seconds }, processes));
      }
      return medianLoad(loads);
    };
    const one = await measure("one user", {
      method: "GET",
      path: `/v1.0/users/${userId}`,
      expected: `"id":"${userId}"`,
    });
    const page = await measure("a page", { method: "GET", path: "/v1.0/users?$top=100", expected: userId });
    const batch = await measure("a batch", {
      method: "POST",
      path: "/v1.0/$batch",
      body: batchOf(userId),
      expected: `"id":"${itemsPerBatch}"`,
    });
    return [
      { what: "Graph: GET /users/{id}", figure: perSecond(one.perSecond, "requests") },
      ...loadLines(one),
      ...compared("Graph: GET /users?$top=100, of a handful", page, 1, one),
      ...compared(`Graph: POST /$batch of ${itemsPerBatch} × GET /users/{id}`, batch, itemsPerBatch, one),
    ];
  } finally {
    await service.remove();
  }
};

function batchOf(userId: string): string {
  const requests = Array.from({ length: itemsPerBatch }, (_, index) => ({
    id: String(index + 1),
    method: "GET",
    url: `/users/${userId}`,
  }));
  return JSON.stringify({ requests });
}

function compared(what: string, load: MeasuredLoad, users: number, one: MeasuredLoad): Figure[] {
  const times = (users * load.perSecond) / one.perSecond;
  const ratio = `${times.toFixed(2)} × the requests for one user${users === 1 ? "" : ", each counted"}`;
  return [{ what, figure: perSecond(load.perSecond, "requests"), ratio }, ...loadLines(load)];
}
