import type { Circumstances } from "../../src/domain/audit/circumstances.ts";
import { readConfiguration } from "../../src/platform/config/configuration.ts";
import type { Database } from "../../src/platform/database/database.ts";
import type { RateLimits } from "../../src/platform/limits/rate-limits.ts";
import type { Machine } from "../../src/platform/machine.ts";
import { masterKeyFrom } from "../../src/platform/secrets/master-key.ts";
import { openLog } from "../../src/platform/telemetry/log.ts";

/** A machine whose clock stands still until the test moves it, and whose jobs are only written down. */
export interface TestMachine extends Machine {
  setClock(moment: Date): void;
  readonly enqueued: { readonly queue: string; readonly payload: object }[];
}

/** For tests that are not about limits. */
const noLimits: RateLimits = {
  consume: async () => undefined,
  waitOf: async () => undefined,
  giveBack: async () => undefined,
  forget: async () => undefined,
};

/** Everything a use case runs on, over a test's own database. */
export function testMachine(database: Database, replaced: Partial<Machine> = {}): TestMachine {
  let now = new Date("2026-03-01T10:00:00Z");
  const enqueued: TestMachine["enqueued"] = [];
  return {
    configuration: readConfiguration({}, { mode: "demo" }),
    database,
    clock: () => now,
    masterKey: masterKeyFrom(Buffer.alloc(32, 7)),
    jobs: {
      enqueue: async (_transaction, queue, payloads) => {
        enqueued.push(...payloads.map((payload) => ({ queue, payload })));
      },
    },
    limits: noLimits,
    // Knows no domain; a test that asks for one brings a name server of its own.
    names: { textRecords: async () => ({ ok: true, value: [] }) },
    log: openLog("silent"),
    ...replaced,
    setClock: (moment) => {
      now = moment;
    },
    enqueued,
  };
}

/** What a test that does not care who acts hands to a use case. */
export const byOperator: Circumstances = {
  actor: { kind: "operator" },
  correlationId: "00000000-0000-4000-8000-000000000001",
  ipAddress: "192.0.2.1",
  userAgent: undefined,
};

/** The value of an outcome that the test expects to be accepted. */
export function accepted<Value>(
  outcome: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: unknown },
): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
}
