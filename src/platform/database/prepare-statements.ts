import type pg from "pg";

const longestStatement = 2_000;
const mostStatements = 300;

/** PostgreSQL no longer accepts what was prepared: a table changed meanwhile, or a pooler in between lost it. */
const staleCodes: ReadonlySet<unknown> = new Set(["0A000", "26000"]);
const inFailedTransaction = "25P02";

/**
 * Lets PostgreSQL keep the plan of statements that come again and again, which halves its work for a sign-in.
 * Lists are left out: which plan is best for them depends on the values. `which`: a pool on which every statement
 * is known to be better off prepared.
 */
export function prepareStatements(pool: pg.Pool, which: "all" | "all-but-lists" = "all-but-lists"): void {
  const names = new Map<string, string>();
  let generation = 0;

  function nameOf(text: string): string | undefined {
    const known = names.get(text);
    if (known !== undefined) return known;
    if (
      text.length > longestStatement ||
      names.size >= mostStatements ||
      (which === "all-but-lists" && /\b(?:limit|order by)\b/i.test(text))
    )
      return undefined;
    const name = `guesthouse_${generation}_${names.size}`;
    names.set(text, name);
    return name;
  }

  async function run(
    send: (query: pg.QueryConfig) => Promise<pg.QueryResult>,
    text: string,
    values: unknown[],
  ): Promise<pg.QueryResult> {
    const name = nameOf(text);
    try {
      return await send(name === undefined ? { text, values } : { text, values, name });
    } catch (error) {
      if (name === undefined || !staleCodes.has(codeOf(error))) throw error;
      // The next statements are prepared anew under other names.
      generation += 1;
      names.clear();
      return sendOnceMore(send, { text, values }, error);
    }
  }

  pool.on("connect", (client) => {
    const query = client.query.bind(client) as (...parameters: unknown[]) => unknown;
    const send = query as (config: pg.QueryConfig) => Promise<pg.QueryResult>;
    const prepared = (...parameters: unknown[]): unknown => {
      const [text, values, callback] = parameters;
      return typeof text === "string" && Array.isArray(values) && callback === undefined
        ? run(send, text, values)
        : query(...parameters);
    };
    client.query = prepared as typeof client.query;
  });
}

/**
 * A statement whose plan was refused has not run, so it can be sent again. Inside a transaction that is too late: the
 * refusal has already undone the transaction, and is what the caller hears.
 */
async function sendOnceMore(
  send: (query: pg.QueryConfig) => Promise<pg.QueryResult>,
  query: pg.QueryConfig,
  refusal: unknown,
): Promise<pg.QueryResult> {
  try {
    return await send(query);
  } catch (error) {
    throw codeOf(error) === inFailedTransaction ? refusal : error;
  }
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown }).code;
}
