import { sql } from "kysely";
import type { SecondFactorId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { gathered, type NumberedRow, rowsInOrder } from "../../platform/database/gathered.ts";
import type { HolderIds } from "./rules/factor-holder.ts";
import type { SecondFactorStanding } from "./rules/second-factor-standing.ts";

/**
 * Whether a user has an app, and when a code of it was last entered, if after a moment and after the user's sessions
 * were last revoked.
 */
export const selectStanding = gathered<HolderIds & { readonly after: Date }, SecondFactorStanding>(
  async (handle, asks) => {
    const { rows } = await sql<NumberedRow & { isSetUp: boolean; provedAt: Date | null }>`
      select asked.number, factor.factor_id is not null as is_set_up,
        case when proof.proved_at > asked.after and proof.proved_at >= person.sessions_valid_from
          then proof.proved_at end as proved_at
      from unnest(${asks.map((ask) => ask.sessionId)}::uuid[], ${asks.map((ask) => ask.accountId)}::uuid[],
        ${asks.map((ask) => ask.tenantId)}::uuid[], ${asks.map((ask) => ask.userId)}::uuid[],
        ${asks.map((ask) => ask.after)}::timestamptz[])
        with ordinality as asked (session_id, account_id, tenant_id, user_id, after, number)
      join "user" person using (tenant_id, user_id)
      left join second_factor factor using (tenant_id, user_id)
      left join second_factor_proof proof using (session_id, account_id, tenant_id, user_id)`.execute(handle);
    return rowsInOrder(asks, rows).map(([row]) => ({
      isSetUp: row?.isSetUp ?? false,
      provedAt: row?.provedAt ?? undefined,
    }));
  },
);

/** Remembers that a code was entered; an account that was signed out meanwhile has no proof. */
export async function upsertProof(
  handle: DatabaseHandle,
  { sessionId, accountId, tenantId, userId }: HolderIds,
  { factorId, provedAt }: { readonly factorId: SecondFactorId; readonly provedAt: Date },
): Promise<void> {
  await sql`insert into second_factor_proof (session_id, account_id, tenant_id, user_id, factor_id, proved_at)
    select account.session_id, account.account_id, factor.tenant_id, factor.user_id, factor.factor_id, ${provedAt}
    from session_account account, second_factor factor
    where account.session_id = ${sessionId} and account.account_id = ${accountId}
      and factor.tenant_id = ${tenantId} and factor.user_id = ${userId} and factor.factor_id = ${factorId}
    on conflict (session_id, account_id, tenant_id, user_id) do update
      set factor_id = excluded.factor_id, proved_at = excluded.proved_at`.execute(handle);
}
