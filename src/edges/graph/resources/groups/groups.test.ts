import { beforeAll, describe, expect, it } from "vitest";
import { type GraphAnswer, type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { accepted, byOperator } from "../../../../../test/support/test-machine.ts";
import { findUser } from "../../../../domain/directory/find-user.ts";
import type { User } from "../../../../domain/directory/rules/user.ts";
import { inviteGuest } from "../../../../domain/invitations/invite-guest.ts";

const { machine, call, organisation } = await graphStage();
const base = "http://localhost:8080/v1.0";
const eventual = { headers: { consistencylevel: "eventual" } };
let contoso: GraphTenant;
let admin: User;
let anna: User;
let ivo: User;
let token: string;
let app: string;

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  admin = await contoso.member("admin", "groups-administrator");
  anna = await contoso.member("anna");
  ivo = await contoso.member("ivo");
  const scopes = ["Group.ReadWrite.All", "User.Read.All", "Application.Read.All"];
  token = await contoso.userToken(admin, scopes);
  app = await contoso.appToken(scopes);
});

const plain = { mailEnabled: false, securityEnabled: true };
let made = 0;

async function newGroup(more: object = {}): Promise<string> {
  made += 1;
  const body = { displayName: `Group ${made}`, mailNickname: `group-${made}`, ...plain, ...more };
  const answer = await call("POST /groups", token, { body });
  expect(answer.status, answer.text).toBe(201);
  return answer.body.id;
}

const reference = (id: string) => ({ "@odata.id": `${base}/directoryObjects/${id}` });
const add = (group: string, id: string, as = "members", by = token) =>
  call(`POST /groups/${group}/${as}/$ref`, by, { body: reference(id) });
const remove = (group: string, id: string, as = "members", by = token) =>
  call(`DELETE /groups/${group}/${as}/${id}/$ref`, by);
const list = async (path: string, options = {}) => {
  const answer = await call(`GET ${path}`, token, options);
  expect(answer.status, `${path} ${answer.text}`).toBe(200);
  return answer.body.value;
};
const ids = async (path: string): Promise<string[]> =>
  (await list(path)).map((object: { id: string }) => object.id);

function expectError(answer: GraphAnswer, status: number, code: string, message?: RegExp): void {
  expect([answer.status, answer.body?.error?.code], answer.text).toEqual([status, code]);
  if (message) expect(answer.body.error.message).toMatch(message);
}

