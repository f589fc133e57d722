import { sql } from "kysely";
import type { TenantId, UserId } from "../../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../../platform/database/database.ts";
import type { SessionApplication } from "../rules/session-account.ts";

interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** Forgets what was signed in to as a user, where the proof is older; returns it. */
export async function deleteApplicationsOfUser(
  handle: DatabaseHandle,
  tenantId: TenantId,
  userId: UserId,
  before: Date,
): Promise<readonly SessionApplication[]> {
  const { rows } =
    await sql<SessionApplication>`delete from session_application used using session_account account
    where used.tenant_id = ${tenantId} and used.user_id = ${userId}
      and account.session_id = used.session_id and account.account_id = used.account_id
      and account.authenticated_at < ${before}
    returning used.tenant_id, used.application_id, used.user_id, used.account_id, used.token_version`.execute(
      handle,
    );
  return rows;
}

/** Forgets what was signed in to with an identity in any tenant, where the proof is older; returns it. */
export async function deleteApplicationsOfIdentity(
  handle: DatabaseHandle,
  { issuer, subject }: Identity,
  before: Date,
): Promise<readonly SessionApplication[]> {
  const { rows } =
    await sql<SessionApplication>`delete from session_application used using session_account account
    where account.issuer = ${issuer} and account.subject = ${subject}
      and account.session_id = used.session_id and account.account_id = used.account_id
      and account.authenticated_at < ${before}
    returning used.tenant_id, used.application_id, used.user_id, used.account_id, used.token_version`.execute(
      handle,
    );
  return rows;
}

/** Takes an identity out of every session, where its proof is older. */
export async function deleteAccountsOfIdentity(
  handle: DatabaseHandle,
  { issuer, subject }: Identity,
  before: Date,
): Promise<void> {
  await handle
    .deleteFrom("sessionAccount")
    .where("issuer", "=", issuer)
    .where("subject", "=", subject)
    .where("authenticatedAt", "<", before)
    .execute();
}
