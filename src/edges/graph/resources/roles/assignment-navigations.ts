import { findAddressHolders } from "../../../../domain/directory/find-address-holders.ts";
import type { RoleAssignment } from "../../../../domain/directory/rules/role-assignment.ts";
import type { GraphRequest } from "../../graph-request.ts";
import type { Navigations } from "../../odata/expand-into.ts";
import { checkSelection } from "../../odata/resource-type.ts";
import { presentFoundUsers } from "../users/present-user.ts";
import { userType } from "../users/user-properties.ts";
import { presentRoleDefinition } from "./present-role.ts";

/** What can be expanded on role assignments: who holds the role, and the role. */
export function assignmentNavigations(request: GraphRequest): Navigations<RoleAssignment> {
  const { machine, caller } = request;
  return {
    principal: async (assignments, select) => {
      checkSelection(userType, select);
      const userIds = [...new Set(assignments.map(({ userId }) => userId))];
      const people = await findAddressHolders(machine.database, caller.tenantId, [], userIds);
      const holders = userIds.flatMap((userId) => people.named(userId) ?? []);
      const shown = await presentFoundUsers(request, holders, select);
      const byId = new Map(holders.map(({ userId }, index) => [userId, shown[index]]));
      return assignments.map(({ userId }) => byId.get(userId) ?? null);
    },
    roleDefinition: async (assignments, select) =>
      assignments.map(({ role }) => {
        const definition = presentRoleDefinition(role);
        const shown = Object.entries(definition).filter(([name]) => select?.includes(name) ?? true);
        return Object.fromEntries(shown);
      }),
  };
}
