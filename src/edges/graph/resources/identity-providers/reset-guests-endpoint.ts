import type { IdentityProvider } from "../../../../domain/federation/rules/identity-provider.ts";
import {
  type GuestReset,
  resetGuestsOfIssuer,
} from "../../../../domain/invitations/reset-guests-of-issuer.ts";
import { hasPermission } from "../../caller.ts";
import { GraphError } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { odataContext } from "../../odata/page.ts";
import { resetPermissions } from "../invitations/invitation-operations.ts";
import { inviteError } from "../invitations/invite-errors.ts";
import { resetGuestsBody } from "./identity-provider-body.ts";
import { addressedProvider } from "./identity-providers-endpoint.ts";
import { parsed } from "./read-provider-body.ts";

/** `POST /identity/identityProviders/{id}/resetGuests`. */
export async function resetGuestsEndpoint(request: GraphRequest): Promise<Response> {
  return answerWithResets(request, await addressedProvider(request));
}

/** Resets the redemption of every guest who accepted with a provider, and tells of each what became of it. */
export async function answerWithResets(request: GraphRequest, provider: IdentityProvider): Promise<Response> {
  const { c, machine, caller } = request;
  // It changes how people sign in: managing providers is not enough.
  if (!hasPermission(caller, resetPermissions))
    throw new GraphError(403, "Forbidden", "Generic authorization exception.", [
      {
        code: "MissingPermission",
        message: `Resetting guests takes one of these permissions as well: ${resetPermissions.join(", ")}.`,
      },
    ]);
  const body = parsed(resetGuestsBody.safeParse(await readJsonObject(request)));
  const reset = await resetGuestsOfIssuer(machine, circumstances(request), {
    provider,
    sendMail: body.sendInvitationMessage,
  });
  if (!reset.ok) throw inviteError(reset.refusal);
  return graphJson(c, {
    "@odata.context": odataContext(machine.configuration.publicUrl, "Collection(guestReset)"),
    value: reset.value.map(presentReset),
  });
}

function presentReset({ displayName, address, redeemUrl, refusal }: GuestReset): Record<string, unknown> {
  return {
    displayName,
    mail: address ?? null,
    inviteRedeemUrl: redeemUrl ?? null,
    refusal: refusal ?? null,
  };
}
