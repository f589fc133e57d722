import { type RawBuilder, sql } from "kysely";
import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { LastSignIn, SignInActivity } from "./rules/sign-in-activity.ts";

/** When these users last signed in. */
export async function selectSignInActivity(
  handle: DatabaseHandle,
  tenantId: TenantId,
  userIds: readonly UserId[],
): Promise<Map<UserId, SignInActivity>> {
  if (userIds.length === 0) return new Map();
  const rows = await handle
    .selectFrom("signInActivity")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .where("userId", "in", userIds)
    .execute();
  return new Map(
    rows.map((row) => [
      row.userId,
      {
        interactive: last(row.interactiveAt, row.interactiveId),
        nonInteractive: last(row.nonInteractiveAt, row.nonInteractiveId),
        success: last(row.successAt, row.successId),
      },
    ]),
  );
}

function last(at: Date | null, eventId: string | null): LastSignIn | undefined {
  return at !== null && eventId !== null ? { at, eventId } : undefined;
}

/**
 * The second half of a statement whose first half, `added`, appends to the sign-in log: notes for each user what was
 * newest of it. In the order of the key, so that two statements at once never wait for each other in a circle; and
 * short, since only short statements are prepared.
 */
export const noteSignInActivity: RawBuilder<unknown> = sql.raw(
  `insert into sign_in_activity as kept (tenant_id, user_id, interactive_at, interactive_id,
    non_interactive_at, non_interactive_id, success_at, success_id)
  select tenant_id, user_id, ${newest("is_interactive")}, ${newest("not is_interactive")},
    ${newest("error_code = 0")}
  from added where user_id is not null group by tenant_id, user_id order by tenant_id, user_id
  on conflict (tenant_id, user_id) do update set
    ${["interactive", "non_interactive", "success"].map(laterOf).join(", ")}`.replace(/\s+/g, " "),
);

function newest(condition: string): string {
  return `max(occurred_at) filter (where ${condition}),
    (array_agg(event_id order by occurred_at desc, event_id desc) filter (where ${condition}))[1]`;
}

/** Entries may arrive in another order than they happened in, from several nodes. */
function laterOf(sort: string): string {
  const isLater = `excluded.${sort}_at >= coalesce(kept.${sort}_at, '-infinity')`;
  return ["at", "id"]
    .map(
      (part) =>
        `${sort}_${part} = case when ${isLater} then excluded.${sort}_${part} else kept.${sort}_${part} end`,
    )
    .join(", ");
}
