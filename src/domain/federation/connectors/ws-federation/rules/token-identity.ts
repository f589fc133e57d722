import type { StatedProfile } from "../../../rules/stated-profile.ts";
import type { StatedAddress } from "../../../rules/vouched-addresses.ts";
import {
  lastingSubject,
  statedAddresses,
  statedName,
  statedProfile,
} from "../../signed-assertions/rules/stated-attributes.ts";
import type { Token } from "./token.ts";

/** A person as a token names them. */
export interface TokenIdentity {
  readonly subject: string;
  readonly addresses: readonly StatedAddress[];
  readonly displayName: string | undefined;
  readonly profile: StatedProfile;
}

/** The claim that a partner's provider is told to send, unchanged for a person for good. */
const immutableId = "http://schemas.microsoft.com/LiveID/Federation/2008/05/ImmutableID";

/**
 * Who a token is about: by the ImmutableID, or by the name of its subject where there is no such claim. Several
 * ImmutableIDs are none.
 */
export function identityOfToken({ nameId, nameIdFormat, attributes }: Token): TokenIdentity | undefined {
  const immutableIds = attributes[immutableId];
  const subject =
    immutableIds === undefined
      ? lastingSubject(nameId ?? "", nameIdFormat)
      : lastingSubject(immutableIds.length === 1 ? (immutableIds[0] ?? "") : "", undefined);
  return subject === undefined
    ? undefined
    : {
        subject,
        addresses: statedAddresses(attributes),
        displayName: statedName(attributes),
        profile: statedProfile(attributes),
      };
}
