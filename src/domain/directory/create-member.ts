import { type EmailAddress, normalizeEmailAddress } from "../../foundation/email-address.ts";
import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import { hashPassword } from "../../platform/secrets/password.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { findTenant } from "./find-tenant.ts";
import { insertRoles } from "./role-store.ts";
import { acceptablePassword, type PasswordRefusal } from "./rules/acceptable-password.ts";
import { acceptableUserName, type UserNameRefusal } from "./rules/acceptable-user-name.ts";
import type { DirectoryRole } from "./rules/directory-role.ts";
import type { Tenant } from "./rules/tenant.ts";
import type { User } from "./rules/user.ts";
import { profileIn, type UserProfile } from "./rules/user-profile.ts";
import { selectUsersByAddress } from "./user-address-store.ts";
import { insertUsersUnlessTaken, type NewUserRow } from "./user-store.ts";

export interface NewMember extends UserProfile {
  readonly tenantId: TenantId;
  readonly userId?: UserId;
  readonly userPrincipalName: string;
  readonly displayName: string;
  readonly password: string;
  /** The password is good for one sign-in, at which another is chosen. */
  readonly mustChangePassword?: boolean;
  /** Defaults to the user principal name. */
  readonly mail?: EmailAddress;
  readonly otherMails?: readonly EmailAddress[];
  /** Defaults to the name before the domain. */
  readonly mailNickname?: string;
  readonly businessPhones?: readonly string[];
  readonly showInAddressList?: boolean | null;
  /** A guest who signs in here with a password is one for what they see. */
  readonly kind?: User["kind"];
  readonly accountEnabled?: boolean;
  readonly roles?: readonly DirectoryRole[];
}

export type MemberRefusal =
  | { readonly code: "tenant-not-found" | "user-name-taken" | "address-taken" }
  | UserNameRefusal
  | PasswordRefusal;

/** Adds somebody of the organisation itself, who signs in here with a password. */
export async function createMember(
  machine: Machine,
  circumstances: Circumstances,
  input: NewMember,
): Promise<Result<User, MemberRefusal>> {
  const now = machine.clock();
  const tenant = await findTenant(machine.database, input.tenantId);
  if (!tenant) return refuse({ code: "tenant-not-found" });
  const member = await prepareMember(tenant, now, input);
  if (!member.ok) return member;
  return machine.database
    .transaction()
    .execute((transaction) => recordMember(transaction, now, circumstances, member.value));
}

interface PreparedMember {
  readonly row: NewUserRow & { readonly mail: EmailAddress };
  readonly roles: readonly DirectoryRole[];
}

/** Checks a new member and makes the password's digest, which takes its time: best before a transaction. */
export async function prepareMember(
  tenant: Tenant,
  now: Date,
  input: NewMember,
): Promise<Result<PreparedMember, MemberRefusal>> {
  const named = acceptableUserName(input.userPrincipalName, tenant.verifiedDomains);
  if (!named.ok) return named;
  const name = named.value;
  const password = acceptablePassword(input.password, name);
  if (!password.ok) return password;

  const mail = input.mail ?? name;
  const row = {
    tenantId: tenant.tenantId,
    userId: input.userId ?? newIdentifier<UserId>(),
    userPrincipalName: name,
    kind: input.kind ?? "member",
    accountEnabled: input.accountEnabled ?? true,
    displayName: input.displayName,
    ...profileIn(input),
    mail,
    otherMails: (input.otherMails ?? []).map(normalizeEmailAddress),
    businessPhones: [...(input.businessPhones ?? [])],
    showInAddressList: input.showInAddressList ?? null,
    proxyAddresses: [`SMTP:${mail.toLowerCase()}`],
    mailNickname: input.mailNickname ?? name.slice(0, name.lastIndexOf("@")),
    passwordHash: await hashPassword(password.value),
    passwordChangedAt: now,
    mustChangePassword: input.mustChangePassword ?? false,
    sessionsValidFrom: now,
    createdAt: now,
  };
  return accept({ row, roles: input.roles ?? [] });
}

/** Writes a member down as part of a transaction. */
export async function recordMember(
  transaction: DatabaseTransaction,
  now: Date,
  circumstances: Circumstances,
  { row, roles }: PreparedMember,
): Promise<Result<User, MemberRefusal>> {
  const { tenantId } = row;
  const address = row.mail.toLowerCase();
  if (address !== row.userPrincipalName.toLowerCase()) {
    const holders = await selectUsersByAddress(transaction, tenantId, address, ["mail"]);
    if (holders.length > 0) return refuse({ code: "address-taken" });
  }
  const [user] = await insertUsersUnlessTaken(transaction, [row]);
  if (!user) return refuse({ code: "user-name-taken" });
  await insertRoles(transaction, tenantId, user.userId, roles, now);
  await recordEvent(transaction, now, circumstances, {
    tenantId,
    activity: "user-created",
    result: "success",
    target: { kind: "user", id: user.userId, name: user.displayName },
    details: { userPrincipalName: user.userPrincipalName, roles },
  });
  return accept(user);
}
