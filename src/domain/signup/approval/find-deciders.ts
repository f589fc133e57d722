import type { GroupId, TenantId, UserId } from "../../../foundation/identifiers.ts";
import type { Machine } from "../../../platform/machine.ts";
import type { Actor } from "../../audit/circumstances.ts";
import { findGroups, groupsOf } from "../../directory/find-groups.ts";
import { findRelatedObjects } from "../../directory/find-related-objects.ts";
import { listRoleHolders, rolesOf } from "../../directory/find-roles.ts";
import { findUser } from "../../directory/find-user.ts";
import type { User } from "../../directory/rules/user.ts";
import { listUserFlows } from "../find-user-flow.ts";
import { mayDecideSignUp, signUpDeciders } from "../rules/may-decide-sign-up.ts";
import type { UserFlow } from "../rules/user-flow.ts";

/** Somebody to whom a request is mailed. */
export interface Approver {
  readonly userId: UserId;
  readonly displayName: string;
  readonly address: string;
  readonly language: string | undefined;
}

/** More people are not mailed about one request; all of them may decide. */
const mostMailed = 100;

/** The flows of a tenant about whose people somebody decides. */
export async function flowsDecidedBy(
  machine: Machine,
  tenantId: TenantId,
  actor: Actor,
): Promise<UserFlow[]> {
  const flows = await listUserFlows(machine.database, tenantId);
  if (flows.length === 0) return [];
  switch (actor.kind) {
    case "user": {
      const user = await findUser(machine.database, tenantId, actor.userId);
      if (!user) return [];
      const [groups, roles] = await Promise.all([
        groupsOf(machine.database, tenantId, user.userId),
        rolesOf(machine.database, tenantId, user.userId),
      ]);
      return flows.filter((flow) => mayDecideSignUp(flow, { user, groups, roles }));
    }
    // What an application may do its permissions say; the operator may do everything.
    case "application":
    case "operator":
      return [...flows];
    default:
      return [];
  }
}

/**
 * Whom a request by a flow is mailed to: its approvers, those who are there and able. Where none is left, whoever
 * holds the narrowest of the directory roles that decide.
 */
export async function findApprovers(machine: Machine, flow: UserFlow): Promise<Approver[]> {
  const { tenantId, approvingUsers, approvingGroups } = flow;
  const groups = await findGroups(machine.database, tenantId, approvingGroups);
  const inGroups = await Promise.all(groups.map(({ groupId }) => usersIn(machine, tenantId, groupId)));
  const userIds = [...new Set([...approvingUsers, ...inGroups.flat()])].slice(0, mostMailed);
  const users = await Promise.all(userIds.map((userId) => findUser(machine.database, tenantId, userId)));
  const members = users.flatMap((user) => (user?.kind === "member" ? reachable(user) : []));
  if (members.length > 0) return members;
  for (const role of signUpDeciders) {
    const holders = await listRoleHolders(machine.database, tenantId, role);
    const able = holders.flatMap(reachable);
    if (able.length > 0) return able.slice(0, mostMailed);
  }
  return [];
}

function reachable({ displayName, mail, accountEnabled, userId, preferredLanguage }: User): Approver[] {
  return accountEnabled && mail !== undefined
    ? [{ userId, displayName, address: mail, language: preferredLanguage }]
    : [];
}

async function usersIn({ database }: Machine, tenantId: TenantId, groupId: GroupId): Promise<UserId[]> {
  const members = await findRelatedObjects(
    database,
    tenantId,
    { objectId: groupId, relation: "transitive-members", kinds: ["user"] },
    { limit: mostMailed },
  );
  return members.map(({ id }) => id as UserId);
}
