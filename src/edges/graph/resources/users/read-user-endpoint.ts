import type { User } from "../../../../domain/directory/rules/user.ts";
import type { GraphRequest } from "../../graph-request.ts";
import type { Visible } from "../../odata/resource-type.ts";
import { showObject } from "../../odata/show-object.ts";
import { findAddressedUser, signedInUser } from "./find-addressed-user.ts";
import { presentUsers } from "./present-user.ts";
import { userNavigations } from "./user-navigations.ts";
import { userTypeOfTenant } from "./user-type-of-tenant.ts";
import { viewOf, viewOfAll } from "./user-view.ts";

/** `GET /users/{id}`. */
export async function readUserEndpoint(request: GraphRequest): Promise<Response> {
  const user = await findAddressedUser(request, "GET /users/:id");
  return showUser(request, user, viewOf(request.caller, user, "GET /users/:id"));
}

/** `GET /me`. */
export async function readMeEndpoint(request: GraphRequest): Promise<Response> {
  return showUser(request, signedInUser(request.caller), viewOfAll(request.caller));
}

/** One user, with what is selected and expanded. */
export async function showUser(request: GraphRequest, user: User, view: Visible): Promise<Response> {
  const { machine, caller } = request;
  return showObject(request, {
    type: await userTypeOfTenant(machine, caller.tenantId),
    item: user,
    present: (users, select) =>
      presentUsers(
        request,
        users.map((one) => ({ user: one, view })),
        select,
      ),
    navigations: userNavigations(request),
  });
}
