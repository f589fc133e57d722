import type { StatedAddress } from "../../../rules/vouched-addresses.ts";
import type { Assertion } from "./assertion.ts";

/** A person as an assertion names them. */
export interface AssertedIdentity {
  readonly subject: string;
  readonly addresses: readonly StatedAddress[];
  readonly displayName: string | undefined;
}

const transientFormat = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";

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

/**
 * Who an assertion is about. The address counts as verified: a provider is given domains because it may speak for
 * them, and an address elsewhere is nothing whatever it says. Undefined for a NameID that names nobody for good.
 */
export function identityOfAssertion({
  nameId,
  nameIdFormat,
  attributes,
}: Assertion): AssertedIdentity | undefined {
  const subject = nameId.trim();
  if (subject === "" || subject.length > 512 || nameIdFormat === transientFormat) return undefined;
  const [displayName] = valuesOf(attributes, nameAttributes);
  return {
    subject,
    addresses: valuesOf(attributes, emailAttributes).map((address) => ({ address, isVerified: true })),
    displayName,
  };
}

function valuesOf(attributes: Assertion["attributes"], names: readonly string[]): readonly string[] {
  return names
    .flatMap((name) => attributes[name] ?? [])
    .map((value) => value.trim())
    .filter((value) => value !== "" && value.length <= 512);
}
