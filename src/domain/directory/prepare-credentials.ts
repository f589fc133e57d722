import { type EmailAddress, normalizeEmailAddress } from "../../foundation/email-address.ts";
import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import { hashPassword } from "../../platform/secrets/password.ts";
import { findTenant } from "./find-tenant.ts";
import { acceptablePassword, type PasswordRefusal } from "./rules/acceptable-password.ts";
import { acceptableUserName, type UserNameRefusal } from "./rules/acceptable-user-name.ts";
import type { User } from "./rules/user.ts";
import { selectUsersByAddress } from "./user-address-store.ts";
import { selectUser } from "./user-store.ts";

/** Columns of a user who is to sign in under another name, or with another password. */
export interface NewCredentials {
  readonly userPrincipalName?: EmailAddress;
  readonly passwordHash?: string;
  readonly passwordChangedAt?: Date;
  readonly mustChangePassword?: boolean;
}

export type CredentialsRefusal =
  | { readonly code: "user-not-found" | "signs-in-elsewhere" | "user-name-taken" }
  | UserNameRefusal
  | PasswordRefusal;

/** Checks a new name and password, and makes the digest, which takes its time: best before a transaction. */
export async function prepareCredentials(
  machine: Machine,
  input: {
    readonly tenantId: TenantId;
    readonly userId: UserId;
    readonly userPrincipalName: string | undefined;
    readonly password: string | undefined;
    readonly mustChangePassword?: boolean | undefined;
  },
): Promise<Result<NewCredentials, CredentialsRefusal>> {
  const { tenantId, userId, userPrincipalName, password, mustChangePassword } = input;
  const marked = mustChangePassword === undefined ? {} : { mustChangePassword };
  if (password === undefined && userPrincipalName === undefined) return accept(marked);
  const [tenant, user] = await Promise.all([
    findTenant(machine.database, tenantId),
    selectUser(machine.database, tenantId, userId),
  ]);
  if (!tenant || !user) return refuse({ code: "user-not-found" });
  const name =
    userPrincipalName === undefined
      ? undefined
      : acceptableUserName(userPrincipalName, tenant.verifiedDomains);
  if (name?.ok === false) return name;
  const renamed = name === undefined ? marked : { ...marked, userPrincipalName: name.value };
  if (password === undefined) return accept(renamed);
  if (user.isExternal) return refuse({ code: "signs-in-elsewhere" });
  const acceptable = acceptablePassword(password, name?.value ?? user.userPrincipalName);
  if (!acceptable.ok) return acceptable;
  const passwordHash = await hashPassword(acceptable.value);
  return accept({ ...renamed, passwordHash, passwordChangedAt: machine.clock() });
}

/** Whether prepared credentials still fit the user, who is locked by now. */
export async function credentialsFit(
  transaction: DatabaseTransaction,
  user: User,
  { userPrincipalName, passwordHash, mustChangePassword }: NewCredentials,
): Promise<Result<undefined, CredentialsRefusal>> {
  if ((passwordHash !== undefined || mustChangePassword !== undefined) && user.isExternal)
    return refuse({ code: "signs-in-elsewhere" });
  if (userPrincipalName === undefined) return accept(undefined);
  const name = normalizeEmailAddress(userPrincipalName);
  const namesakes = await selectUsersByAddress(transaction, user.tenantId, name, ["userPrincipalName"]);
  return namesakes.some((namesake) => namesake.userId !== user.userId)
    ? refuse({ code: "user-name-taken" })
    : accept(undefined);
}
