import { beforeAll, describe, expect, it } from "vitest";
import { type GraphAnswer, type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { accepted, byOperator } from "../../../../../test/support/test-machine.ts";
import { addToGroup } from "../../../../domain/directory/add-to-group.ts";
import { createGroup } from "../../../../domain/directory/create-group.ts";
import { passwordHashOf } from "../../../../domain/directory/find-user.ts";
import type { User } from "../../../../domain/directory/rules/user.ts";
import { inviteGuest } from "../../../../domain/invitations/invite-guest.ts";
import type { UserId } from "../../../../foundation/identifiers.ts";
import { verifyPassword } from "../../../../platform/secrets/password.ts";

const { machine, call, organisation } = await graphStage();
let contoso: GraphTenant;
let admin: User;
let anna: User;
let guestId: UserId;
let token = "";
let weakToken = "";
const graph = "https://graph.microsoft.com/v1.0";

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  admin = await contoso.member("admin", "global-administrator");
  anna = await contoso.member("anna");
  token = await contoso.userToken(admin, ["User.ReadWrite.All"]);
  weakToken = await contoso.userToken(anna, ["User.ReadWrite.All"]);
  const { tenantId } = contoso.tenant;
  const input = { tenantId, email: "gus@fabrikam.example", redirectUrl: "https://app.example/" };
  const circumstances = {
    ...byOperator,
    actor: { kind: "user" as const, userId: anna.userId, displayName: "anna", email: anna.mail },
  };
  guestId = accepted(await inviteGuest(machine, circumstances, { ...input, sendMail: false })).user.userId;
});

const refusal = ({ status, body }: GraphAnswer) => [status, body?.error?.code];

const member = (name: string, more: object = {}) => ({
  accountEnabled: true,
  displayName: `Member ${name}`,
  mailNickname: name,
  userPrincipalName: `${name}@contoso.example`,
  passwordProfile: { password: "correct horse battery", forceChangePasswordNextSignIn: false },
  ...more,
});
const post = (body: unknown, headers = {}) => call("POST /users", token, { body, headers });

