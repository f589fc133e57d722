import { beforeAll, describe, expect, it } from "vitest";
import { type GraphAnswer, type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { accepted, byOperator } from "../../../../../test/support/test-machine.ts";
import { createGroup } from "../../../../domain/directory/create-group.ts";
import { removeLongDeleted } from "../../../../domain/directory/remove-long-deleted.ts";
import type { User } from "../../../../domain/directory/rules/user.ts";
import { inviteGuest } from "../../../../domain/invitations/invite-guest.ts";

const { machine, call, organisation } = await graphStage();
const deletedUsers = "/directory/deletedItems/microsoft.graph.user";
const deletedGroups = "/directory/deletedItems/microsoft.graph.group";
const eventual = { headers: { consistencylevel: "eventual" } };
let contoso: GraphTenant;
let admin: User;
let token: string;

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  admin = await contoso.member("admin", "global-administrator");
  token = await contoso.userToken(admin, [
    "User.DeleteRestore.All",
    "User.Read.All",
    "Group.ReadWrite.All",
    "User.Invite.All",
  ]);
});

const ids = async (path: string, options = {}): Promise<string[]> => {
  const answer = await call(`GET ${path}`, token, options);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.value.map((object: { id: string }) => object.id);
};

async function newGroup(memberIds: readonly string[] = []): Promise<string> {
  const { tenantId } = contoso.tenant;
  const group = { tenantId, displayName: "Team", memberIds };
  return accepted(await createGroup(machine, byOperator, group)).groupId;
}

async function invite(email: string): Promise<string> {
  const { tenantId } = contoso.tenant;
  const request = { tenantId, email, redirectUrl: "https://app.example/", sendMail: false };
  return accepted(await inviteGuest(machine, byOperator, request)).user.userId;
}

function passDays(days: number): void {
  machine.setClock(new Date(machine.clock().getTime() + days * 24 * 3600 * 1000));
}

function expectError(answer: GraphAnswer, status: number, code: string): void {
  expect([answer.status, answer.body?.error?.code], answer.text).toEqual([status, code]);
}

