import { resetSecondFactor } from "../../../../domain/second-factor/remove-second-factor.ts";
import { parseGuid, type SecondFactorId } from "../../../../foundation/identifiers.ts";
import { notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest } from "../../graph-request.ts";
import { findAddressedUser } from "../users/find-addressed-user.ts";
import { checkMayResetMethods } from "./may-use-methods.ts";

const operation = "DELETE /users/:id/authentication/softwareOathMethods/:methodId";

/** `DELETE /users/{id}/authentication/softwareOathMethods/{id}`: the person sets up another when one is asked of them. */
export async function resetMethodEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const user = await findAddressedUser(request, operation);
  await checkMayResetMethods(machine, caller, user, operation);
  const typed = c.req.param("methodId") ?? "";
  const factorId = parseGuid<SecondFactorId>(typed);
  if (!factorId) throw notFound(typed.slice(0, 100));
  const outcome = await resetSecondFactor(machine, circumstances(request), { user, factorId });
  if (!outcome.ok) throw notFound(factorId);
  return c.body(null, 204);
}
