import { findAddressHolders } from "../../../../domain/directory/find-address-holders.ts";
import { sponsorsOf } from "../../../../domain/directory/find-user.ts";
import type { User } from "../../../../domain/directory/rules/user.ts";
import { checkPermission, checkPermissionOnOthers } from "../../caller.ts";
import type { GraphRequest } from "../../graph-request.ts";
import type { Navigations } from "../../odata/expand-into.ts";
import { checkSelection } from "../../odata/resource-type.ts";
import type { GraphOperation } from "../../permissions.ts";
import {
  checkDirectoryObjectSelection,
  presentDirectoryObjects,
} from "../directory-objects/present-directory-objects.ts";
import { relatedNavigation } from "../directory-objects/related-navigation.ts";
import { checkMayReadMemberships } from "./find-membership-owner.ts";
import { presentFoundUsers } from "./present-user.ts";
import { userType } from "./user-properties.ts";
import { isSelf } from "./user-view.ts";

/** What can be expanded on users of a list, by whoever may read it alone. */
export function listedUserNavigations(request: GraphRequest) {
  const { machine, caller } = request;
  return {
    manager: async (users: readonly User[], select: readonly string[] | undefined) => {
      checkSelection(userType, select);
      checkMayReadOf(request, users, "GET /users/:id/manager");
      const ids = users.flatMap((user) => user.managerId ?? []);
      const people = await findAddressHolders(machine.database, caller.tenantId, [], ids);
      const managers = [...new Set(ids)].flatMap((id) => people.named(id) ?? []);
      const shown = await presentFoundUsers(request, managers, select);
      return users.map(
        ({ managerId }) => shown[managers.findIndex((manager) => manager.userId === managerId)] ?? null,
      );
    },
  } satisfies Navigations<User>;
}

/** What can be expanded on one user. */
export function userNavigations(request: GraphRequest): Navigations<User> {
  const { machine, caller } = request;
  return {
    ...listedUserNavigations(request),
    memberOf: (users, select) => {
      checkMayReadOf(request, users, "GET /users/:id/memberOf");
      for (const user of users) checkMayReadMemberships(caller, user);
      return relatedNavigation<User>(request, "member-of", ({ userId }) => userId)(users, select);
    },
    sponsors: async (users, select) => {
      checkDirectoryObjectSelection(select);
      checkMayReadOf(request, users, "GET /users/:id/sponsors");
      return Promise.all(
        users.map(async ({ userId }) =>
          presentDirectoryObjects(
            request,
            await sponsorsOf(machine.database, caller.tenantId, userId),
            select,
          ),
        ),
      );
    },
  };
}

function checkMayReadOf({ caller }: GraphRequest, users: readonly User[], operation: GraphOperation): void {
  if (users.every((user) => isSelf(caller, user))) checkPermission(caller, operation);
  else checkPermissionOnOthers(caller, operation);
}
