import { beforeAll, describe, expect, it } from "vitest";
import { everyPermission } from "../../../test/support/graph-operations.ts";
import { type GraphAnswer, type GraphTenant, graphStage } from "../../../test/support/graph-stage.ts";
import { accepted, byOperator } from "../../../test/support/test-machine.ts";
import { addGroupMember } from "../../domain/directory/add-group-member.ts";
import { createGroup } from "../../domain/directory/create-group.ts";
import { findUser } from "../../domain/directory/find-user.ts";
import { revokeSessions } from "../../domain/directory/revoke-sessions.ts";
import type { Group } from "../../domain/directory/rules/group.ts";
import type { User } from "../../domain/directory/rules/user.ts";
import { updateUser } from "../../domain/directory/update-user.ts";
import { inviteGuest } from "../../domain/invitations/invite-guest.ts";
import { changeCollaborationSettings } from "../../domain/policies/change-collaboration-settings.ts";

const { machine, call, organisation } = await graphStage();
let contoso: GraphTenant;
let admin: User;
let anna: User;
let guest: User;
let group: Group;

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  admin = await contoso.member("admin", "global-administrator");
  anna = await contoso.member("anna");
  guest = await invitedGuest(contoso, "gus@fabrikam.example");
  group = await groupOf(contoso, guest);
});

async function invitedGuest({ tenant }: GraphTenant, email: string): Promise<User> {
  const { tenantId } = tenant;
  const input = { tenantId, email, redirectUrl: "https://app.example/", sendMail: false };
  const invited = accepted(await inviteGuest(machine, byOperator, input));
  const user = await findUser(machine.database, tenantId, invited.user.userId);
  if (!user) throw new Error("the invited guest is not there");
  return user;
}

async function groupOf({ tenant: { tenantId } }: GraphTenant, user: User): Promise<Group> {
  const made = accepted(await createGroup(machine, byOperator, { tenantId, displayName: "Tender team" }));
  const member = { kind: "user" as const, id: user.userId };
  accepted(await addGroupMember(machine, byOperator, { tenantId, groupId: made.groupId, member }));
  return made;
}

const invitation = (email: string) => ({
  invitedUserEmailAddress: email,
  inviteRedirectUrl: "https://app.example/",
});

function expectError(answer: GraphAnswer, status: number, code: string): void {
  expect([answer.status, answer.body?.error?.code], answer.text).toEqual([status, code]);
  expect(answer.body.error.innerError).toMatchObject({
    date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
    "request-id": answer.headers.get("request-id"),
    "client-request-id": answer.headers.get("client-request-id"),
  });
}

