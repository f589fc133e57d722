import pg from "pg";
import type { Database, DatabaseHandle } from "./database.ts";

/** Asks one question, or adds one row, and resolves with its own answer. */
export type Gathered<Ask, Answer> = (handle: DatabaseHandle, ask: Ask) => Promise<Answer>;

interface Waiting<Ask, Answer> {
  readonly ask: Ask;
  readonly answered: (answer: Answer) => void;
  readonly failed: (error: unknown) => void;
}

interface Gathering<Ask, Answer> {
  waiting: Waiting<Ask, Answer>[];
  underWay: number;
}

/** Connections that gathered statements of a database use instead of its own. */
const throughs = new WeakMap<DatabaseHandle, Database>();

/** Has the gathered statements of a database go through connections that are set up for them. */
export function gatherThrough(database: Database, lookups: Database): void {
  throughs.set(database, lookups);
}

const mostUnderWay = 2;
const mostAtOnce = 500;

/**
 * For statements that every request needs: those that come up while others are under way go together in the next
 * one, so that a busy service asks the database once for many. `run` answers all of them, in their order. Nobody
 * gets an answer that was read before they asked, and a caller waits for its own row, so nothing acknowledged is
 * lost. Inside a transaction an ask goes alone, on the transaction's connection.
 */
export function gathered<Ask, Answer>(
  run: (handle: DatabaseHandle, asks: readonly Ask[]) => Promise<readonly Answer[]>,
): Gathered<Ask, Answer> {
  const gatherings = new WeakMap<DatabaseHandle, Gathering<Ask, Answer>>();

  async function runNext(handle: DatabaseHandle, gathering: Gathering<Ask, Answer>): Promise<void> {
    if (gathering.waiting.length === 0 || gathering.underWay >= mostUnderWay) return;
    const batch = gathering.waiting.splice(0, mostAtOnce);
    gathering.underWay += 1;
    try {
      await answerAll(handle, batch);
    } finally {
      gathering.underWay -= 1;
      void runNext(handle, gathering);
    }
  }

  async function answerAll(handle: DatabaseHandle, batch: readonly Waiting<Ask, Answer>[]): Promise<void> {
    try {
      const answers = await run(
        throughs.get(handle) ?? handle,
        batch.map(({ ask }) => ask),
      );
      for (const [index, { answered }] of batch.entries()) answered(answers[index] as Answer);
    } catch (error) {
      // One that PostgreSQL cannot take must not spoil the others'.
      if (batch.length > 1 && hasLeftNoTrace(error)) for (const one of batch) await answerAll(handle, [one]);
      else for (const { failed } of batch) failed(error);
    }
  }

  return async (handle, ask) => {
    if (handle.isTransaction) return (await run(handle, [ask]))[0] as Answer;
    return new Promise((answered, failed) => {
      const gathering = gatherings.get(handle) ?? { waiting: [], underWay: 0 };
      gatherings.set(handle, gathering);
      gathering.waiting.push({ ask, answered, failed });
      // After this turn of the event loop, so that requests that came in together travel together.
      if (gathering.waiting.length === 1) setImmediate(() => void runNext(handle, gathering));
    });
  };
}

/** The same for rows to add. */
export function gatheredWrites<Row>(
  write: (handle: DatabaseHandle, rows: readonly Row[]) => Promise<void>,
): (database: Database, row: Row) => Promise<void> {
  return gathered<Row, void>(async (handle, rows) => {
    await write(handle, rows);
    return rows.map(() => undefined);
  });
}

/**
 * Whether PostgreSQL itself refused the statement, so that all of it was undone. When the connection broke or the
 * server stopped (classes 08 and 57), it may have been carried out.
 */
function hasLeftNoTrace(error: unknown): boolean {
  return error instanceof pg.DatabaseError && !/^(?:08|57)/.test(error.code ?? "08");
}

/** A row that answers the ask of this number, counted from 1 as `with ordinality` does. */
export interface NumberedRow {
  readonly number: number;
}

/** The answer to each ask: the one row of its number, or undefined. */
export function answersInOrder<Row extends NumberedRow, Answer>(
  asks: readonly unknown[],
  rows: readonly Row[],
  answerOf: (row: Row) => Answer,
): (Answer | undefined)[] {
  const answers: (Answer | undefined)[] = asks.map(() => undefined);
  for (const row of rows) answers[row.number - 1] = answerOf(row);
  return answers;
}

/** All rows of each ask. */
export function rowsInOrder<Row extends NumberedRow>(
  asks: readonly unknown[],
  rows: readonly Row[],
): Row[][] {
  const answers: Row[][] = asks.map(() => []);
  for (const row of rows) answers[row.number - 1]?.push(row);
  return answers;
}
