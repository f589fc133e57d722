import { type EmailAddress, normalizeEmailAddress } from "../../../foundation/email-address.ts";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import { type ExternalIdentity, mailedCodeIssuer } from "../../directory/rules/external-identity.ts";
import { googleName } from "../../directory/rules/issuer-name.ts";
import type { IdentityProvider } from "../../federation/rules/identity-provider.ts";

/** What a system says of the account that somebody proved themselves by. */
export interface GivenIdentity {
  readonly issuer: string;
  readonly subject: string;
}

export type GivenIdentityProblem = "issuer-unknown" | "way-switched-off" | "not-the-address";

/** What a tenant lets people prove themselves by. */
export interface WaysOfTenant {
  readonly providers: readonly IdentityProvider[];
  readonly emailCodeEnabled: boolean;
}

/** Names of accounts that everybody may have, long and short; no other provider is meant by them. */
const kindsByName: Readonly<Record<string, "google" | "facebook">> = {
  [googleName]: "google",
  google: "google",
  "facebook.com": "facebook",
  facebook: "facebook",
};

/**
 * The identity that a sign-in looks up, which is the issuer of one of the tenant's own providers with what that calls
 * the person, letter by letter. Only a mailed code has an address for a name, and it is the guest's own; accounts of
 * other organisations of the deployment are proved by an invitation alone.
 */
export function readGivenIdentity(
  { issuer, subject }: GivenIdentity,
  address: EmailAddress,
  { providers, emailCodeEnabled }: WaysOfTenant,
): Result<ExternalIdentity, { readonly code: GivenIdentityProblem }> {
  const name = issuer.toLowerCase();
  if (name === mailedCodeIssuer) {
    if (!emailCodeEnabled) return refuse({ code: "way-switched-off" });
    const own = normalizeEmailAddress(address);
    if (subject.toLowerCase() !== own) return refuse({ code: "not-the-address" });
    return accept({ issuer: mailedCodeIssuer, subject: own, providerKind: "email-code", email: address });
  }
  const kind = Object.hasOwn(kindsByName, name) ? kindsByName[name] : undefined;
  const provider = providers.find((one) => (kind === undefined ? one.issuer === issuer : one.kind === kind));
  if (!provider) return refuse({ code: "issuer-unknown" });
  if (!provider.isEnabled) return refuse({ code: "way-switched-off" });
  return accept({ issuer: provider.issuer, subject, providerKind: provider.kind, email: undefined });
}
