import { findUsersOfIssuer } from "../../../../domain/directory/find-users-of-issuer.ts";
import type { IdentityProvider } from "../../../../domain/federation/rules/identity-provider.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { addressedProvider } from "./identity-providers-endpoint.ts";

/** `GET /identity/identityProviders/{id}/affectedGuests/$count`. */
export async function countAffectedGuestsEndpoint(request: GraphRequest): Promise<Response> {
  return answerWithCount(request, await addressedProvider(request));
}

/** How many guests could not sign in any more if the provider were removed. */
export async function answerWithCount(
  { c, machine }: GraphRequest,
  { tenantId, issuer }: IdentityProvider,
): Promise<Response> {
  const guests = await findUsersOfIssuer(machine.database, tenantId, issuer);
  return c.text(String(guests.length));
}
