import { beforeAll, describe, expect, it } from "vitest";
import { type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { accepted, byOperator } from "../../../../../test/support/test-machine.ts";
import { addGroupMember } from "../../../../domain/directory/add-group-member.ts";
import { createGroup } from "../../../../domain/directory/create-group.ts";
import { findUser } from "../../../../domain/directory/find-user.ts";
import { directoryRoles } from "../../../../domain/directory/rules/directory-role.ts";
import type { Group } from "../../../../domain/directory/rules/group.ts";
import type { User } from "../../../../domain/directory/rules/user.ts";
import { inviteGuest } from "../../../../domain/invitations/invite-guest.ts";
import { changeCollaborationSettings } from "../../../../domain/policies/change-collaboration-settings.ts";

const { machine, call, organisation } = await graphStage();
const roleId = directoryRoles["guest-inviter"].templateId;
const scopes = ["User.Read.All", "GroupMember.Read.All", "RoleManagement.Read.Directory"];
let contoso: GraphTenant;
let anna: User;
let guest: User;
let team: Group;
let department: Group;
let other: Group;
let token: string;

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  const { tenantId } = contoso.tenant;
  anna = await contoso.member("anna", "guest-inviter");
  const request = { tenantId, email: "gus@fabrikam.example", redirectUrl: "https://app.example/" };
  const invited = accepted(await inviteGuest(machine, byOperator, { ...request, sendMail: false }));
  guest = (await findUser(machine.database, tenantId, invited.user.userId)) ?? anna;
  const group = async (displayName: string) =>
    accepted(await createGroup(machine, byOperator, { tenantId, displayName }));
  [team, department, other] = [await group("Team"), await group("Department"), await group("Other")];
  const put = async ({ groupId }: Group, member: Parameters<typeof addGroupMember>[2]["member"]) =>
    accepted(await addGroupMember(machine, byOperator, { tenantId, groupId, member }));
  await put(team, { kind: "user", id: anna.userId });
  await put(team, { kind: "user", id: guest.userId });
  await put(department, { kind: "group", id: team.groupId });
  token = await contoso.appToken(scopes);
});

const ids = async (path: string, by = token, options = {}): Promise<string[]> => {
  const answer = await call(`GET ${path}`, by, options);
  expect(answer.status, `${path} ${answer.text}`).toBe(200);
  return answer.body.value.map((object: { id: string }) => object.id).sort();
};
const post = (path: string, body: unknown, by = token) => call(`POST ${path}`, by, { body });

