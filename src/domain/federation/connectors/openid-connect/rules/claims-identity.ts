import type { StatedProfile } from "../../../rules/stated-profile.ts";
import type { StatedAddress } from "../../../rules/vouched-addresses.ts";

/** Claims of a verified ID token. */
export type Claims = Readonly<Record<string, unknown>>;

/** Which claims say who somebody is. */
export interface ClaimNames {
  readonly subject: string;
  readonly email: string;
  readonly emailVerified: string;
  readonly name: string;
}

/** A person as the claims name them; the subject is undefined when the claim is missing. */
export interface ClaimedIdentity {
  readonly subject: string | undefined;
  readonly addresses: readonly StatedAddress[];
  readonly displayName: string | undefined;
}

/** OpenID Connect Core section 5.1, with the names of a provider that calls its claims otherwise. */
export function identityOfClaims(
  claims: Claims,
  names: ClaimNames,
  addressesAreVerified: boolean,
): ClaimedIdentity {
  const email = text(claims[names.email]);
  return {
    subject: text(claims[names.subject]),
    addresses:
      email === undefined
        ? []
        : [{ address: email, isVerified: addressesAreVerified || isTrue(claims[names.emailVerified]) }],
    displayName: text(claims[names.name]),
  };
}

/**
 * Somebody of a Microsoft Entra directory. `sub` is another one for each application, so `oid` is the key, within the
 * issuer, which names the directory. The sign-in name is in a domain that the directory has verified; `email` is what
 * an administrator typed, and proves nothing unless the directory says that it owns the domain (`xms_edov`).
 */
export function identityOfEntraClaims(claims: Claims): ClaimedIdentity {
  const email = text(claims["email"]);
  const signInName = text(claims["preferred_username"]);
  return {
    subject: text(claims["oid"]),
    addresses: [
      ...(signInName === undefined || isForeign(signInName)
        ? []
        : [{ address: signInName, isVerified: true }]),
      ...(email === undefined ? [] : [{ address: email, isVerified: isTrue(claims["xms_edov"]) }]),
    ],
    displayName: text(claims["name"]),
  };
}

/** A guest of that directory, whose own organisation would have to vouch. */
function isForeign(signInName: string): boolean {
  return signInName.toUpperCase().includes("#EXT#");
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" && value.length <= 512 ? value.trim() : undefined;
}

/** OpenID Connect Core section 5.1, where `address` is an object of its own (section 5.1.1). */
export function profileOfClaims(claims: Claims): StatedProfile {
  const stated = claims["address"];
  const address: Claims = typeof stated === "object" && stated !== null ? (stated as Claims) : {};
  const profile = {
    givenName: text(claims["given_name"]),
    surname: text(claims["family_name"]),
    streetAddress: text(address["street_address"]),
    postalCode: text(address["postal_code"]),
    city: text(address["locality"]),
    state: text(address["region"]),
    country: text(address["country"]),
  };
  return Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== undefined));
}

/** Some providers write booleans as text or number. */
function isTrue(value: unknown): boolean {
  return value === true || value === "true" || value === "1" || value === 1;
}