describe("POST /groups", () => {
  it("opens a security group with members and owners of several kinds", async () => {
    const { servicePrincipalId } = contoso.application.servicePrincipal;
    const answer = await call("POST /groups", token, {
      body: {
        "@odata.type": "#microsoft.graph.group",
        displayName: "Tender team",
        description: "Who works on the tender",
        mailNickname: "tender",
        groupTypes: [],
        ...plain,
        "members@odata.bind": [
          `https://graph.microsoft.com/v1.0/users/${anna.userId}`,
          `${base}/servicePrincipals('${servicePrincipalId}')`,
        ],
        "owners@odata.bind": [`${base}/users/${ivo.userId}`],
      },
    });
    expect(answer.status, answer.text).toBe(201);
    expect(answer.body).toMatchObject({
      "@odata.context": `${base}/$metadata#groups/$entity`,
      displayName: "Tender team",
      description: "Who works on the tender",
      mailNickname: "tender",
      groupTypes: [],
      ...plain,
      deletedDateTime: null,
    });
    const { id } = answer.body;
    expect(answer.headers.get("location")).toBe(`${base}/groups/${id}`);
    const members = await list(`/groups/${id}/members`);
    expect(members.map((member: object) => Object.entries(member)[0]?.[1]).sort()).toEqual([
      "#microsoft.graph.servicePrincipal",
      "#microsoft.graph.user",
    ]);
    expect(await list(`/groups/${id}/owners?$select=id,displayName`)).toEqual([
      { "@odata.type": "#microsoft.graph.user", id: ivo.userId, displayName: "ivo" },
    ]);
    expect((await call(`GET /groups('${id}')?$select=displayName`, token)).body).toEqual({
      "@odata.context": `${base}/$metadata#groups(displayName)/$entity`,
      displayName: "Tender team",
    });
  });

  it.each([
    [{ groupTypes: ["Unified"] }, "groupTypes", /no Microsoft 365 groups/],
    [{ groupTypes: ["DynamicMembership"] }, "groupTypes", /no dynamic membership/],
    [{ mailEnabled: true }, "mailEnabled", /no Microsoft 365 groups/],
    [{ securityEnabled: false }, "securityEnabled", /security groups/],
    [{ mailEnabled: undefined }, "mailEnabled", /must be false/],
    [{ displayName: " " }, "displayName", /must not be empty/],
    [{ displayName: "a\nb" }, "displayName", /one line/],
    [{ mailNickname: "a b" }, "mailNickname", /without spaces/],
    [{ mailNickname: "a@b" }, "mailNickname", /must not contain/],
    [{ "members@odata.bind": ["nowhere"] }, "members@odata.bind/0", /address of an object/],
    [
      { "owners@odata.bind": Array.from({ length: 21 }, (_, n) => `${base}/users/${pad(n)}`) },
      "owners@odata.bind",
      /at most 20/,
    ],
  ])("refuses %j and says why", async (wrong, target, message) => {
    const body = { displayName: "Wrong", mailNickname: "wrong", ...plain, ...wrong };
    const answer = await call("POST /groups", token, { body });
    expectError(answer, 400, "Request_BadRequest");
    expect(answer.body.error.details).toEqual(
      expect.arrayContaining([expect.objectContaining({ target, message: expect.stringMatching(message) })]),
    );
  });

  it("opens nothing when one of the members is nobody here", async () => {
    const body = {
      displayName: "Half",
      mailNickname: "half",
      ...plain,
      "members@odata.bind": [anna.userId, pad(7)],
    };
    expectError(await call("POST /groups", token, { body }), 404, "Request_ResourceNotFound");
    expect(await list("/groups?$filter=displayName eq 'Half'")).toEqual([]);
  });
});

