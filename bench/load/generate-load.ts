import { setTimeout as pause } from "node:timers/promises";
import { HttpConnection } from "./http-connection.ts";
import { type Scenario, visitOf } from "./scenarios.ts";

/** What a load process is told. */
export interface LoadOrder {
  readonly scenario: Scenario;
  readonly connections: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
  readonly repetitions: number;
}

/** What one repetition gave. */
export interface LoadResult {
  readonly perSecond: number;
  readonly medianMilliseconds: number;
  readonly slowestPercentMilliseconds: number;
  /** Processor time of the load generator itself. */
  readonly ownCpuSeconds: number;
  readonly seconds: number;
}

/**
 * A process of its own, so that the load generator's work does not stop the service's event loop. Says
 * `measuring` and `measured` around each repetition, then gives its results.
 */
process.on("message", (order: LoadOrder) => {
  runLoad(order).then(
    (results) => process.send?.({ results }, () => process.exit(0)),
    (error: Error) => process.send?.({ error: error.message }, () => process.exit(1)),
  );
});

async function runLoad(order: LoadOrder): Promise<LoadResult[]> {
  const clients = await Promise.all(
    Array.from({ length: order.connections }, async (_, number) => ({
      connection: await HttpConnection.open(order.scenario.port),
      visit: visitOf(order.scenario, number),
    })),
  );
  const results: LoadResult[] = [];
  await repeat(clients, order.warmUpSeconds);
  for (let repetition = 0; repetition < order.repetitions; repetition += 1) {
    process.send?.("measuring");
    results.push(await repeat(clients, order.seconds));
    process.send?.("measured");
    await pause(100);
  }
  for (const { connection } of clients) connection.close();
  return results;
}

type Client = { readonly connection: HttpConnection; readonly visit: ReturnType<typeof visitOf> };

async function repeat(clients: readonly Client[], seconds: number): Promise<LoadResult> {
  const durations: number[] = [];
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  const end = start + seconds * 1000;
  await Promise.all(
    clients.map(async ({ connection, visit }) => {
      for (let now = performance.now(); now < end; ) {
        await visit(connection);
        const after = performance.now();
        durations.push(after - now);
        now = after;
      }
    }),
  );
  const took = (performance.now() - start) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  durations.sort((left, right) => left - right);
  return {
    perSecond: durations.length / took,
    medianMilliseconds: durations[Math.floor(durations.length / 2)] ?? Number.NaN,
    slowestPercentMilliseconds: durations[Math.floor(durations.length * 0.99)] ?? Number.NaN,
    ownCpuSeconds: (cpu.user + cpu.system) / 1e6,
    seconds: took,
  };
}
