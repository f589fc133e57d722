import type { Database, DatabaseHandle } from "./database.ts";

/**
 * Answers that every request needs again (tenants, applications), remembered for a moment per database.
 * A write of this process forgets them at once; a write of another process is seen when the moment is over.
 * Inside a transaction nothing is remembered, so that a transaction sees its own writes.
 */
export interface RecentAnswers<Value> {
  /** The remembered answer, or that of `ask`. An answer of undefined is not remembered. */
  get(
    handle: DatabaseHandle,
    key: string,
    ask: (handle: DatabaseHandle) => Promise<Value | undefined>,
  ): Promise<Value | undefined>;
  /** Called after the commit of whatever changed the answers. */
  forget(database: Database): void;
}

interface Remembered<Value> {
  readonly answer: Promise<Value | undefined>;
  readonly until: number;
}

const mostAnswers = 5_000;

/** Makes a memory whose answers live `seconds`. */
export function recentAnswers<Value>(seconds: number): RecentAnswers<Value> {
  const memories = new WeakMap<DatabaseHandle, Map<string, Remembered<Value>>>();
  return {
    get(handle, key, ask) {
      if (handle.isTransaction) return ask(handle);
      const memory = memories.get(handle) ?? new Map<string, Remembered<Value>>();
      memories.set(handle, memory);
      const known = memory.get(key);
      if (known && known.until > performance.now()) return known.answer;
      // The promise itself is kept, so that many callers at once ask the database once, and an answer
      // that was on its way while the truth changed is dropped together with the memory.
      const remembered: Remembered<Value> = {
        answer: ask(handle),
        until: performance.now() + seconds * 1000,
      };
      remember(memory, key, remembered);
      const drop = () => {
        if (memory.get(key) === remembered) memory.delete(key);
      };
      remembered.answer.then((answer) => {
        if (answer === undefined) drop();
      }, drop);
      return remembered.answer;
    },
    forget(database) {
      memories.delete(database);
    },
  };
}

/** Keeps the memory bounded: the oldest entry makes room. */
function remember<Value>(
  memory: Map<string, Remembered<Value>>,
  key: string,
  value: Remembered<Value>,
): void {
  memory.delete(key);
  if (memory.size >= mostAnswers) {
    const oldest = memory.keys().next();
    if (!oldest.done) memory.delete(oldest.value);
  }
  memory.set(key, value);
}
