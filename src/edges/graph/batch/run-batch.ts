import type { BatchItem } from "./read-batch.ts";

/** What became of one request of a batch. */
export interface BatchAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** How many requests of one batch are worked on at once: a batch takes no more room than a few requests. */
const mostAtOnce = 4;

/** Answers every request, one that depends on another after it and only if that one succeeded. */
export async function runBatch(
  items: readonly BatchItem[],
  answer: (item: BatchItem) => Promise<BatchAnswer>,
): Promise<BatchAnswer[]> {
  const answers = new Map<string, BatchAnswer>();
  let waiting = items;
  while (waiting.length > 0) {
    const ready = waiting
      .filter((item) => item.dependsOn.every((id) => answers.has(id.toLowerCase())))
      .slice(0, mostAtOnce);
    const done = await Promise.all(
      ready.map((item) => {
        const failed = item.dependsOn.find((id) => (answers.get(id.toLowerCase())?.status ?? 0) >= 400);
        return failed === undefined ? answer(item) : failedDependency(item, failed);
      }),
    );
    for (const one of done) answers.set(one.id.toLowerCase(), one);
    waiting = waiting.filter((item) => !ready.includes(item));
  }
  return [...answers.values()];
}

function failedDependency({ id }: BatchItem, dependency: string): BatchAnswer {
  const message = `The request was not carried out, because request '${dependency}' failed.`;
  return {
    id,
    status: 424,
    headers: { "Content-Type": "application/json" },
    body: { error: { code: "FailedDependency", message } },
  };
}
