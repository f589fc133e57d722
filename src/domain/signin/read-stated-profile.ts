import type { UserId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { findUser } from "../directory/find-user.ts";
import { homeTenantOfIssuer } from "../directory/rules/external-identity.ts";
import type { StatedProfile } from "../federation/rules/stated-profile.ts";
import type { SessionAccount } from "./rules/session-account.ts";
import type { SignInFacts } from "./rules/sign-in-facts.ts";

/**
 * What is known of somebody where they come from: what their provider said on this journey, or what stands at their own
 * organisation of this deployment. Only they see it, to send it on or to correct it.
 */
export async function readStatedProfile(
  machine: Machine,
  { stated }: Pick<SignInFacts, "stated">,
  { accountId, issuer, subject, displayName, email }: SessionAccount,
): Promise<StatedProfile & { readonly displayName?: string }> {
  const named = displayName === email ? {} : { displayName };
  if (stated?.accountId === accountId) return { ...named, ...stated.profile };
  const homeTenantId = homeTenantOfIssuer(issuer);
  const member = homeTenantId && (await findUser(machine.database, homeTenantId, subject as UserId));
  if (!member) return named;
  const { givenName, surname, jobTitle, streetAddress, postalCode, city, state, country } = member;
  const profile = { givenName, surname, jobTitle, streetAddress, postalCode, city, state, country };
  return {
    ...named,
    ...Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== undefined)),
  };
}
