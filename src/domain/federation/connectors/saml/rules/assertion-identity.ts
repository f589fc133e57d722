import type { StatedProfile } from "../../../rules/stated-profile.ts";
import type { StatedAddress } from "../../../rules/vouched-addresses.ts";
import {
  lastingSubject,
  statedAddresses,
  statedName,
  statedProfile,
} from "../../signed-assertions/rules/stated-attributes.ts";
import type { Assertion } from "./assertion.ts";

/** A person as an assertion names them. */
export interface AssertedIdentity {
  readonly subject: string;
  readonly addresses: readonly StatedAddress[];
  readonly displayName: string | undefined;
  readonly profile: StatedProfile;
}

/** Who an assertion is about. Undefined for a NameID that names nobody for good. */
export function identityOfAssertion({
  nameId,
  nameIdFormat,
  attributes,
}: Assertion): AssertedIdentity | undefined {
  const subject = lastingSubject(nameId, nameIdFormat);
  return subject === undefined
    ? undefined
    : {
        subject,
        addresses: statedAddresses(attributes),
        displayName: statedName(attributes),
        profile: statedProfile(attributes),
      };
}
