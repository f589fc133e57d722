import { deleteUser } from "../../../../domain/directory/delete-user.ts";
import { updateUser } from "../../../../domain/directory/update-user.ts";
import { lastAdministrator, notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { preferredAnswer } from "../../preferred-answer.ts";
import { takeCustomValues } from "./custom-values-body.ts";
import { findAddressedUser } from "./find-addressed-user.ts";
import { checkMayAdminister, checkMayUpdate } from "./may-change-user.ts";
import { showUser } from "./read-user-endpoint.ts";
import { readUserChanges } from "./user-body.ts";
import { userError } from "./user-errors.ts";
import { viewOfAll } from "./user-view.ts";

/** `PATCH /users/{id}`. */
export async function updateUserEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const user = await findAddressedUser(request, "PATCH /users/:id");
  const { rest, customValues } = await takeCustomValues(request, await readJsonObject(request));
  const changes = { ...readUserChanges(rest), ...(customValues && { customValues }) };
  await checkMayUpdate(machine, caller, user, changes);
  const { tenantId } = caller;
  const { userId } = user;
  const outcome = await updateUser(machine, circumstances(request), { tenantId, userId, changes });
  if (!outcome.ok) throw userError(outcome.refusal, userId);
  if (preferredAnswer(c) !== "representation") return c.body(null, 204);
  c.header("preference-applied", "return=representation");
  return showUser(request, outcome.value, viewOfAll(request.caller));
}

/** `DELETE /users/{id}`: the user can be brought back for some time. */
export async function deleteUserEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const user = await findAddressedUser(request, "DELETE /users/:id");
  await checkMayAdminister(machine, caller, user, "DELETE /users/:id");
  const { tenantId } = caller;
  const outcome = await deleteUser(machine, circumstances(request), { tenantId, userId: user.userId });
  if (!outcome.ok)
    throw outcome.refusal.code === "last-administrator" ? lastAdministrator() : notFound(user.userId);
  return c.body(null, 204);
}