describe("POST /users", () => {
  it("adds somebody with everything that can be said of them, who can sign in", async () => {
    const said = {
      givenName: "Nora",
      city: "Oslo",
      country: "Norway",
      employeeId: "E-7",
      otherMails: ["nora@home.example"],
      businessPhones: ["+47 1"],
      usageLocation: "NO",
      userType: "Guest",
    };
    const answer = await post(member("nora", said));
    expect(answer.status, answer.text).toBe(201);
    const { id } = answer.body;
    expect(answer.headers.get("location")).toBe(`http://localhost:8080/v1.0/users/${id}`);
    expect(answer.body).toMatchObject({
      "@odata.context": "http://localhost:8080/v1.0/$metadata#users/$entity",
      displayName: "Member nora",
      userPrincipalName: "nora@contoso.example",
    });
    const select = Object.keys(said).join(",");
    expect((await call(`GET /users/${id}?$select=${select}`, token)).body).toMatchObject(said);
    const hash = await passwordHashOf(machine.database, contoso.tenant.tenantId, id);
    expect(await verifyPassword(hash ?? "", "correct horse battery")).toBe(true);
  });

  it("names what is missing, wrong or taken, in the words that clients know", async () => {
    for (const [body, message, target] of [
      [
        { ...member("x"), passwordProfile: undefined },
        "A value is required for property 'passwordProfile' of resource 'User'.",
        "passwordProfile",
      ],
      [
        { ...member("x"), displayName: "" },
        "Invalid value specified for property 'displayName' of resource 'User'.",
        "displayName",
      ],
      [
        member("x", { mailNickname: "a b" }),
        "Invalid value specified for property 'mailNickname' of resource 'User'.",
        "mailNickname",
      ],
      [member("x", { id: guestId }), "Property 'id' is read-only and cannot be set.", "id"],
      [member("x", { nothing: 1 }), "Invalid property 'nothing'.", "nothing"],
      [
        member("x", { userPrincipalName: "x@elsewhere.example" }),
        "The domain portion of the userPrincipalName property is invalid. You must use one of the verified domain names in your organization.",
        "userPrincipalName",
      ],
      [
        member("x", { userPrincipalName: "x" }),
        "Property userPrincipalName is invalid.",
        "userPrincipalName",
      ],
      [
        member("anna"),
        "Another object with the same value for property userPrincipalName already exists.",
        "userPrincipalName",
      ],
      [
        member("x", { mail: "gus@fabrikam.example" }),
        "Another object with the same value for property proxyAddresses already exists.",
        "mail",
      ],
      [
        member("x", { passwordProfile: { password: "short" } }),
        "The specified password does not comply with password complexity requirements. Please provide a different password.",
        "passwordProfile/password",
      ],
      [
        member("x", {
          passwordProfile: { password: "long enough secret", forceChangePasswordNextSignInWithMfa: true },
        }),
        "Invalid value specified for property 'passwordProfile' of resource 'User'.",
        "passwordProfile/forceChangePasswordNextSignInWithMfa",
      ],
    ] as const) {
      const answer = await post(body);
      expect([answer.status, answer.body.error.message, answer.body.error.details[0].target]).toEqual([
        400,
        message,
        target,
      ]);
    }
  });

  it("answers as little as is preferred, and takes the first sponsors along", async () => {
    const answer = await post(member("olga", { "sponsors@odata.bind": [`${graph}/users/${anna.userId}`] }), {
      prefer: "return=minimal",
    });
    expect([answer.status, answer.headers.get("preference-applied")]).toEqual([204, "return=minimal"]);
    const sponsors = await call("GET /users/olga@contoso.example/sponsors?$select=displayName", token);
    expect(sponsors.body.value).toEqual([{ "@odata.type": "#microsoft.graph.user", displayName: "anna" }]);
    const unknown = await post(
      member("pia", { "sponsors@odata.bind": [`${graph}/users/00000000-0000-4000-8000-00000000dead`] }),
    );
    expect(refusal(unknown)).toEqual([404, "Request_ResourceNotFound"]);
    expect((await call("GET /users/pia@contoso.example", token)).status).toBe(404);
  });

  it("is not for people without a role", async () => {
    const answer = await call("POST /users", weakToken, { body: member("quinn") });
    expect(refusal(answer)).toEqual([403, "Authorization_RequestDenied"]);
  });
});

describe("PATCH /users/{id}", () => {
  it("renames within the organisation's domains, and answers the whole user where that is preferred", async () => {
    const patch = (body: unknown, headers = {}) =>
      call(`PATCH /users/${anna.userId}`, token, { body, headers });
    const answer = await patch(
      { userPrincipalName: "anna.berg@contoso.example", state: "Bergen" },
      { prefer: "return=representation" },
    );
    expect([answer.status, answer.body?.userPrincipalName]).toEqual([200, "anna.berg@contoso.example"]);
    expect((await patch({ userPrincipalName: "anna@contoso.example" })).status).toBe(204);
    expect(refusal(await patch({ userPrincipalName: "admin@contoso.example" }))).toEqual([
      400,
      "Request_BadRequest",
    ]);
    expect(refusal(await patch({ userPrincipalName: "anna@fabrikam.example" }))).toEqual([
      400,
      "Request_BadRequest",
    ]);
  });

  it("sets a password of whoever signs in here, ends their sessions, and tells the log no secret", async () => {
    const { tenantId } = contoso.tenant;
    const rosa = await contoso.member("rosa");
    const rosas = await contoso.userToken(rosa, ["User.Read"]);
    const start = machine.clock();
    machine.setClock(new Date(start.getTime() + 5000));
    const body = { passwordProfile: { password: "another good secret" } };
    expect((await call(`PATCH /users/${rosa.userId}`, token, { body })).status).toBe(204);
    expect((await call("GET /me", rosas)).status).toBe(401);
    machine.setClock(start);
    const hash = await passwordHashOf(machine.database, tenantId, rosa.userId);
    expect(await verifyPassword(hash ?? "", "another good secret")).toBe(true);
    const events = await machine.database.selectFrom("auditEvent").selectAll().execute();
    expect(JSON.stringify(events)).not.toContain("another good secret");
    expect(JSON.stringify(events)).toContain("passwordChanged");

    const ofGuest = await call(`PATCH /users/${guestId}`, token, { body });
    expect(refusal(ofGuest)).toEqual([400, "Request_BadRequest"]);
    const byHerself = await call("PATCH /me", weakToken, { body });
    expect(refusal(byHerself)).toEqual([403, "Authorization_RequestDenied"]);
  });

  it("lets people change little of themselves at /me", async () => {
    const own = await contoso.userToken(anna, ["User.ReadWrite"]);
    expect((await call("PATCH /me", own, { body: { mobilePhone: "+47 2" } })).status).toBe(204);
    expect((await call("GET /me", own)).body.mobilePhone).toBe("+47 2");
    expect(refusal(await call("PATCH /me", own, { body: { jobTitle: "Boss" } }))[0]).toBe(403);
  });
});

