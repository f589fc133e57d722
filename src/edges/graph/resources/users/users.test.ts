import { beforeAll, describe, expect, it } from "vitest";
import { type GraphAnswer, type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { accepted, byOperator } from "../../../../../test/support/test-machine.ts";
import { findUser } from "../../../../domain/directory/find-user.ts";
import { recordRedemption } from "../../../../domain/directory/record-redemption.ts";
import { mailedCodeIssuer, tenantIssuer } from "../../../../domain/directory/rules/external-identity.ts";
import type { User } from "../../../../domain/directory/rules/user.ts";
import { inviteGuests } from "../../../../domain/invitations/invite-guests.ts";
import type { TenantId, UserId } from "../../../../foundation/identifiers.ts";

const { machine, call, organisation } = await graphStage();
let contoso: GraphTenant;
let admin: User;
let anna: User;
let token: string;
let guests: UserId[];
const eventual = { headers: { consistencylevel: "eventual" } };

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  admin = await contoso.member("admin", "global-administrator");
  anna = await contoso.member("anna");
  token = await contoso.userToken(admin, ["User.ReadWrite.All"]);
  const { tenantId } = contoso.tenant;
  const requests = ["bert", "carla", "d'arcy", "emil", "fay"].map((name) => ({
    email: `${name}@fabrikam.example`,
    displayName: `Guest ${name}`,
    redirectUrl: "https://app.example/",
    sendMail: false,
  }));
  const invited = accepted(await inviteGuests(machine, byOperator, { tenantId, requests }));
  guests = invited.map((one) => accepted(one).user.userId);
  await redeem(guests[0], mailedCodeIssuer, "bert@fabrikam.example");
  await redeem(guests[1], tenantIssuer("99999999-0000-4000-8000-000000000001" as TenantId), "home-object-id");
});

async function redeem(userId: UserId | undefined, issuer: string, subject: string): Promise<void> {
  if (userId === undefined) throw new Error("no such guest");
  const { tenantId } = contoso.tenant;
  const identity = { issuer, subject, providerKind: "tenant" as const, email: undefined };
  await machine.database
    .transaction()
    .execute((transaction) =>
      recordRedemption(transaction, { tenantId, userId, identity, now: machine.clock() }),
    );
}

const names = (answer: GraphAnswer): string[] =>
  answer.body.value.map((user: { displayName: string }) => user.displayName);
const list = (query: string, options = {}) => call(`GET /users?${query}`, token, options);