describe("what was deleted", () => {
  it("is listed by type, newest last where asked, and cannot be listed without a type", async () => {
    const [first, second] = [await contoso.member("first"), await contoso.member("second")];
    const group = await newGroup();
    await call(`DELETE /users/${second.userId}`, token);
    passDays(0.01);
    token = await contoso.userToken(admin, [
      "User.DeleteRestore.All",
      "User.Read.All",
      "Group.ReadWrite.All",
      "User.Invite.All",
    ]);
    await call(`DELETE /users/${first.userId}`, token);
    await call(`DELETE /groups/${group}`, token);
    expect((await ids(deletedUsers)).sort()).toEqual([first.userId, second.userId].sort());
    expect(await ids(`${deletedUsers}?$count=true&$orderby=deletedDateTime`, eventual)).toEqual([
      second.userId,
      first.userId,
    ]);
    expect(await ids(`${deletedUsers}?$filter=displayName eq 'first'`)).toEqual([first.userId]);
    expect(await ids(deletedGroups)).toEqual([group]);
    expect((await call(`GET ${deletedUsers}/$count`, token, eventual)).text).toBe("2");
    expect(await ids("/directory/deletedItems/graph.group")).toEqual([group]);
    expectError(await call("GET /directory/deletedItems", token), 400, "Request_UnsupportedQuery");
    const one = await call(`GET /directory/deletedItems/${first.userId}`, token);
    expect(one.body).toMatchObject({
      "@odata.type": "#microsoft.graph.user",
      displayName: "first",
      deletedDateTime: "2026-03-01T10:14:24Z",
    });
    const living = await call(`GET /directory/deletedItems/${admin.userId}`, token);
    expectError(living, 404, "Request_ResourceNotFound");
  });

  it("comes back with memberships and without sessions", async () => {
    const anna = await contoso.member("anna");
    const group = await newGroup([anna.userId]);
    const before = await contoso.userToken(anna, ["User.Read"]);
    passDays(0.001);
    const path = `/directory/deletedItems/${anna.userId}`;
    expect((await call(`DELETE /users/${anna.userId}`, token)).status).toBe(204);
    expect(await ids(`/groups/${group}/members`)).toEqual([]);
    const restored = await call(`POST ${path}/restore`, token, { body: {} });
    expect(restored.status, restored.text).toBe(200);
    expect(restored.body).toMatchObject({ id: anna.userId, deletedDateTime: null });
    expect(await ids(`/groups/${group}/members`)).toEqual([anna.userId]);
    expect((await call("GET /me", before)).status).toBe(401);
    expectError(await call(`POST ${path}/restore`, token), 404, "Request_ResourceNotFound");
    await call(`DELETE /groups/${group}`, token);
    const again = await call(`POST /directory/deletedItems/${group}/restore`, token);
    expect(again.body).toMatchObject({ "@odata.type": "#microsoft.graph.group", id: group });
    expect(await ids(`/groups/${group}/members`)).toEqual([anna.userId]);
  });

  it("does not come back beside somebody who took its name or address, and says who", async () => {
    const first = await contoso.member("double");
    await call(`DELETE /users/${first.userId}`, token);
    const second = await contoso.member("double");
    const taken = await call(`POST /directory/deletedItems/${first.userId}/restore`, token);
    expectError(taken, 400, "Request_BadRequest");
    expect(taken.body.error.details[0]).toMatchObject({
      code: "ObjectConflict",
      target: "userPrincipalName",
      message: expect.stringContaining(second.userId),
    });
    const guest = await invite("gus@fabrikam.example");
    await call(`DELETE /users/${guest}`, token);
    const anew = await invite("gus@fabrikam.example");
    const refused = await call(`POST /directory/deletedItems/${guest}/restore`, token);
    expect(refused.body.error.details[0].message).toContain(anew);
    const options = { body: { autoReconcileProxyConflict: true } };
    const settled = await call(`POST /directory/deletedItems/${guest}/restore`, token, options);
    expect(settled.body.error.details[0].code).toBe("OptionUnsupported");
  });

  it("can be removed for good, with every trace in groups", async () => {
    const anna = await contoso.member("gone");
    const group = await newGroup([anna.userId]);
    await call(`DELETE /users/${anna.userId}`, token);
    const path = `/directory/deletedItems/${anna.userId}`;
    expect((await call(`DELETE ${path}`, token)).status).toBe(204);
    expectError(await call(`GET ${path}`, token), 404, "Request_ResourceNotFound");
    expectError(await call(`POST ${path}/restore`, token), 404, "Request_ResourceNotFound");
    const links = machine.database.selectFrom("groupMember").selectAll();
    expect(await links.where("groupId", "=", group as never).execute()).toEqual([]);
    await call(`DELETE /groups/${group}`, token);
    expect((await call(`DELETE /directory/deletedItems/${group}`, token)).status).toBe(204);
    expectError(
      await call(`DELETE /directory/deletedItems/${group}`, token),
      404,
      "Request_ResourceNotFound",
    );
  });

  it("is the business of administrators with the permission for its kind", async () => {
    const [anna, boss] = [
      await contoso.member("anna2"),
      await contoso.member("boss", "global-administrator"),
    ];
    const below = await contoso.member("below", "user-administrator");
    for (const { userId } of [anna, boss]) await call(`DELETE /users/${userId}`, token);
    const attempt = async (scopes: string[], by: User, target: User) =>
      (
        await call(
          `POST /directory/deletedItems/${target.userId}/restore`,
          await contoso.userToken(by, scopes),
        )
      ).status;
    const ivo = await contoso.member("ivo");
    expect(await attempt(["User.DeleteRestore.All"], ivo, anna)).toBe(403);
    expect(await attempt(["Group.ReadWrite.All"], below, anna)).toBe(403);
    expect(await attempt(["User.DeleteRestore.All"], below, boss)).toBe(403);
    const groupsOnly = await contoso.appToken(["Group.Read.All"]);
    expect((await call(`GET ${deletedUsers}`, groupsOnly)).status).toBe(403);
    expect((await call(`GET /directory/deletedItems/${anna.userId}`, groupsOnly)).status).toBe(403);
    expect(await attempt(["User.DeleteRestore.All"], below, anna)).toBe(200);
    expect(await attempt(["User.DeleteRestore.All"], admin, boss)).toBe(200);
  });

  it("goes for good after 30 days, and no sooner", async () => {
    const [early, late] = [await contoso.member("early"), await contoso.member("late")];
    const group = await newGroup([early.userId]);
    const application = await contoso.appToken(["User.ReadWrite.All", "Group.ReadWrite.All"], {
      lifetimeSeconds: 90 * 24 * 3600,
    });
    await call(`DELETE /users/${early.userId}`, application);
    await call(`DELETE /groups/${group}`, application);
    passDays(29);
    await call(`DELETE /users/${late.userId}`, application);
    await removeLongDeleted(machine);
    const status = async (id: string) =>
      (await call(`GET /directory/deletedItems/${id}`, application)).status;
    expect(await status(early.userId)).toBe(200);
    passDays(1.01);
    expect(await removeLongDeleted(machine)).toBeGreaterThanOrEqual(2);
    expect([await status(early.userId), await status(group), await status(late.userId)]).toEqual([
      404, 404, 200,
    ]);
    const logged = await machine.database
      .selectFrom("auditEvent")
      .select(["activity", "actorKind"])
      .where("targetId", "=", early.userId)
      .execute();
    expect(logged).toContainEqual({ activity: "user-purged", actorKind: "service" });
  });
});

describe("directory objects", () => {
  it("are found by id whatever they are", async () => {
    const directory = await contoso.appToken(["Directory.Read.All"], { lifetimeSeconds: 24 * 3600 });
    const anna = await contoso.member("anna3");
    const group = await newGroup([anna.userId]);
    const principal = contoso.application.servicePrincipal.servicePrincipalId;
    const one = await call(`GET /directoryObjects/${anna.userId}?$select=displayName`, directory);
    expect(one.body).toMatchObject({ "@odata.type": "#microsoft.graph.user", displayName: "anna3" });
    const nobody = "00000000-0000-4000-8000-000000000001";
    const byIds = async (body: object) => call("POST /directoryObjects/getByIds", directory, { body });
    const all = await byIds({ ids: [anna.userId, group, principal, nobody] });
    const types = (answer: GraphAnswer) =>
      answer.body.value.map((object: Record<string, string>) => object["@odata.type"]).sort();
    expect(types(all)).toEqual([
      "#microsoft.graph.group",
      "#microsoft.graph.servicePrincipal",
      "#microsoft.graph.user",
    ]);
    expect(types(await byIds({ ids: [anna.userId, group], types: ["group", "device"] }))).toEqual([
      "#microsoft.graph.group",
    ]);
    for (const wrong of [{}, { ids: [] }, { ids: ["x"] }, { ids: Array(1001).fill(nobody) }])
      expect((await byIds(wrong)).status).toBe(400);
    const groups = await call(`POST /directoryObjects/${anna.userId}/getMemberGroups`, directory, {
      body: {},
    });
    expect(groups.body.value).toEqual([group]);
    expectError(await call(`GET /directoryObjects/${nobody}`, directory), 404, "Request_ResourceNotFound");
  });
});
