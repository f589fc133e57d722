import { deleteUser } from "../../../../domain/directory/delete-user.ts";
import { type UserChangeRefusal, updateUser } from "../../../../domain/directory/update-user.ts";
import { badRequest, type GraphError, lastAdministrator, notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { findAddressedUser } from "./find-addressed-user.ts";
import { checkMayAdminister, checkMayUpdate } from "./may-change-user.ts";
import { readUserChanges } from "./user-changes-body.ts";

/** `PATCH /users/{id}`. */
export async function updateUserEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const user = await findAddressedUser(request, "PATCH /users/:id");
  const changes = readUserChanges(await readJsonObject(request));
  await checkMayUpdate(machine, caller, user, changes);
  const { tenantId } = caller;
  const outcome = await updateUser(machine, circumstances(request), {
    tenantId,
    userId: user.userId,
    changes,
  });
  if (!outcome.ok) throw updateErrors[outcome.refusal.code](user.userId);
  return c.body(null, 204);
}

const updateErrors: Record<UserChangeRefusal["code"], (userId: string) => GraphError> = {
  "user-not-found": notFound,
  "display-name-empty": () =>
    badRequest("Invalid value specified for property 'displayName' of resource 'User'."),
  "address-taken": () =>
    badRequest("Another object with the same value for property proxyAddresses already exists.", {
      code: "ObjectConflict",
      target: "mail",
      message: "Another user has this address. Remove it there first.",
    }),
  "last-administrator": lastAdministrator,
};

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