describe("GET /users", () => {
  it("shows the default properties, and others only when they are selected", async () => {
    const { body } = await list("$top=1");
    expect(body["@odata.context"]).toBe("http://localhost:8080/v1.0/$metadata#users");
    expect(Object.keys(body.value[0]).sort()).toEqual([
      "businessPhones",
      "displayName",
      "givenName",
      "id",
      "jobTitle",
      "mail",
      "mobilePhone",
      "officeLocation",
      "preferredLanguage",
      "surname",
      "userPrincipalName",
    ]);
    const selected = await list(
      "$select=id,userType,externalUserState&$filter=mail eq 'carla@fabrikam.example'",
    );
    expect(selected.body["@odata.context"]).toBe(
      "http://localhost:8080/v1.0/$metadata#users(id,userType,externalUserState)",
    );
    expect(selected.body.value).toEqual([
      { id: guests[1], userType: "Guest", externalUserState: "Accepted" },
    ]);
  });

  it.each([
    ["userType eq 'Guest'", 5],
    ["userType eq 'guest' and externalUserState eq 'PendingAcceptance'", 3],
    ["externalUserState eq null", 2],
    ["creationType in ('Invitation','SelfServiceSignUp')", 5],
    ["mail eq 'D''ARCY@fabrikam.example'", 1],
    ["startswith(displayName,'guest ')", 5],
    ["otherMails/any(x:x eq 'bert@fabrikam.example')", 1],
    ["proxyAddresses/any(p:p eq 'smtp:bert@fabrikam.example')", 1],
    ["identities/any(c:c/issuer eq 'MAIL')", 1],
    ["identities/any(c:c/issuerAssignedId eq 'bert@fabrikam.example' and c/issuer eq 'mail')", 1],
    ["identities/any(c:c/issuerAssignedId eq 'bert@fabrikam.example' and c/issuer eq 'google.com')", 0],
    ["identities/any(c:c/issuer eq 'ExternalAzureAD')", 1],
    ["identities/any(c:c/issuerAssignedId eq 'home-object-id')", 0],
    ["accountEnabled eq false", 0],
    ["createdDateTime ge 2026-01-01T00:00:00Z", 7],
    ["createdDateTime gt 2027-01-01T00:00:00Z", 0],
    ["(userType eq 'Member' or mail eq 'fay@fabrikam.example') and accountEnabled eq true", 3],
    ["userType eq 'Nonsense'", 0],
  ])("filters by %s", async (filter, count) => {
    const answer = await list(`$filter=${encodeURIComponent(filter)}`);
    expect(answer.body.value, answer.text).toHaveLength(count);
  });

  it.each([
    ["userType ne 'Guest'", 2],
    ["not (userType eq 'Guest')", 2],
    ["endswith(mail,'@fabrikam.example')", 5],
    ["endswith(userPrincipalName,'#EXT#@contoso.guesthouse.internal')", 5],
  ])("filters by %s for those who bear late answers", async (filter, count) => {
    const query = `$count=true&$filter=${encodeURIComponent(filter)}`;
    const refused = await list(query);
    expect([refused.status, refused.body.error.code]).toEqual([400, "Request_UnsupportedQuery"]);
    const answer = await list(query, eventual);
    expect(answer.body).toMatchObject({ "@odata.count": count, value: { length: count } });
  });

  it.each([
    "contains(displayName,'x')",
    "displayName/any(x:x eq 'a')",
    "mail gt null",
    "accountEnabled eq 'yes'",
    "identities/any(i:i/signInType eq 'federated')",
    "unknown eq 1",
    "otherMails eq 'x'",
  ])("says that %s cannot be asked", async (filter) => {
    const answer = await list(`$filter=${encodeURIComponent(filter)}`, eventual);
    expect(answer.status).toBe(400);
    expect(answer.body.error.code).toMatch(/^Request_(UnsupportedQuery|BadRequest)$/);
  });

  it.each(["$filter=userType eq 'Guest'", "$orderby=displayName desc", "$orderby=userPrincipalName"])(
    "pages by links that need no headers: %s",
    async (query) => {
      const whole = await list(`${query}&$select=id,displayName`, eventual);
      const seen: string[] = [];
      let next: string | undefined = `/users?${query}&$select=id,displayName&$top=2&$count=true`;
      let pages = 0;
      while (next !== undefined) {
        const answer: GraphAnswer = await call(`GET ${next}`, token, pages === 0 ? eventual : {});
        expect(answer.status, answer.text).toBe(200);
        expect(answer.body["@odata.count"]).toBe(pages === 0 ? whole.body.value.length : undefined);
        seen.push(...names(answer));
        const link: string | undefined = answer.body["@odata.nextLink"];
        expect(link ?? "http://localhost:8080/v1.0/").toMatch(/^http:\/\/localhost:8080\/v1\.0\//);
        next = link?.slice("http://localhost:8080/v1.0".length);
        pages += 1;
      }
      expect(seen).toEqual(names(whole));
      expect(pages).toBe(Math.ceil(whole.body.value.length / 2));
    },
  );

  it("counts as plain text, for those who bear late answers", async () => {
    const query = "GET /users/$count?$filter=userType eq 'Guest'";
    expect((await call(query, token)).status).toBe(400);
    const answer = await call(query, token, eventual);
    expect([answer.text, answer.headers.get("content-type")]).toEqual(["5", "text/plain; charset=UTF-8"]);
  });
});

describe("GET /users/{id}", () => {
  it("finds by object id, by name in any case, and by a name between brackets and quotes", async () => {
    const { tenantId } = contoso.tenant;
    const darcy = await findUser(machine.database, tenantId, guests[2] as UserId);
    const upn = encodeURIComponent((darcy?.userPrincipalName ?? "").toUpperCase());
    for (const address of [
      `/users/${darcy?.userId}`,
      `/users/${upn}`,
      `/users('${upn.replaceAll("'", "''")}')`,
    ]) {
      const answer = await call(`GET ${address}`, token);
      expect([address, answer.body.id], answer.text).toEqual([address, darcy?.userId]);
      expect(answer.body["@odata.context"]).toBe("http://localhost:8080/v1.0/$metadata#users/$entity");
    }
  });

  it("tells how a guest proves who they are, and no id of another organisation", async () => {
    const identities = async (index: number) =>
      (await call(`GET /users/${guests[index]}?$select=identities`, token)).body.identities;
    expect(await identities(0)).toMatchObject([
      { signInType: "federated", issuer: "mail", issuerAssignedId: "bert@fabrikam.example" },
      { signInType: "userPrincipalName", issuer: "contoso.guesthouse.internal" },
    ]);
    expect((await identities(1))[0]).toEqual({
      signInType: "federated",
      issuer: "ExternalAzureAD",
      issuerAssignedId: null,
    });
    expect(await identities(2)).toHaveLength(1);
  });

  it("lists the sponsors with their types", async () => {
    machine.setClock(new Date(machine.clock().getTime() + 1000));
    const inviteToken = await contoso.userToken(anna, ["User.Invite.All", "User.Read.All"]);
    const body = {
      invitedUserEmailAddress: "sponsored@fabrikam.example",
      inviteRedirectUrl: "https://app.example",
    };
    const invited = await call("POST /invitations", inviteToken, { body });
    const sponsors = await call(`GET /users/${invited.body.invitedUser.id}/sponsors`, inviteToken);
    expect(sponsors.body.value).toMatchObject([{ "@odata.type": "#microsoft.graph.user", id: anna.userId }]);
    await call(`DELETE /users/${invited.body.invitedUser.id}`, token);
  });
});

describe("changing users", () => {
  it("changes what is sent, empties by null, and takes nothing that is read-only or unknown", async () => {
    const path = `/users/${guests[3]}`;
    const patch = (body: unknown) => call(`PATCH ${path}`, token, { body });
    expect(
      (await patch({ jobTitle: "Buyer", companyName: "Fabrikam", "@odata.type": "#microsoft.graph.user" }))
        .status,
    ).toBe(204);
    expect((await patch({ jobTitle: null })).status).toBe(204);
    const { body } = await call(`GET ${path}?$select=jobTitle,companyName`, token);
    expect(body).toMatchObject({ jobTitle: null, companyName: "Fabrikam" });
    for (const [wrong, message] of [
      [{ externalUserState: "Accepted" }, "Property 'externalUserState' is read-only and cannot be set."],
      [{ id: anna.userId }, "Property 'id' is read-only and cannot be set."],
      [{ isAdmin: true }, "Invalid property 'isAdmin'."],
      [{ accountEnabled: "no" }, "Invalid value specified for property 'accountEnabled' of resource 'User'."],
      [{ mail: "nowhere" }, "Invalid value specified for property 'mail' of resource 'User'."],
      [{ displayName: "" }, "Invalid value specified for property 'displayName' of resource 'User'."],
      [{ displayName: "a\r\nb" }, "Invalid value specified for property 'displayName' of resource 'User'."],
    ] as const) {
      const answer = await patch(wrong);
      expect([answer.status, answer.body.error.message]).toEqual([400, message]);
    }
    const taken = await patch({ mail: "fay@fabrikam.example" });
    expect([taken.status, taken.body.error.details[0].code]).toEqual([400, "ObjectConflict"]);
  });

  it("deletes, and then there is nobody", async () => {
    const path = `/users/${guests[4]}`;
    expect((await call(`DELETE ${path}`, token)).status).toBe(204);
    expect((await call(`GET ${path}`, token)).status).toBe(404);
    expect((await call(`DELETE ${path}`, token)).status).toBe(404);
  });
});

describe("GET /auditLogs/directoryAudits", () => {
  it("tells newest first who invited whom, page by page", async () => {
    const logs = await contoso.userToken(admin, ["AuditLog.Read.All"]);
    const filter =
      "$filter=activityDisplayName eq 'Invite external user' and activityDateTime ge 2026-01-01T00:00:00Z";
    const first = await call(`GET /auditLogs/directoryAudits?${filter}&$top=4`, logs);
    expect(first.status, first.text).toBe(200);
    expect(first.body.value).toHaveLength(4);
    expect(first.body.value[0]).toMatchObject({
      activityDisplayName: "Invite external user",
      category: "UserManagement",
      loggedByService: "Invited Users",
      result: "success",
      initiatedBy: { user: { id: anna.userId, displayName: "anna" } },
      targetResources: [{ type: "User" }],
    });
    const next = first.body["@odata.nextLink"].slice("http://localhost:8080/v1.0".length);
    const second = await call(`GET ${next}`, logs);
    expect(second.body.value).toHaveLength(2);
    expect(JSON.stringify([first.body, second.body])).not.toContain("ticket=");
  });
});
