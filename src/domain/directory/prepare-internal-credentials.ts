import { type EmailAddress, emailDomain } from "../../foundation/email-address.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { hashPassword } from "../../platform/secrets/password.ts";
import { findTenant } from "./find-tenant.ts";
import type { InternalCredentials } from "./make-user-internal.ts";
import { acceptablePassword, type PasswordRefusal } from "./rules/acceptable-password.ts";
import { acceptableUserName, type UserNameRefusal } from "./rules/acceptable-user-name.ts";

export type InternalCredentialsRefusal =
  | { readonly code: "tenant-not-found" | "mail-domain-not-verified" }
  | UserNameRefusal
  | PasswordRefusal;

/** Checks how somebody is to sign in here, and makes the digest, which takes its time: best before a transaction. */
export async function prepareInternalCredentials(
  machine: Machine,
  input: {
    readonly tenantId: TenantId;
    readonly userPrincipalName: string;
    readonly password: string;
    readonly mustChangePassword: boolean;
    readonly mail: EmailAddress | undefined;
  },
): Promise<Result<InternalCredentials, InternalCredentialsRefusal>> {
  const { mail, mustChangePassword } = input;
  const tenant = await findTenant(machine.database, input.tenantId);
  if (!tenant) return refuse({ code: "tenant-not-found" });
  const name = acceptableUserName(input.userPrincipalName, tenant.verifiedDomains);
  if (!name.ok) return name;
  if (mail && !tenant.verifiedDomains.includes(emailDomain(mail)))
    return refuse({ code: "mail-domain-not-verified" });
  const password = acceptablePassword(input.password, name.value);
  if (!password.ok) return password;
  const passwordHash = await hashPassword(password.value);
  return accept({ userPrincipalName: name.value, passwordHash, mustChangePassword, mail });
}
