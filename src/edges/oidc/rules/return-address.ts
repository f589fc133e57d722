import type { ApplicationInTenant } from "../../../domain/applications/rules/application.ts";
import { matchRedirectUri } from "../../../domain/applications/rules/redirect-uri.ts";
import type { RequestParameters } from "./request-parameters.ts";

/** Where a person goes after sign-out, and the applications this address is registered for. */
export interface ReturnAddress {
  readonly location: string;
  readonly clients: readonly ApplicationInTenant[];
}

/**
 * OpenID Connect RP-Initiated Logout 1.0 section 3: only an address registered for an application that takes part, and
 * `state` goes along. Undefined: the person stays with us.
 */
export function returnAddress(
  candidates: readonly ApplicationInTenant[],
  parameters: RequestParameters,
): ReturnAddress | undefined {
  const asked = parameters.get("post_logout_redirect_uri");
  if (asked === undefined) return undefined;
  const clients = candidates.filter(({ application }) => matchRedirectUri(application.redirectUris, asked));
  if (clients.length === 0) return undefined;
  const state = parameters.get("state");
  const separator = asked.includes("?") ? "&" : "?";
  return {
    location: state === undefined ? asked : `${asked}${separator}state=${encodeURIComponent(state)}`,
    clients,
  };
}
