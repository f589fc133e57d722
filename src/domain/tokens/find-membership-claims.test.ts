import { beforeAll, describe, expect, it } from "vitest";
import { type ProtocolStage, protocolStage } from "../../../test/support/protocol-stage.ts";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import type { GroupId } from "../../foundation/identifiers.ts";
import { assignAppRole } from "../applications/assign-app-role.ts";
import type { ApplicationInTenant } from "../applications/rules/application.ts";
import { addGroupMember } from "../directory/add-group-member.ts";
import { assignDirectoryRole } from "../directory/assign-directory-role.ts";
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

function claimsAt(
  groupClaims: ApplicationInTenant["application"]["groupClaims"],
  ...writtenAs: readonly string[]
) {
  const { tenantId, userId } = stage.guest;
  const party = { ...stage.web, application: { ...stage.web.application, groupClaims } };
  const wanted = new Map(writtenAs.length > 0 ? [["groups", new Set(writtenAs)]] : []);
  return findMembershipClaims(machine, tenantId, userId, {
    client: { party, wanted },
    resource: { party: stage.api, wanted: new Map() },
  });
}

describe("what tokens say about a guest's memberships", () => {
  it("holds roles through a group and all groups, like a member's", async () => {
    const { client } = await claimsAt(["security-groups"]);
    expect(client.roles).toEqual(["Reader"]);
    expect([...(client.groups ?? [])].sort()).toEqual([inner, outer].sort());
  });

  it("holds only groups assigned to the application that the guest was put into, where that is asked", async () => {
    expect((await claimsAt(["application-groups"])).client.groups).toEqual([inner]);
  });

  it("holds no groups where none are wanted, and nothing of the client in a token for another resource", async () => {
    const { client, resource } = await claimsAt([]);
    expect(client.groups).toBeUndefined();
    expect(resource).toEqual({
      roles: [],
      groups: undefined,
      groupsAreRoles: false,
      directoryRoleIds: [],
    });
  });

  it("holds names of groups assigned to the application where those are asked, but of no other groups", async () => {
    const named = await claimsAt(["application-groups"], "cloud_displayname");
    expect(named.client.groups).toEqual(["Inner"]);
    const all = await claimsAt(["security-groups"], "cloud_displayname");
    expect([...(all.client.groups ?? [])].sort()).toEqual([inner, outer].sort());
  });

  it("says that groups are to be written as roles only where there are groups", async () => {
    expect((await claimsAt(["security-groups"], "emit_as_roles")).client.groupsAreRoles).toBe(true);
    expect((await claimsAt([], "emit_as_roles")).client.groupsAreRoles).toBe(false);
  });

  it("holds directory roles by their well-known ids, where those are asked", async () => {
    const { tenantId, userId } = stage.guest;
    await assignDirectoryRole(machine, byOperator, { tenantId, userId, role: "guest-inviter" });
    const guestInviter = "95e79109-95c0-4d8e-aee3-d01accf2d47b";
    expect((await claimsAt(["directory-roles"])).client).toMatchObject({
      groups: undefined,
      directoryRoleIds: [guestInviter],
    });
    expect((await claimsAt(["all"])).client.directoryRoleIds).toEqual([guestInviter]);
    expect((await claimsAt(["security-groups"])).client.directoryRoleIds).toEqual([]);
  });
});
