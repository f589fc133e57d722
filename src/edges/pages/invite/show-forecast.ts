import type { InvitationForecast as PlannedInvitation } from "../../../domain/invitations/preview-invitations.ts";
import type { InviteRequest } from "../../../domain/invitations/rules/invite-request.ts";
import type { Result } from "../../../foundation/result.ts";
import type { InvitationForecast, InvitationPreview } from "../views/invitation-preview.ts";

/** What will happen for each address as typed, in its order; an address typed twice is shown twice. */
export function forecastsOf(
  typed: readonly string[],
  requests: readonly InviteRequest[],
  planned: readonly Result<PlannedInvitation, { readonly code: string }>[],
): InvitationPreview["rows"] {
  const forecasts = new Map(requests.map((request, index) => [request.email, planned[index]]));
  const seen = new Set<string>();
  return typed.map((address) => {
    const isRepeated = seen.has(address.toLowerCase());
    seen.add(address.toLowerCase());
    return { address, forecast: isRepeated ? "twice" : wordOf(forecasts.get(address)) };
  });
}

function wordOf(
  planned: Result<PlannedInvitation, { readonly code: string }> | undefined,
): InvitationForecast {
  if (!planned?.ok) return refusalWords[planned?.refusal.code ?? ""] ?? "bad-address";
  if (planned.value.isRepeated) return "twice";
  switch (planned.value.step) {
    case "new-guest":
      return "new-guest";
    case "already-accepted":
      return "already-accepted";
    default:
      return "fresh-link";
  }
}

const refusalWords: Readonly<Record<string, InvitationForecast>> = {
  "own-domain": "member",
  "already-member": "member",
  "domain-refused": "domain-refused",
};