describe("what guests may", () => {
  const asGuest = async (operation: string, options: { body?: unknown } = {}) =>
    call(
      operation,
      await contoso.userToken(guest, [...everyPermission, "User.Read", "User.ReadWrite"]),
      options,
    );
  const setAccess = (guestAccess: "limited" | "restricted" | "member") =>
    changeCollaborationSettings(machine, byOperator, {
      tenantId: contoso.tenant.tenantId,
      changes: { guestAccess },
    });

  it("is to read themselves, and little of people they can name", async () => {
    expect((await asGuest("GET /me?$select=id,userType")).body).toMatchObject({
      id: guest.userId,
      userType: "Guest",
    });
    const other = await asGuest(
      `GET /users/${anna.userId}?$select=displayName,jobTitle,accountEnabled,otherMails,userType`,
    );
    expect(other.body).toMatchObject({
      displayName: "anna",
      userType: "Member",
      jobTitle: null,
      accountEnabled: null,
      otherMails: [],
    });
    for (const refused of [
      "GET /users",
      "GET /users/$count",
      "GET /groups",
      `GET /groups/${group.groupId}/members`,
      "GET /auditLogs/signIns",
    ])
      expectError(await asGuest(refused), 403, "Authorization_RequestDenied");
    const { body } = await asGuest("GET /organization");
    expect(body.value[0]).toMatchObject({ displayName: "Contoso", verifiedDomains: [] });
  });

  it("is not to change others, nor their own rights", async () => {
    const expectRefused = async (operation: string, body?: unknown) =>
      expectError(
        await asGuest(operation, body === undefined ? {} : { body }),
        403,
        "Authorization_RequestDenied",
      );
    await expectRefused(`PATCH /users/${anna.userId}`, { jobTitle: "x" });
    await expectRefused(`DELETE /users/${anna.userId}`);
    await expectRefused(`PATCH /users/${guest.userId}`, { userType: "Member" });
    await expectRefused(`PATCH /users/${guest.userId}`, { mobilePhone: "1", accountEnabled: true });
    const own = await asGuest(`PATCH /users/${guest.userId}`, { body: { mobilePhone: "+49 1" } });
    expect(own.status).toBe(204);
  });

  it("is less where the organisation restricts them, without telling who exists", async () => {
    accepted(await setAccess("restricted"));
    expect((await asGuest("GET /me")).status).toBe(200);
    const known = await asGuest(`GET /users/${anna.userId}`);
    const unknown = await asGuest("GET /users/nobody@contoso.example");
    expectError(known, 403, "Authorization_RequestDenied");
    expectError(unknown, 403, "Authorization_RequestDenied");
    expect(unknown.body.error.details).toEqual(known.body.error.details);
    accepted(await setAccess("limited"));
  });

  it("is to invite where the policy lets everyone, with the exact words where it does not", async () => {
    const { tenantId } = contoso.tenant;
    expect(
      (await asGuest("POST /invitations", { body: invitation("by-guest@proseware.example") })).status,
    ).toBe(201);
    const changes = { allowInvitesFrom: "members" as const };
    accepted(await changeCollaborationSettings(machine, byOperator, { tenantId, changes }));
    const refused = await asGuest("POST /invitations", { body: invitation("by-guest@proseware.example") });
    expectError(refused, 403, "Forbidden");
    expect(refused.body.error.message).toBe(
      "Guest invitations not allowed for your company. Contact your company administrator for more details.",
    );
    expect(refused.body.error.details[0].message).toContain("adminsGuestInvitersAndAllMembers");
    const back = { allowInvitesFrom: "everyone" as const };
    accepted(await changeCollaborationSettings(machine, byOperator, { tenantId, changes: back }));
  });
});

describe("a token", () => {
  it("ends with the account it was issued for", async () => {
    const { tenantId } = contoso.tenant;
    const gone = await contoso.member("gone");
    const token = await contoso.userToken(gone, ["User.Read"]);
    expect((await call("GET /me", token)).status).toBe(200);
    const changes = { accountEnabled: false };
    accepted(await updateUser(machine, byOperator, { tenantId, userId: gone.userId, changes }));
    expectError(await call("GET /me", token), 401, "InvalidAuthenticationToken");
  });

  it("ends when the person's sessions are revoked", async () => {
    const { tenantId } = contoso.tenant;
    const user = await contoso.member("revoked");
    const token = await contoso.userToken(user, ["User.Read"]);
    const start = machine.clock();
    machine.setClock(new Date(start.getTime() + 5000));
    accepted(await revokeSessions(machine, byOperator, { tenantId, userId: user.userId }));
    expectError(await call("GET /me", token), 401, "InvalidAuthenticationToken");
    machine.setClock(start);
  });

  it("with User.Read alone tells nothing of others, not even whether they exist", async () => {
    const token = await contoso.userToken(anna, ["User.Read"]);
    expect((await call(`GET /users/${anna.userPrincipalName.toUpperCase()}`, token)).status).toBe(200);
    expectError(await call(`GET /users/${admin.userId}`, token), 403, "Authorization_RequestDenied");
    expectError(await call("GET /users/nobody@contoso.example", token), 403, "Authorization_RequestDenied");
  });

  it("with User.ReadBasic.All shows names and addresses, and does not answer questions about the rest", async () => {
    const token = await contoso.userToken(anna, ["User.ReadBasic.All"]);
    const { body } = await call(`GET /users/${admin.userId}?$select=displayName,accountEnabled`, token);
    expect(body).toMatchObject({ displayName: "admin", accountEnabled: null });
    expect((await call("GET /users?$filter=startswith(displayName,'adm')", token)).body.value).toHaveLength(
      1,
    );
    expectError(
      await call("GET /users?$filter=accountEnabled eq true", token),
      403,
      "Authorization_RequestDenied",
    );
  });

  it("of a person does not do what their roles do not allow", async () => {
    const token = await contoso.userToken(anna, everyPermission);
    expectError(await call(`DELETE /users/${guest.userId}`, token), 403, "Authorization_RequestDenied");
    expectError(await call("GET /auditLogs/directoryAudits", token), 403, "Authorization_RequestDenied");
    const below = await contoso.member("below", "user-administrator");
    const asBelow = await contoso.userToken(below, everyPermission);
    for (const attempt of [{ accountEnabled: false }, { otherMails: ["mine@evil.example"] }])
      expectError(
        await call(`PATCH /users/${admin.userId}`, asBelow, { body: attempt }),
        403,
        "Authorization_RequestDenied",
      );
    const asApp = await contoso.appToken(everyPermission);
    expectError(await call(`DELETE /users/${admin.userId}`, asApp), 403, "Authorization_RequestDenied");
  });
});