describe("POST /users/{id}/revokeSignInSessions", () => {
  it("ends what began before, of oneself and of others whom one administers", async () => {
    const sven = await contoso.member("sven");
    const own = await contoso.userToken(sven, ["User.ReadWrite"]);
    const start = machine.clock();
    machine.setClock(new Date(start.getTime() + 5000));
    const answer = await call("POST /me/microsoft.graph.revokeSignInSessions", own);
    expect(answer.body).toEqual({
      "@odata.context": "http://localhost:8080/v1.0/$metadata#Edm.Boolean",
      value: true,
    });
    expect((await call("GET /me", own)).status).toBe(401);
    const others = `POST /users/${guestId}/revokeSignInSessions`;
    expect(refusal(await call(others, weakToken))).toEqual([403, "Authorization_RequestDenied"]);
    expect((await call(others, token)).status).toBe(200);
    const onlyThis = await contoso.appToken(["User.RevokeSessions.All"]);
    expect((await call(others, onlyThis)).status).toBe(200);
    machine.setClock(start);
  });
});

describe("who belongs to whom", () => {
  const put = (id: string, managerId: string, bearer = token) =>
    call(`PUT /users/${id}/manager/$ref`, bearer, { body: { "@odata.id": `${graph}/users/${managerId}` } });

  it("knows the manager and the reports of somebody", async () => {
    const tom = await contoso.member("tom");
    expect(refusal(await call(`GET /users/${tom.userId}/manager`, token))).toEqual([
      404,
      "Request_ResourceNotFound",
    ]);
    expect((await put(tom.userId, anna.userId)).status).toBe(204);
    const manager = await call(`GET /users/${tom.userId}/manager?$select=displayName`, token);
    expect(manager.body).toEqual({
      "@odata.context": "http://localhost:8080/v1.0/$metadata#directoryObjects(displayName)/$entity",
      "@odata.type": "#microsoft.graph.user",
      displayName: "anna",
    });
    const reports = await call(`GET /users/${anna.userId}/directReports?$filter=startswith(mail,'t')`, token);
    expect(reports.body.value).toMatchObject([{ id: tom.userId }]);
    const expanded = await call(
      "GET /users?$filter=displayName in ('tom','admin')&$orderby=displayName&$select=displayName&$expand=manager($select=displayName)",
      token,
      { headers: { consistencylevel: "eventual" } },
    );
    expect(expanded.body.value, expanded.text).toEqual([
      { displayName: "admin", manager: null },
      { displayName: "tom", manager: { "@odata.type": "#microsoft.graph.user", displayName: "anna" } },
    ]);

    expect(refusal(await put(tom.userId, tom.userId))[0]).toBe(400);
    expect(refusal(await put(tom.userId, "00000000-0000-4000-8000-00000000dead"))[0]).toBe(404);
    expect(refusal(await put(tom.userId, admin.userId, weakToken))[0]).toBe(403);
    expect((await call(`DELETE /users/${tom.userId}/manager/$ref`, token)).status).toBe(204);
    expect((await call(`DELETE /users/${tom.userId}/manager/$ref`, token)).status).toBe(404);
  });

  it("knows who invited a guest, and whom nobody invited", async () => {
    const answer = await call(`GET /users/${guestId}/invitedBy`, token);
    expect(answer.body).toMatchObject({ "@odata.type": "#microsoft.graph.user", id: anna.userId });
    expect((await call(`GET /users/${anna.userId}/invitedBy`, token)).status).toBe(404);
  });

  it("lets up to five users and groups answer for a guest", async () => {
    const { tenantId } = contoso.tenant;
    const group = accepted(await createGroup(machine, byOperator, { tenantId, displayName: "Hosts" }));
    const add = (id: string) =>
      call(`POST /users/${guestId}/sponsors/$ref`, token, {
        body: { "@odata.id": `${graph}/directoryObjects/${id}` },
      });
    expect((await add(group.groupId)).status).toBe(204);
    expect(refusal(await add(group.groupId))[0]).toBe(400);
    expect(refusal(await add("00000000-0000-4000-8000-00000000dead"))[0]).toBe(404);
    for (const name of ["h1", "h2", "h3"])
      expect((await add((await contoso.member(name)).userId)).status).toBe(204);
    expect((await add(admin.userId)).body.error.details[0].code).toBe("TooManySponsors");

    const remove = `DELETE /users/${guestId}/sponsors/${group.groupId}/$ref`;
    expect(refusal(await call(remove, weakToken))[0]).toBe(403);
    expect((await call(remove, token)).status).toBe(204);
    expect((await call(remove, token)).status).toBe(404);
    // Without /$ref the address would mean the sponsor.
    expect((await call(`DELETE /users/${guestId}/sponsors/${anna.userId}`, token)).status).toBe(400);
    const expand = "$select=id&$expand=memberOf($select=displayName)";
    await addToGroup(machine, byOperator, {
      tenantId,
      groupId: group.groupId,
      relation: "member",
      ids: [guestId],
    });
    const readAll = await contoso.appToken(["User.Read.All", "Group.Read.All"]);
    expect((await call(`GET /users/${guestId}?${expand}`, readAll)).body.memberOf).toEqual([
      { "@odata.type": "#microsoft.graph.group", displayName: "Hosts" },
    ]);
    const ofGroup = await call(`GET /groups/${group.groupId}?$expand=members($select=id)`, readAll);
    expect(ofGroup.body.members).toEqual([{ "@odata.type": "#microsoft.graph.user", id: guestId }]);
    const { body } = await call(`GET /users/${guestId}?$select=id&$expand=sponsors($select=id)`, token);
    expect(body.sponsors).toHaveLength(4);
    const references = await call(`GET /users/${guestId}/sponsors/$ref`, token);
    expect(references.body.value).toContainEqual({
      "@odata.id": `http://localhost:8080/v1.0/directoryObjects/${anna.userId}`,
    });
  });

  it("shows inside of a user only what the caller could read beside them", async () => {
    const basic = await contoso.userToken(anna, ["User.ReadBasic.All"]);
    for (const navigation of ["manager", "sponsors", "memberOf"]) {
      const answer = await call(`GET /users/${guestId}?$expand=${navigation}`, basic);
      expect(refusal(answer)).toEqual([403, "Authorization_RequestDenied"]);
    }
    expect(refusal(await call("GET /users?$expand=manager", basic))).toEqual([
      403,
      "Authorization_RequestDenied",
    ]);
    expect((await call("PUT /me/manager/$ref", weakToken, { body: {} })).status).toBe(403);
    const own = await contoso.userToken(anna, ["User.Read"]);
    await put(anna.userId, admin.userId);
    const { body } = await call("GET /me?$select=id&$expand=manager($select=id,displayName)", own);
    expect(body.manager).toMatchObject({ id: admin.userId, displayName: null });
    for (const malformed of ["nothing", "manager,sponsors", "manager($filter=x)", "manager($select=nothing)"])
      expect([malformed, (await call(`GET /me?$expand=${malformed}`, own)).status]).toEqual([malformed, 400]);
  });
});
