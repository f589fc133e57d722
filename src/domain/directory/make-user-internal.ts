import { type EmailAddress, normalizeEmailAddress } from "../../foundation/email-address.ts";
import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import { deleteIdentity } from "./identity-store.ts";
import { mailAddresses } from "./rules/mail-addresses.ts";
import type { User } from "./rules/user.ts";
import { selectUsersByAddress } from "./user-address-store.ts";
import { selectUserForUpdate, updateLivingUser } from "./user-store.ts";

/** How somebody signs in here from now on, checked by `prepareInternalCredentials`. */
export interface InternalCredentials {
  readonly userPrincipalName: EmailAddress;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  /** Undefined: the address stays. */
  readonly mail: EmailAddress | undefined;
}

export type MakeInternalRefusal = {
  readonly code: "user-not-found" | "already-internal" | "user-name-taken" | "address-taken";
};

/**
 * An external user becomes a member who signs in here with a password: object id, groups, roles and rights stay, the
 * identity that led in until now is unlinked, and what began with it ends. Nothing changes unless accepted.
 */
export async function makeUserInternal(
  transaction: DatabaseTransaction,
  input: {
    readonly tenantId: TenantId;
    readonly userId: UserId;
    readonly now: Date;
    readonly credentials: InternalCredentials;
  },
): Promise<Result<{ readonly before: User; readonly after: User }, MakeInternalRefusal>> {
  const { tenantId, userId, now, credentials } = input;
  const { mail, ...signIn } = credentials;
  const before = await selectUserForUpdate(transaction, tenantId, userId);
  if (!before) return refuse({ code: "user-not-found" });
  if (!before.isExternal) return refuse({ code: "already-internal" });
  const name = normalizeEmailAddress(signIn.userPrincipalName);
  if (await isHeldByOther(transaction, before, name, "userPrincipalName"))
    return refuse({ code: "user-name-taken" });
  if (mail && (await isHeldByOther(transaction, before, normalizeEmailAddress(mail), "mail")))
    return refuse({ code: "address-taken" });
  await deleteIdentity(transaction, tenantId, userId);
  const after = await updateLivingUser(transaction, tenantId, userId, {
    ...signIn,
    mailNickname: name.slice(0, name.lastIndexOf("@")),
    kind: "member",
    isExternal: false,
    redemptionState: null,
    redemptionStateChangedAt: now,
    convertedAt: now,
    passwordChangedAt: now,
    sessionsValidFrom: now,
    ...(mail ? { mail, proxyAddresses: mailAddresses(mail, before).proxyAddresses } : {}),
  });
  return after ? accept({ before, after }) : refuse({ code: "user-not-found" });
}

async function isHeldByOther(
  transaction: DatabaseTransaction,
  { tenantId, userId }: User,
  address: string,
  property: "userPrincipalName" | "mail",
): Promise<boolean> {
  const holders = await selectUsersByAddress(transaction, tenantId, address, [property]);
  return holders.some((holder) => holder.userId !== userId);
}
