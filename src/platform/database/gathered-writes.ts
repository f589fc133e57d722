import type { Database } from "./database.ts";

/** Adds a row and resolves when it is committed. */
export type GatheredWrite<Row> = (database: Database, row: Row) => Promise<void>;

interface Waiting<Row> {
  readonly row: Row;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

interface Gathering<Row> {
  waiting: Waiting<Row>[];
  writesUnderWay: number;
}

const mostWritesAtOnce = 2;
const mostRowsPerWrite = 500;

/**
 * For rows that every request appends (the sign-in log): those that arrive while others are being written go
 * together in the next statement. A caller still waits for its own row, so nothing acknowledged is lost.
 */
export function gatheredWrites<Row>(
  write: (database: Database, rows: readonly Row[]) => Promise<void>,
): GatheredWrite<Row> {
  const gatherings = new WeakMap<Database, Gathering<Row>>();

  async function writeNext(database: Database, gathering: Gathering<Row>): Promise<void> {
    if (gathering.waiting.length === 0 || gathering.writesUnderWay >= mostWritesAtOnce) return;
    const batch = gathering.waiting.splice(0, mostRowsPerWrite);
    gathering.writesUnderWay += 1;
    try {
      await write(
        database,
        batch.map(({ row }) => row),
      );
      for (const { done } of batch) done();
    } catch (error) {
      for (const { failed } of batch) failed(error);
    } finally {
      gathering.writesUnderWay -= 1;
      void writeNext(database, gathering);
    }
  }

  return (database, row) =>
    new Promise((done, failed) => {
      const gathering = gatherings.get(database) ?? { waiting: [], writesUnderWay: 0 };
      gatherings.set(database, gathering);
      gathering.waiting.push({ row, done, failed });
      // After this turn of the event loop, so that requests that came in together are written together.
      if (gathering.waiting.length === 1) setImmediate(() => void writeNext(database, gathering));
    });
}
