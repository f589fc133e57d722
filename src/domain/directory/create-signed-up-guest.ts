import { type EmailAddress, normalizeEmailAddress } from "../../foundation/email-address.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import { createGuest, type NewGuest } from "./create-guest.ts";
import { recordRedemption } from "./record-redemption.ts";
import type { ExternalIdentity } from "./rules/external-identity.ts";
import type { CustomValue, User } from "./rules/user.ts";
import type { UserProfile } from "./rules/user-profile.ts";
import { updateLivingUser } from "./user-store.ts";

export interface SignedUpGuest {
  readonly tenant: NewGuest["tenant"];
  readonly address: EmailAddress;
  readonly identity: ExternalIdentity;
  readonly displayName: string | undefined;
  readonly profile: UserProfile;
  readonly customValues: Readonly<Record<string, CustomValue>>;
  readonly preferredLanguage: string | undefined;
  /** What only a system that makes guests says of them. */
  readonly further?: {
    readonly accountEnabled?: boolean | undefined;
    readonly mailNickname?: string | undefined;
    readonly otherMails?: readonly EmailAddress[] | undefined;
    readonly businessPhones?: readonly string[] | undefined;
    readonly showInAddressList?: boolean | null | undefined;
  };
  /** When they proved who they are: that proof counts, although they are a user only from now on. */
  readonly provenAt: Date;
}

/**
 * Adds a guest whom nobody invited: accepted from the beginning, and bound to the identity that was proved. An address
 * that has a guest already, or an identity that is somebody else's, is refused; the caller then undoes all of it.
 */
export async function createSignedUpGuest(
  transaction: DatabaseTransaction,
  now: Date,
  input: SignedUpGuest,
): Promise<User | "address-taken" | "identity-taken"> {
  const { tenant, address, identity, displayName, preferredLanguage } = input;
  const { tenantId } = tenant;
  const guest = await createGuest(transaction, now, {
    ...{ tenant, address, displayName, preferredLanguage },
    origin: "self-service-sign-up",
  });
  if (!guest.created) return "address-taken";
  const { userId } = guest.user;
  const linked = await recordRedemption(transaction, { tenantId, userId, identity, now });
  if (linked !== "linked") return "identity-taken";
  const user = await updateLivingUser(transaction, tenantId, userId, {
    ...input.profile,
    ...furtherColumns(address, input.further),
    customValues: JSON.stringify(input.customValues),
    sessionsValidFrom: input.provenAt,
  });
  if (!user) throw new Error("the guest just made is gone");
  return user;
}

/** The address that somebody came by stays among the other ones. */
function furtherColumns(
  address: EmailAddress,
  { otherMails, businessPhones, ...plain }: NonNullable<SignedUpGuest["further"]> = {},
) {
  const columns = {
    ...plain,
    otherMails: otherMails && [...new Set([address, ...otherMails].map(normalizeEmailAddress))],
    businessPhones: businessPhones && [...businessPhones],
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}