describe("the surface", () => {
  it("answers browsers of any origin, and gives every answer its ids", async () => {
    const preflight = await call("OPTIONS /users", undefined, {
      headers: {
        origin: "https://spa.example",
        "access-control-request-method": "GET",
        "access-control-request-headers": "authorization,consistencylevel",
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-origin")).toBe("*");
    expect(preflight.headers.get("access-control-allow-credentials")).toBeNull();
    const id = "11111111-2222-4333-8444-555555555555";
    const answer = await call("GET /me", undefined, {
      headers: { "client-request-id": id, origin: "https://spa.example" },
    });
    expect(answer.headers.get("client-request-id")).toBe(id);
    expect(answer.headers.get("odata-version")).toBe("4.0");
    expect(answer.headers.get("access-control-expose-headers")).toContain("request-id");
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  });

  it("has no list of invitations, no unknown segment and no unknown method", async () => {
    const token = await contoso.userToken(admin, everyPermission);
    const list = await call("GET /invitations", token);
    expectError(list, 405, "Request_BadRequest");
    expect(list.body.error.details[0].message).toContain("externalUserState");
    expectError(await call("GET /nothing/here", token), 400, "BadRequest");
    expectError(await call("PUT /users", token, { body: {} }), 405, "Request_BadRequest");
    expectError(await call(`DELETE /groups/${group.groupId}/members`, token), 405, "Request_BadRequest");
  });

  it("takes bodies of up to a mebibyte, of JSON, and says where they break", async () => {
    const token = await contoso.userToken(admin, everyPermission);
    const post = (body: unknown, headers = {}) => call("POST /invitations", token, { body, headers });
    expectError(
      await post({ ...invitation("a@b.example"), x: "x".repeat(1_100_000) }),
      413,
      "Request_EntityTooLarge",
    );
    expectError(await post("{"), 400, "Request_BadRequest");
    expectError(await post("[]"), 400, "Request_BadRequest");
    expectError(await post("null"), 400, "Request_BadRequest");
    expectError(await post(`${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`), 400, "Request_BadRequest");
    expectError(
      await post("a=b", { "content-type": "application/x-www-form-urlencoded" }),
      415,
      "Request_BadRequest",
    );
    expectError(
      await post({ ...invitation("a@b.example"), invitedUserDisplayName: "a\0b" }),
      400,
      "Request_BadRequest",
    );
  });

  it("survives odd addresses and queries without failing inside", async () => {
    const token = await contoso.userToken(admin, everyPermission);
    for (const odd of [
      "GET /users/%00",
      "GET /users/%E0%A4%A",
      `GET /users/${"x".repeat(3000)}`,
      "GET /users('%27%27)",
      "GET /users?$filter=%00",
      "GET /users?$filter=displayName eq '%00'",
      `GET /users?$filter=${"(".repeat(5000)}`,
      "GET /users?$skiptoken=AAAA",
      "GET /users?$skiptoken=%00",
      "GET /users?$top=-1",
      "GET /users?$top=1000",
      "GET /users?$top=1&$top=2",
      "GET /users?$select=nothing",
      "GET /users?$select=__proto__",
      "GET /users?$filter=constructor eq 'x'",
      "GET /users?$orderby=createdDateTime",
      "GET /users?$expand=nobody",
      "GET /users?$nonsense=1",
      "GET /users?$filter=createdDateTime ge 2024-13-45T99:99:99Z",
      "GET /users?$filter=id eq 'nope'",
      "GET /organization?$select=toString",
      "GET /auditLogs/directoryAudits?$filter=result eq 5",
      "GET /auditLogs/signIns?$skiptoken=QXg",
      "GET /auditLogs/signIns?$filter=userId eq 'x'",
    ]) {
      const answer = await call(odd, token);
      expect([odd, Math.floor(answer.status / 100)]).toEqual([odd, 4]);
      expect(answer.body.error.code).toMatch(/^(Request_\w+|BadRequest)$/);
    }
  });
});
