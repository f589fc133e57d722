import type { User } from "../../directory/rules/user.ts";
import type { AddressOwnership } from "./address-ownership.ts";
import type { SignInEvidence } from "./authorization-grant.ts";
import { signInName } from "./person-claims.ts";
import type { WantedClaims } from "./wanted-claims.ts";

/** What optional claims about a person are made from. */
export interface OptionalClaimFacts {
  readonly user: User;
  readonly signIn: SignInEvidence;
  readonly loginHint: string;
  /** The `email` claim of the same token. */
  readonly email: string | undefined;
  /** Undefined where no claim asks for it. */
  readonly addresses: AddressOwnership | undefined;
}

type ClaimValue = (facts: OptionalClaimFacts, writtenAs: ReadonlySet<string>) => unknown;

/** Every optional claim whose value can be known here; the rest is left out of tokens. */
const values = new Map<string, ClaimValue>(
  Object.entries({
    auth_time: ({ signIn }) => Math.floor(Date.parse(signIn.authenticatedAt) / 1000),
    ctry: ({ user }) => user.usageLocation,
    family_name: ({ user }) => user.surname,
    given_name: ({ user }) => user.givenName,
    ipaddr: ({ signIn }) => signIn.ipAddress,
    login_hint: ({ loginHint }) => loginHint,
    upn: ({ user }, writtenAs) => principalName(user, writtenAs),
    verified_primary_email: ({ addresses }) => addresses?.primary,
    verified_secondary_email: ({ addresses }) => addresses?.secondary,
    xms_edov: ({ email, addresses }) => (email === undefined ? undefined : addresses?.isEmailVerified),
  } satisfies Readonly<Record<string, ClaimValue>>),
);

/** The names of claims that need `OptionalClaimFacts.addresses`. */
export const claimsAboutAddresses: readonly string[] = [
  "verified_primary_email",
  "verified_secondary_email",
  "xms_edov",
];

/** The optional claims of a token about a person. */
export function optionalClaims(wanted: WantedClaims, facts: OptionalClaimFacts): Record<string, unknown> {
  return Object.fromEntries(
    [...wanted].flatMap(([name, writtenAs]) => {
      const write = values.get(name);
      return write ? [[name, write(facts, writtenAs)]] : [];
    }),
  );
}

/** A guest is called by their own address, unless the application wants the name that the tenant made for them. */
function principalName(user: User, writtenAs: ReadonlySet<string>): string {
  if (!user.isExternal || writtenAs.has("include_externally_authenticated_upn"))
    return user.userPrincipalName;
  return writtenAs.has("include_externally_authenticated_upn_without_hash")
    ? user.userPrincipalName.replaceAll("#", "_")
    : signInName(user);
}