function pad(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

describe("PATCH and DELETE /groups/{id}", () => {
  it("change properties, and what is not a property is refused by name", async () => {
    const id = await newGroup();
    const patch = (body: unknown) => call(`PATCH /groups/${id}`, token, { body });
    expect((await patch({ displayName: "New name", description: "Said" })).status).toBe(204);
    expect((await patch({ description: null, securityEnabled: true })).status).toBe(204);
    expect((await call(`GET /groups/${id}`, token)).body).toMatchObject({
      displayName: "New name",
      description: null,
    });
    expectError(await patch({ id }), 400, "Request_BadRequest", /'id' is read-only/);
    expectError(await patch({ isBest: true }), 400, "Request_BadRequest", /Invalid property 'isBest'/);
    expectError(await patch({ mailEnabled: true }), 400, "Request_BadRequest", /'mailEnabled'/);
  });

  it("add up to twenty members at once, all or none", async () => {
    const id = await newGroup();
    const bind = (...members: string[]) =>
      call(`PATCH /groups/${id}`, token, {
        body: { "members@odata.bind": members.map((member) => `${base}/users/${member}`) },
      });
    expect((await bind(anna.userId)).status).toBe(204);
    const refused = await bind(ivo.userId, anna.userId);
    expectError(refused, 400, "Request_BadRequest", /already exist.*'members'/);
    expectError(await bind(ivo.userId, pad(1)), 404, "Request_ResourceNotFound");
    expect(await ids(`/groups/${id}/members`)).toEqual([anna.userId]);
  });

  it("with GroupMember.ReadWrite.All add members and change nothing else", async () => {
    const id = await newGroup();
    const narrow = await contoso.appToken(["GroupMember.ReadWrite.All"]);
    const bind = { "members@odata.bind": [`${base}/users/${anna.userId}`] };
    const renamed = await call(`PATCH /groups/${id}`, narrow, { body: { ...bind, displayName: "x" } });
    expectError(renamed, 403, "Authorization_RequestDenied");
    expect((await call(`PATCH /groups/${id}`, narrow, { body: bind })).status).toBe(204);
    expectError(await call(`DELETE /groups/${id}`, narrow), 403, "Authorization_RequestDenied");
  });

  it("delete, and then there is no such group, nor a membership in it", async () => {
    const id = await newGroup({ "members@odata.bind": [anna.userId] });
    expect((await call(`DELETE /groups/${id}`, token)).status).toBe(204);
    expectError(await call(`GET /groups/${id}`, token), 404, "Request_ResourceNotFound");
    expectError(await call(`DELETE /groups/${id}`, token), 404, "Request_ResourceNotFound");
    expectError(await add(id, ivo.userId), 404, "Request_ResourceNotFound");
  });
});

describe("members and owners", () => {
  it("are added by reference, once, and taken out again", async () => {
    const id = await newGroup();
    expect((await add(id, anna.userId)).status).toBe(204);
    expectError(await add(id, anna.userId), 400, "Request_BadRequest", /already exist/);
    expectError(await add(id, pad(3)), 404, "Request_ResourceNotFound");
    const nonsense = { "@odata.id": "somewhere" };
    expectError(
      await call(`POST /groups/${id}/members/$ref`, token, { body: nonsense }),
      400,
      "Request_BadRequest",
    );
    expect(await list(`/groups/${id}/members/$ref`)).toEqual([reference(anna.userId)]);
    expect((await call(`GET /groups/${id}/members/${anna.userId}`, token)).body).toMatchObject({
      "@odata.type": "#microsoft.graph.user",
      displayName: "anna",
    });
    expectError(await call(`DELETE /groups/${id}/members/${anna.userId}`, token), 405, "Request_BadRequest");
    expect((await call(`GET /users/${anna.userId}`, token)).status).toBe(200);
    expect((await remove(id, anna.userId)).status).toBe(204);
    expectError(await remove(id, anna.userId), 404, "Request_ResourceNotFound");
    expectError(
      await call(`GET /groups/${id}/members/${anna.userId}`, token),
      404,
      "Request_ResourceNotFound",
    );
  });

  it("leave the group the last person who answers for it", async () => {
    const id = await newGroup({ "owners@odata.bind": [anna.userId, ivo.userId] });
    const inner = await newGroup();
    expectError(await add(id, inner, "owners"), 400, "Request_BadRequest", /cannot be one of the owners/);
    const { servicePrincipalId } = contoso.application.servicePrincipal;
    expect((await add(id, servicePrincipalId, "owners")).status).toBe(204);
    expect((await remove(id, ivo.userId, "owners")).status).toBe(204);
    expectError(await remove(id, anna.userId, "owners"), 400, "Request_BadRequest", /at least one owner/);
    expect((await remove(id, servicePrincipalId, "owners")).status).toBe(204);
  });

  it("page, count and narrow to one type, also with a slash at the end", async () => {
    const inner = await newGroup();
    const members = [anna.userId, ivo.userId, admin.userId, inner];
    const id = await newGroup({ "members@odata.bind": members });
    const seen: string[] = [];
    let next: string | undefined = `/groups/${id}/members?$top=3&$select=id,userPrincipalName&$count=true`;
    while (next !== undefined) {
      const answer: GraphAnswer = await call(`GET ${next}`, token, seen.length === 0 ? eventual : {});
      expect(answer.body["@odata.count"]).toBe(seen.length === 0 ? 4 : undefined);
      seen.push(...answer.body.value.map((member: { id: string }) => member.id));
      next = answer.body["@odata.nextLink"]?.slice(base.length);
    }
    expect(seen.sort()).toEqual([...members].sort());
    for (const slash of ["", "/"]) {
      const people = await call(
        `GET /groups/${id}/members/microsoft.graph.user${slash}?%24select=id&%24top=999`,
        token,
      );
      expect(people.body["@odata.context"]).toBe(`${base}/$metadata#users(id)`);
      expect(people.body.value).toHaveLength(3);
      expect(people.body.value[0]).toEqual({
        "@odata.type": "#microsoft.graph.user",
        id: expect.any(String),
      });
    }
    expect(await ids(`/groups/${id}/members/microsoft.graph.group`)).toEqual([inner]);
    const count = `GET /groups/${id}/members/microsoft.graph.user/$count`;
    expect((await call(count, token, eventual)).text).toBe("3");
    expectError(await call(count, token), 400, "Request_BadRequest");
    expect((await call(`GET /groups/${id}/members/$count`, token, eventual)).text).toBe("4");
    const filtered = await call(
      `GET /groups/${id}/members/microsoft.graph.user?$count=true&$filter=${encodeURIComponent("userType eq 'Member' and displayName ne 'ivo'")}&$orderby=displayName`,
      token,
      eventual,
    );
    expect(filtered.body, filtered.text).toMatchObject({
      "@odata.count": 2,
      value: [{ displayName: "admin" }, { displayName: "anna" }],
    });
    for (const wrong of ["$select=nonsense", "$filter=nonsense eq 1", "$skiptoken=RG5vYm9keQ"])
      expect((await call(`GET /groups/${id}/members?${wrong}`, token)).status).toBe(400);
  });

  it("show what the token may read of them, and otherwise that they exist", async () => {
    const id = await newGroup({ "members@odata.bind": [anna.userId, await newGroup()] });
    const shown = async (roles: string[]) => {
      const narrow = await contoso.appToken(roles);
      const { body } = await call(`GET /groups/${id}/members?$select=id,displayName`, narrow);
      return body.value.map((member: { displayName: string }) => member.displayName);
    };
    expect((await shown(["GroupMember.Read.All"])).filter((name: unknown) => name === null)).toHaveLength(1);
    expect(await shown(["GroupMember.Read.All", "User.ReadBasic.All"])).toContain("anna");
  });
});

describe("groups in groups", () => {
  it("are followed up and down, and make no circle", async () => {
    const [outer, middle, inner] = [await newGroup(), await newGroup(), await newGroup()];
    expect((await add(outer, middle)).status).toBe(204);
    expect((await add(middle, inner)).status).toBe(204);
    expect((await add(inner, anna.userId)).status).toBe(204);
    for (const [group, member] of [
      [inner, outer],
      [middle, outer],
      [inner, inner],
    ] as const)
      expectError(await add(group, member), 400, "Request_BadRequest", /contain itself/);
    expect((await ids(`/groups/${outer}/transitiveMembers`)).sort()).toEqual(
      [middle, inner, anna.userId].sort(),
    );
    expect(await ids(`/groups/${outer}/transitiveMembers/microsoft.graph.user`)).toEqual([anna.userId]);
    expect(await ids(`/groups/${inner}/memberOf`)).toEqual([middle]);
    expect((await ids(`/groups/${inner}/transitiveMemberOf`)).sort()).toEqual([outer, middle].sort());
    await call(`DELETE /groups/${middle}`, token);
    expect(await ids(`/groups/${outer}/transitiveMembers`)).toEqual([]);
    expect(await ids(`/groups/${inner}/transitiveMemberOf`)).toEqual([]);
    // The deleted one can come back, so it still counts.
    expectError(await add(inner, outer), 400, "Request_BadRequest", /contain itself/);
  });

  it("make no circle either when all are put into each other at once", async () => {
    const groups = await Promise.all(Array.from({ length: 4 }, () => newGroup()));
    const answers = await Promise.all(
      groups.map((group, index) => add(group, groups[(index + 1) % groups.length] ?? "")),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([204, 204, 204, 400]);
  });
});

describe("who may change a group", () => {
  it("is an administrator of groups or people, or its owner, whatever the application may", async () => {
    const id = await newGroup({ "owners@odata.bind": [anna.userId] });
    const asIvo = await contoso.userToken(ivo, ["Group.ReadWrite.All"]);
    const asAnna = await contoso.userToken(anna, ["Group.ReadWrite.All"]);
    const body = { displayName: "Mine", mailNickname: "mine", ...plain };
    expectError(await call("POST /groups", asIvo, { body }), 403, "Authorization_RequestDenied");
    expectError(await add(id, ivo.userId, "members", asIvo), 403, "Authorization_RequestDenied");
    expectError(await add(id, ivo.userId, "owners", asIvo), 403, "Authorization_RequestDenied");
    expectError(await call(`PATCH /groups/${id}`, asIvo, { body: {} }), 403, "Authorization_RequestDenied");
    expectError(await call(`DELETE /groups/${id}`, asIvo), 403, "Authorization_RequestDenied");
    expect((await add(id, ivo.userId, "members", asAnna)).status).toBe(204);
    expect((await add(id, ivo.userId, "owners", asAnna)).status).toBe(204);
    expect((await remove(id, ivo.userId, "owners", asAnna)).status).toBe(204);
    expect((await call(`DELETE /groups/${id}`, asAnna)).status).toBe(204);
    expect((await call("POST /groups", app, { body })).status).toBe(201);
    const opening = await contoso.appToken(["Group.Create"]);
    expect((await call("POST /groups", opening, { body })).status).toBe(201);
    expect((await call("GET /groups", opening)).status).toBe(403);
  });

  it("may be a guest who owns it, and no other guest sees it", async () => {
    const { tenantId } = contoso.tenant;
    const guest = async (email: string) => {
      const invited = accepted(
        await inviteGuest(machine, byOperator, {
          tenantId,
          email,
          redirectUrl: "https://app.example/",
          sendMail: false,
        }),
      );
      const user = await findUser(machine.database, tenantId, invited.user.userId);
      if (!user) throw new Error("the invited guest is not there");
      return user;
    };
    const owner = await guest("owner@fabrikam.example");
    const other = await guest("other@fabrikam.example");
    const id = await newGroup({ "owners@odata.bind": [owner.userId] });
    const asOwner = await contoso.userToken(owner, ["Group.ReadWrite.All"]);
    const asOther = await contoso.userToken(other, ["Group.ReadWrite.All"]);
    expect((await add(id, other.userId, "members", asOwner)).status).toBe(204);
    for (const path of [`/groups/${id}`, `/groups/${id}/members`, `/groups/${pad(9)}`, "/groups"])
      expectError(await call(`GET ${path}`, asOther), 403, "Authorization_RequestDenied");
  });
});

it("writes down who changed which group", async () => {
  const id = await newGroup({
    "members@odata.bind": [anna.userId],
    "owners@odata.bind": [ivo.userId, anna.userId],
  });
  await call(`PATCH /groups/${id}`, token, { body: { displayName: "Renamed" } });
  await remove(id, anna.userId);
  await remove(id, anna.userId, "owners");
  await call(`DELETE /groups/${id}`, token);
  const events = await machine.database
    .selectFrom("auditEvent")
    .select("activity")
    .where("targetId", "=", id)
    .orderBy("eventId")
    .execute();
  expect(events.map((event) => event.activity).sort()).toEqual(
    [
      "group-created",
      "group-member-added",
      "group-owner-added",
      "group-owner-added",
      "group-updated",
      "group-member-removed",
      "group-owner-removed",
      "group-deleted",
    ].sort(),
  );
});
