import { revokeSessions } from "../../../../domain/directory/revoke-sessions.ts";
import { notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { odataContext } from "../../odata/page.ts";
import { findAddressedUser } from "./find-addressed-user.ts";
import { checkMayAdminister } from "./may-change-user.ts";
import { isSelf } from "./user-view.ts";

/** `POST /users/{id}/revokeSignInSessions`: of guests too, for what they opened here. */
export async function revokeSessionsEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const user = await findAddressedUser(request, "POST /users/:id/revokeSignInSessions");
  if (!isSelf(caller, user))
    await checkMayAdminister(machine, caller, user, "POST /users/:id/revokeSignInSessions");
  const { tenantId } = caller;
  const { userId } = user;
  const outcome = await revokeSessions(machine, circumstances(request), { tenantId, userId });
  if (!outcome.ok) throw notFound(userId);
  return graphJson(c, {
    "@odata.context": odataContext(machine.configuration.publicUrl, "Edm.Boolean"),
    value: true,
  });
}
