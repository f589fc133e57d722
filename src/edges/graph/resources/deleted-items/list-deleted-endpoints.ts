import { countGroups, queryGroups } from "../../../../domain/directory/query-groups.ts";
import { countUsers, queryUsers } from "../../../../domain/directory/query-users.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { countObjects, listObjects } from "../../odata/list-objects.ts";
import { groupType, presentGroup } from "../groups/group-properties.ts";
import { presentUsers } from "../users/present-user.ts";
import { userType } from "../users/user-properties.ts";
import { viewOfAll } from "../users/user-view.ts";
import { deletedType } from "./deleted-type.ts";
import { checkMaySeeDeleted } from "./may-use-deleted.ts";

const deletedUserType = deletedType(userType);
const deletedGroupType = deletedType(groupType);

/** `GET /directory/deletedItems/microsoft.graph.user`. */
export async function listDeletedUsers(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  const { tenantId } = caller;
  checkMaySeeDeleted(caller, "user");
  const visible = viewOfAll(caller);
  return listObjects(request, {
    type: deletedUserType,
    visible,
    select: (page) => queryUsers(machine.database, tenantId, { ...page, deleted: true }),
    count: (where) => countUsers(machine.database, tenantId, { where, deleted: true }),
    idOf: (user) => user.userId,
    present: (users, select) =>
      presentUsers(
        request,
        users.map((user) => ({ user, view: visible })),
        select,
      ),
  });
}

/** `GET /directory/deletedItems/microsoft.graph.user/$count`. */
export async function countDeletedUsers(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  checkMaySeeDeleted(caller, "user");
  return countObjects(request, {
    type: deletedUserType,
    visible: viewOfAll(caller),
    count: (where) => countUsers(machine.database, caller.tenantId, { where, deleted: true }),
  });
}

/** `GET /directory/deletedItems/microsoft.graph.group`. */
export async function listDeletedGroups(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  const { tenantId } = caller;
  checkMaySeeDeleted(caller, "group");
  return listObjects(request, {
    type: deletedGroupType,
    select: (page) => queryGroups(machine.database, tenantId, { ...page, deleted: true }),
    count: (where) => countGroups(machine.database, tenantId, { where, deleted: true }),
    idOf: (group) => group.groupId,
    present: (groups, select) => groups.map((group) => presentGroup(group, select)),
  });
}

/** `GET /directory/deletedItems/microsoft.graph.group/$count`. */
export async function countDeletedGroups(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  checkMaySeeDeleted(caller, "group");
  return countObjects(request, {
    type: deletedGroupType,
    count: (where) => countGroups(machine.database, caller.tenantId, { where, deleted: true }),
  });
}
