import type { ProviderId, TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { findUsersOfIssuer } from "../directory/find-users-of-issuer.ts";
import { inviteGuests } from "./invite-guests.ts";
import type { InviteRefusal, InviterRefusal } from "./rules/invite-refusal.ts";

/** The provider that the guests accepted with; it may have been removed. */
export interface ProviderOfGuests {
  readonly tenantId: TenantId;
  readonly providerId: ProviderId;
  readonly displayName: string;
  readonly issuer: string;
}

/** What became of one guest. */
export interface GuestReset {
  readonly displayName: string;
  readonly address: string | undefined;
  /** The link to accept with anew; undefined for somebody who was not reset. */
  readonly redeemUrl: string | undefined;
  readonly refusal: InviteRefusal["code"] | undefined;
}

/**
 * Lets every guest of a provider accept anew, by another way: the identity is unlinked, and each is invited again with
 * the groups and rights they have. Each succeeds or is refused by itself.
 */
export async function resetGuestsOfIssuer(
  machine: Machine,
  circumstances: Circumstances,
  { provider, sendMail }: { readonly provider: ProviderOfGuests; readonly sendMail: boolean },
): Promise<Result<readonly GuestReset[], InviterRefusal>> {
  const { tenantId, issuer } = provider;
  const guests = await findUsersOfIssuer(machine.database, tenantId, issuer);
  const redirectUrl = `${machine.configuration.publicUrl}/myapps?tenant=${tenantId}`;
  const requests = guests.map(({ userId, mail }) => ({
    email: mail ?? "",
    userId,
    resetRedemption: true,
    redirectUrl,
    sendMail,
  }));
  const invited = await inviteGuests(machine, circumstances, { tenantId, requests });
  if (!invited.ok) return invited;
  const done = invited.value.filter(({ ok }) => ok).length;
  await recordEvent(machine.database, machine.clock(), circumstances, {
    tenantId,
    activity: "identity-provider-guests-reset",
    result: done === guests.length ? "success" : "failure",
    target: { kind: "identity-provider", id: provider.providerId, name: provider.displayName },
    details: { guests: guests.length, reset: done, sendMail },
  });
  return accept(
    guests.map(({ displayName, mail }, index) => {
      const outcome = invited.value[index];
      return {
        displayName,
        address: mail ?? undefined,
        redeemUrl: outcome?.ok ? outcome.value.redeemUrl : undefined,
        refusal: outcome?.ok ? undefined : outcome?.refusal.code,
      };
    }),
  );
}