describe("what a user belongs to", () => {
  it("is groups and directory roles, directly or through groups", async () => {
    const path = `/users/${anna.userId}`;
    const direct = await call(`GET ${path}/memberOf?$select=id,displayName`, token);
    expect(direct.body.value.map((object: { displayName: string }) => object.displayName).sort()).toEqual([
      "Guest Inviter",
      "Team",
    ]);
    expect(direct.body.value).toContainEqual({
      "@odata.type": "#microsoft.graph.directoryRole",
      id: roleId,
      displayName: "Guest Inviter",
    });
    expect(await ids(`${path}/transitiveMemberOf`)).toEqual(
      [team.groupId, department.groupId, roleId].sort(),
    );
    expect(await ids(`${path}/memberOf/microsoft.graph.directoryRole`)).toEqual([roleId]);
    expect(
      await ids(`${path}/transitiveMemberOf/microsoft.graph.group?$filter=displayName eq 'Department'`),
    ).toEqual([department.groupId]);
    const count = await call(`GET ${path}/transitiveMemberOf/$count`, token, {
      headers: { consistencylevel: "eventual" },
    });
    expect(count.text).toBe("3");
  });

  it("is told as ids, all of them or those asked for", async () => {
    const path = `/users/${anna.userPrincipalName}`;
    const groups = await post(`${path}/getMemberGroups`, { securityEnabledOnly: false });
    expect(groups.body["@odata.context"]).toBe("http://localhost:8080/v1.0/$metadata#Collection(Edm.String)");
    expect(groups.body.value.sort()).toEqual([team.groupId, department.groupId].sort());
    const objects = await post(`${path}/microsoft.graph.getMemberObjects`, { securityEnabledOnly: false });
    expect(objects.body.value.sort()).toEqual([team.groupId, department.groupId, roleId].sort());
    const asked = { groupIds: [other.groupId, department.groupId, roleId] };
    expect((await post(`${path}/checkMemberGroups`, asked)).body.value).toEqual([department.groupId]);
    const some = { ids: [other.groupId, roleId] };
    expect((await post(`${path}/checkMemberObjects`, some)).body.value).toEqual([roleId]);
    const upward = await post(`/groups/${team.groupId}/getMemberGroups`, {});
    expect(upward.body.value).toEqual([department.groupId]);
    for (const wrong of [{}, { groupIds: [] }, { groupIds: ["x"] }, { groupIds: Array(21).fill(roleId) }])
      expect((await post(`${path}/checkMemberGroups`, wrong)).status).toBe(400);
    expect((await post(`${path}/getMemberGroups`, { securityEnabledOnly: "yes" })).status).toBe(400);
  });

  it("is known of applications too, by id and by appId", async () => {
    const { servicePrincipalId, applicationId } = contoso.application.servicePrincipal;
    const { tenantId } = contoso.tenant;
    const member = { kind: "service-principal" as const, id: servicePrincipalId };
    const { groupId } = department;
    accepted(await addGroupMember(machine, byOperator, { tenantId, groupId, member }));
    const reader = await contoso.appToken(["Application.Read.All"]);
    expect(await ids(`/servicePrincipals/${servicePrincipalId}/memberOf`, reader)).toEqual([groupId]);
    const byAppId = `/servicePrincipals(appId='${applicationId}')`;
    expect(await ids(`${byAppId}/transitiveMemberOf/microsoft.graph.group`, reader)).toEqual([groupId]);
    expect((await post(`${byAppId}/getMemberGroups`, {}, reader)).body.value).toEqual([groupId]);
    expect((await call(`GET /servicePrincipals/${groupId}/memberOf`, reader)).status).toBe(404);
    expect((await call(`GET /servicePrincipals/${servicePrincipalId}/memberOf`, token)).status).toBe(403);
  });

  it("is everybody's own to read, with names only where the token may read groups", async () => {
    const narrow = await contoso.userToken(anna, ["User.Read"]);
    const mine = await call("GET /me/memberOf?$select=id,displayName", narrow);
    expect(mine.body.value).toHaveLength(2);
    for (const object of mine.body.value) expect(object.displayName).toBeNull();
    expect((await post("/me/checkMemberGroups", { groupIds: [team.groupId] }, narrow)).body.value).toEqual([
      team.groupId,
    ]);
    expect((await call(`GET /users/${guest.userId}/memberOf`, narrow)).status).toBe(403);
    const wide = await contoso.userToken(anna, scopes);
    expect(await ids(`/users/${guest.userId}/memberOf`, wide)).toEqual([team.groupId]);
    expect((await call("GET /me/memberOf", token)).status).toBe(400);
  });

  it("is for guests their own alone, and where they are restricted nameless", async () => {
    const asGuest = await contoso.userToken(guest, scopes);
    const mine = () => call("GET /me/memberOf?$select=id,displayName", asGuest);
    const path = `/users/${anna.userId}`;
    expect((await mine()).body.value).toMatchObject([{ id: team.groupId, displayName: "Team" }]);
    expect((await call(`GET ${path}/memberOf`, asGuest)).status).toBe(403);
    expect((await post(`${path}/getMemberGroups`, {}, asGuest)).status).toBe(403);
    const { tenantId } = contoso.tenant;
    const changes = { guestAccess: "restricted" as const };
    accepted(await changeCollaborationSettings(machine, byOperator, { tenantId, changes }));
    expect((await mine()).body.value).toMatchObject([{ id: team.groupId, displayName: null }]);
  });
});
