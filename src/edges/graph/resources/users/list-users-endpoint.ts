import type { RelatedTo } from "../../../../domain/directory/find-related-objects.ts";
import { countUsers, queryUsers } from "../../../../domain/directory/query-users.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { countObjects, listObjects } from "../../odata/list-objects.ts";
import { presentFoundUsers, presentUsers } from "./present-user.ts";
import { listedUserNavigations } from "./user-navigations.ts";
import { userTypeOfTenant } from "./user-type-of-tenant.ts";
import { viewOfEverybody, viewOfOthersFound } from "./user-view.ts";

/** `GET /users`: pages that cost the same wherever they lie. */
export async function listUsersEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  const { tenantId } = caller;
  const visible = viewOfEverybody(caller, "GET /users");
  return listObjects(request, {
    type: await userTypeOfTenant(machine, tenantId),
    visible,
    select: (page) => queryUsers(machine.database, tenantId, page),
    count: (where) => countUsers(machine.database, tenantId, { where }),
    idOf: (user) => user.userId,
    present: (users, select) => {
      const seen = users.map((user) => ({ user, view: visible }));
      return presentUsers(request, seen, select);
    },
    navigations: listedUserNavigations(request),
  });
}

/** `GET /users/$count`: the number as plain text. */
export async function countUsersEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  return countObjects(request, {
    type: await userTypeOfTenant(machine, caller.tenantId),
    visible: viewOfEverybody(caller, "GET /users/$count"),
    count: (where) => countUsers(machine.database, caller.tenantId, { where }),
  });
}

/** Users that an object is related to, each as the caller may see them. */
export async function listRelatedUsers(request: GraphRequest, related: RelatedTo): Promise<Response> {
  const { machine, caller } = request;
  const { tenantId } = caller;
  return listObjects(request, {
    type: await userTypeOfTenant(machine, tenantId),
    visible: viewOfOthersFound(caller),
    select: (page) => queryUsers(machine.database, tenantId, { ...page, related }),
    count: (where) => countUsers(machine.database, tenantId, { where, related }),
    idOf: (user) => user.userId,
    present: (users, select) => presentFoundUsers(request, users, select),
  });
}

/** How many there are. */
export async function countRelatedUsers(request: GraphRequest, related: RelatedTo): Promise<Response> {
  const { machine, caller } = request;
  return countObjects(request, {
    type: await userTypeOfTenant(machine, caller.tenantId),
    visible: viewOfOthersFound(caller),
    count: (where) => countUsers(machine.database, caller.tenantId, { where, related }),
  });
}
