import { HttpConnection } from "./http-connection.ts";
import { type Scenario, visitOf } from "./scenarios.ts";

/** What a load process is told. */
export interface LoadOrder {
  readonly scenario: Scenario;
  readonly connections: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

/** What it measured. */
export interface LoadResult {
  readonly visits: number;
  readonly seconds: number;
  readonly medianMilliseconds: number;
  readonly slowestPercentMilliseconds: number;
  /** Processor time of the load generator itself. */
  readonly ownCpuSeconds: number;
}

export type LoadMessage = "measuring" | { readonly result: LoadResult } | { readonly error: string };

/**
 * A process of its own, so that the load generator's work does not stop the service's event loop. Says `measuring`
 * when the warm-up is over, then gives its result.
 */
process.on("message", (order: LoadOrder) => {
  const say = (message: LoadMessage, then = () => {}) => process.send?.(message, then);
  runLoad(order, () => say("measuring")).then(
    (result) => say({ result }, () => process.exit(0)),
    (error: Error) => say({ error: error.message }, () => process.exit(1)),
  );
});

async function runLoad(order: LoadOrder, onMeasuring: () => void): Promise<LoadResult> {
  const clients = await Promise.all(
    Array.from({ length: order.connections }, async (_, number) => ({
      connection: await HttpConnection.open(order.scenario.port),
      visit: visitOf(order.scenario, number),
    })),
  );
  await repeat(clients, order.warmUpSeconds);
  onMeasuring();
  const result = await repeat(clients, order.seconds);
  for (const { connection } of clients) connection.close();
  return result;
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
  const cpu = process.cpuUsage(cpuBefore);
  durations.sort((left, right) => left - right);
  return {
    visits: durations.length,
    seconds: (performance.now() - start) / 1000,
    medianMilliseconds: durations[Math.floor(durations.length / 2)] ?? Number.NaN,
    slowestPercentMilliseconds: durations[Math.floor(durations.length * 0.99)] ?? Number.NaN,
    ownCpuSeconds: (cpu.user + cpu.system) / 1e6,
  };
}
