import type { DomainName } from "../../../foundation/domain-name.ts";
import { type EmailAddress, emailDomain, parseEmailAddress } from "../../../foundation/email-address.ts";
import { accept, type Result, refuse } from "../../../foundation/result.ts";

export type UserNameRefusal = { readonly code: "user-name-invalid" | "domain-not-verified" };

/** Whether somebody can sign in under this name: in a domain of the organisation, and not as guests are called. */
export function acceptableUserName(
  typed: string,
  verifiedDomains: readonly DomainName[],
): Result<EmailAddress, UserNameRefusal> {
  const name = parseEmailAddress(typed);
  if (!name || name.includes("#")) return refuse({ code: "user-name-invalid" });
  if (!verifiedDomains.includes(emailDomain(name))) return refuse({ code: "domain-not-verified" });
  return accept(name);
}
