import type { DomainName } from "../../../foundation/domain-name.ts";
import { type EmailAddress, emailDomain, parseEmailAddress } from "../../../foundation/email-address.ts";
import type { User } from "../../directory/rules/user.ts";
import type { SignInEvidence } from "./authorization-grant.ts";

/** Which of a person's addresses are known to be theirs. */
export interface AddressOwnership {
  /** The address of the `email` claim is in a domain whose owner vouches for it, or its mailbox was just opened. */
  readonly isEmailVerified: boolean;
  readonly primary: readonly string[];
  readonly secondary: readonly string[];
}

/**
 * An address is its holder's where the tenant, or the guest's home tenant of this deployment, has verified the domain.
 * What an administrator typed in any other domain proves nothing; what the guest's own provider stated of its domains
 * when they signed in does.
 */
export function addressOwnership(
  user: Pick<User, "mail" | "otherMails" | "proxyAddresses">,
  signIn: Pick<SignInEvidence, "authenticatedBy">,
  verifiedDomains: readonly DomainName[],
): AddressOwnership {
  const isVerified = (address: EmailAddress) => verifiedDomains.includes(emailDomain(address));
  const mail = parseEmailAddress(user.mail ?? "");
  const { authenticatedBy } = signIn;
  const isMailboxProved =
    authenticatedBy?.kind === "email-code" && authenticatedBy.subject === mail?.toLowerCase();
  const isVouchedFor = authenticatedBy?.vouchedAddresses?.some(
    (address) => address.toLowerCase() === mail?.toLowerCase(),
  );
  const others = [...user.otherMails, ...user.proxyAddresses.map((proxy) => proxy.replace(/^smtp:/i, ""))]
    .map(parseEmailAddress)
    .filter((address) => address !== undefined)
    .filter((address) => isVerified(address) && address.toLowerCase() !== mail?.toLowerCase());
  return {
    isEmailVerified: mail !== undefined && (isVerified(mail) || isMailboxProved || isVouchedFor === true),
    primary: mail && isVerified(mail) ? [mail] : [],
    secondary: [...new Set(others)],
  };
}
