import type { StatedProfile } from "../../../rules/stated-profile.ts";
import type { StatedAddress } from "../../../rules/vouched-addresses.ts";

/** Values by the attribute's name. */
export type Attributes = Readonly<Record<string, readonly string[]>>;

/** The claim that partners are told to send, and the names by which other software calls the same (RFC 4524). */
const emailAttributes = [
  "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
  "urn:oid:0.9.2342.19200300.100.1.3",
  "mail",
  "email",
];
const nameAttributes = [
  "http://schemas.microsoft.com/identity/claims/displayname",
  "urn:oid:2.16.840.1.113730.3.1.241",
  "displayName",
];

/** The claims of the identity selector's dictionary, and the attributes of RFC 4519 and RFC 4524 that say the same. */
const claims = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";
const profileAttributes = {
  givenName: [`${claims}givenname`, "urn:oid:2.5.4.42", "givenName"],
  surname: [`${claims}surname`, "urn:oid:2.5.4.4", "sn", "surname"],
  jobTitle: ["urn:oid:2.5.4.12", "title"],
  streetAddress: [`${claims}streetaddress`, "urn:oid:2.5.4.9", "street"],
  postalCode: [`${claims}postalcode`, "urn:oid:2.5.4.17", "postalCode"],
  city: [`${claims}locality`, "urn:oid:2.5.4.7", "l"],
  state: [`${claims}stateorprovince`, "urn:oid:2.5.4.8", "st"],
  country: [`${claims}country`, "urn:oid:2.5.4.6", "c"],
} as const satisfies Readonly<Record<keyof StatedProfile, readonly string[]>>;

/** An id that is another one each time (SAML Core section 8.3.8). */
const transientFormat = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";

/**
 * The addresses that an assertion states. They count as verified: a provider is given domains because it may speak for
 * them, and an address elsewhere is nothing whatever it says.
 */
export function statedAddresses(attributes: Attributes): readonly StatedAddress[] {
  return valuesOf(attributes, emailAttributes).map((address) => ({ address, isVerified: true }));
}

/** What the person is called. */
export function statedName(attributes: Attributes): string | undefined {
  return valuesOf(attributes, nameAttributes)[0];
}

/** What else an assertion says of the person, for them to correct. */
export function statedProfile(attributes: Attributes): StatedProfile {
  return Object.fromEntries(
    Object.entries(profileAttributes).flatMap(([property, names]) => {
      const [value] = valuesOf(attributes, names);
      return value === undefined ? [] : [[property, value]];
    }),
  );
}

/** A name that can be the key of a person; undefined for one that names nobody, or nobody for good. */
export function lastingSubject(name: string, format: string | undefined): string | undefined {
  const subject = name.trim();
  return subject === "" || subject.length > 512 || format === transientFormat ? undefined : subject;
}

function valuesOf(attributes: Attributes, names: readonly string[]): readonly string[] {
  return names
    .flatMap((name) => attributes[name] ?? [])
    .map((value) => value.trim())
    .filter((value) => value !== "" && value.length <= 512);
}
