import type pg from "pg";
import { type Figure, type Measurement, median, type Run } from "../measurement.ts";
import { automationToken } from "../service/applications-of-demo.ts";
import { type BenchedService, startBenchedService } from "../service/benched-service.ts";

/** Pages count as costing the same when the slower takes less than this times the faster. */
const sameWithin = 1.3;

interface PageTimes {
  readonly first: number;
  readonly inside: number;
}

/** One page of guests, the first and one far inside, among few and among a hundred times as many. */
export const measureUserPages: Measurement = async (run) => {
  const [few, many] = run.isQuick ? [1_000, 50_000] : [10_000, 1_000_000];
  const service = await startBenchedService();
  const open = await service.openBeside();
  try {
    const { pool } = open.opened;
    const tenantId = service.demo.tenants[0]?.tenantId ?? "";
    const measure = async (count: number): Promise<PageTimes> => {
      run.note(`user pages: making ${count.toLocaleString("en")} users`);
      await fillUp(pool, tenantId, count);
      run.note(`user pages among ${count.toLocaleString("en")}`);
      return measurePages(run, service, await middleUser(pool, tenantId, count));
    };
    const amongFew = await measure(few);
    const amongMany = await measure(many);
    return [
      line("the first page", few, many, amongFew.first, amongMany.first),
      line("a page half way through", few, many, amongFew.inside, amongMany.inside),
    ];
  } finally {
    await open.close();
    await service.remove();
  }
};

function line(which: string, few: number, many: number, amongFew: number, amongMany: number): Figure {
  const ratio = amongMany / amongFew;
  return {
    what: `GET /users?$filter=userType eq 'Guest'&$top=100, ${which}, among ${few.toLocaleString("en")} and ${many.toLocaleString("en")}`,
    figure: `${amongFew.toFixed(2)} and ${amongMany.toFixed(2)} ms`,
    ratio: `${ratio.toFixed(2)} ×`,
    goal: "the same",
    isMet: ratio < sameWithin,
  };
}

/** Guests as invitations make them, nine of ten accepted; ids are random, so pages mix old and new. */
async function fillUp(pool: pg.Pool, tenantId: string, count: number): Promise<void> {
  await pool.query(
    `insert into "user" (tenant_id, user_id, user_principal_name, kind, is_external, origin, redemption_state,
        redemption_state_changed_at, display_name, mail, other_mails, proxy_addresses, mail_nickname,
        sessions_valid_from, created_at)
      select $1, gen_random_uuid(), 'person' || n || '_partner.example#EXT#@contoso.guesthouse.internal', 'guest', true,
        'invitation', case when n % 10 = 0 then 'pending' else 'accepted' end, now(), 'Person ' || n,
        'person' || n || '@partner.example', array['person' || n || '@partner.example'],
        array['SMTP:person' || n || '@partner.example'], 'person' || n || '_partner.example#EXT#', now(), now()
      from generate_series((select count(*) from "user" where tenant_id = $1) + 1, $2::int) n`,
    [tenantId, count],
  );
  await pool.query('vacuum analyze "user"');
}

async function middleUser(pool: pg.Pool, tenantId: string, count: number): Promise<string> {
  const { rows } = await pool.query(
    `select user_id from "user" where tenant_id = $1 and kind = 'guest' order by user_id offset $2 limit 1`,
    [tenantId, Math.floor(count / 2)],
  );
  return rows[0].user_id;
}

async function measurePages(run: Run, service: BenchedService, middle: string): Promise<PageTimes> {
  const token = await automationToken(service.publicUrl, service.demo);
  const query = `$filter=${encodeURIComponent("userType eq 'Guest'")}&$top=100`;
  const first = `${service.publicUrl}/v1.0/users?${query}`;
  const { nextLink } = await readPage(first, token);
  // The service's own link, led to the middle: the walk there would take thousands of pages.
  const ownToken = new URL(nextLink).searchParams.get("$skiptoken") ?? "";
  const ahead = Buffer.from(ownToken, "base64url").toString("latin1").slice(0, 1) + middle;
  const inside = nextLink.replace(ownToken, Buffer.from(ahead).toString("base64url"));
  const requests = run.isQuick ? 100 : 400;
  await timeOf(first, token, requests);
  return { first: await timeOf(first, token, requests), inside: await timeOf(inside, token, requests) };
}

/** The median time of a page, over the socket, one request after the other. */
async function timeOf(url: string, token: string, requests: number): Promise<number> {
  const times: number[] = [];
  for (let request = 0; request < requests; request += 1) {
    const start = performance.now();
    const { count } = await readPage(url, token);
    times.push(performance.now() - start);
    if (count !== 100) throw new Error(`a page had ${count} users`);
  }
  return median(times);
}

async function readPage(url: string, token: string): Promise<{ nextLink: string; count: number }> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  const page = (await response.json()) as { value?: unknown[]; "@odata.nextLink"?: string };
  if (!response.ok) throw new Error(`a page was refused: ${JSON.stringify(page).slice(0, 300)}`);
  return { nextLink: page["@odata.nextLink"] ?? "", count: page.value?.length ?? 0 };
}
