import { beforeAll, describe, expect, it } from "vitest";
import { type ProtocolStage, protocolStage } from "../../../test/support/protocol-stage.ts";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import type { GroupId } from "../../foundation/identifiers.ts";
import { assignAppRole } from "../applications/assign-app-role.ts";
import type { ApplicationInTenant } from "../applications/rules/application.ts";
import { addGroupMember } from "../directory/add-group-member.ts";
import { createGroup } from "../directory/create-group.ts";
import { findMembershipClaims } from "./find-membership-claims.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
let stage: ProtocolStage;
let inner: GroupId;
let outer: GroupId;

beforeAll(async () => {
  stage = await protocolStage(machine);
  const { tenantId, userId } = stage.guest;
  const group = async (displayName: string) =>
    accepted(await createGroup(machine, byOperator, { tenantId, displayName })).groupId;
  inner = await group("Inner");
  outer = await group("Outer");
  accepted(
    await addGroupMember(machine, byOperator, {
      tenantId,
      groupId: inner,
      member: { kind: "user", id: userId },
    }),
  );
  accepted(
    await addGroupMember(machine, byOperator, {
      tenantId,
      groupId: outer,
      member: { kind: "group", id: inner },
    }),
  );
  const resourceId = stage.web.servicePrincipal.servicePrincipalId;
  for (const [id, roleValue] of [
    [inner, "Reader"],
    [outer, undefined],
  ] as const)
    accepted(
      await assignAppRole(machine, byOperator, {
        tenantId,
        principal: { kind: "group", id },
        resourceId,
        ...(roleValue ? { roleValue } : {}),
      }),
    );
});

function claimsAt(groupClaims: ApplicationInTenant["application"]["groupClaims"]) {
  const { tenantId, userId } = stage.guest;
  const client = { ...stage.web, application: { ...stage.web.application, groupClaims } };
  return findMembershipClaims(machine, tenantId, userId, { client, resource: stage.api });
}

describe("what tokens say about a guest's memberships", () => {
  it("holds roles through a group and all groups, like a member's", async () => {
    const { client } = await claimsAt(["security-groups"]);
    expect(client.roles).toEqual(["Reader"]);
    expect([...(client.groupIds ?? [])].sort()).toEqual([inner, outer].sort());
  });

  it("holds only groups assigned to the application that the guest was put into, where that is asked", async () => {
    expect((await claimsAt(["application-groups"])).client.groupIds).toEqual([inner]);
  });

  it("holds no groups where none are wanted, and nothing of the client in a token for another resource", async () => {
    const { client, resource } = await claimsAt([]);
    expect(client.groupIds).toBeUndefined();
    expect(resource).toEqual({ roles: [], groupIds: undefined });
  });
});
