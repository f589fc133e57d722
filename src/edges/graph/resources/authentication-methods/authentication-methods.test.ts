import { beforeAll, describe, expect, it } from "vitest";
import { type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { setUpApp } from "../../../../../test/support/set-up-app.ts";
import { accepted, byOperator } from "../../../../../test/support/test-machine.ts";
import { findUser } from "../../../../domain/directory/find-user.ts";
import type { User } from "../../../../domain/directory/rules/user.ts";
import { inviteGuest } from "../../../../domain/invitations/invite-guest.ts";
import { findSecondFactorStanding } from "../../../../domain/second-factor/find-second-factor-standing.ts";
import { idsOfHolder } from "../../../../domain/second-factor/rules/factor-holder.ts";

const { machine, call, organisation } = await graphStage();
const all = ["UserAuthenticationMethod.ReadWrite.All"];
let contoso: GraphTenant;
let anna: User;
let guest: User;
let token = "";

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  anna = await contoso.member("anna");
  token = await contoso.userToken(await contoso.member("admin", "authentication-administrator"), all);
  const { tenantId } = contoso.tenant;
  const input = { tenantId, email: "gus@fabrikam.example", redirectUrl: "https://app.example/" };
  const invited = accepted(await inviteGuest(machine, byOperator, { ...input, sendMail: false }));
  guest = (await findUser(machine.database, tenantId, invited.user.userId)) as User;
});

const oath = (userId: string) => `/users/${userId}/authentication/softwareOathMethods`;

describe("the ways in which a user signs in", () => {
  it("are listed: a member's password, and an app once it is set up, without any secret", async () => {
    const methods = `GET /users/${anna.userId}/authentication/methods`;
    expect((await call(methods, token)).body.value).toEqual([
      {
        "@odata.type": "#microsoft.graph.passwordAuthenticationMethod",
        id: "28c10230-6103-485e-b985-444c60001490",
        createdDateTime: expect.stringMatching(/Z$/),
        password: null,
      },
    ]);
    expect((await call(`GET /users/${guest.userId}/authentication/methods`, token)).body.value).toEqual([]);
    await setUpApp(machine, guest);
    const listed = await call(`GET ${oath(guest.userId)}?$select=id,secretKey`, token);
    expect(listed.body.value).toEqual([{ id: expect.any(String), secretKey: null }]);
    const [{ id }] = listed.body.value;
    expect((await call(`GET ${oath(guest.userId)}/${id}`, token)).body).toMatchObject({
      id,
      secretKey: null,
    });
    expect(
      (await call(`GET /users/${guest.userId}/authentication/methods/${id}`, token)).body["@odata.type"],
    ).toBe("#microsoft.graph.softwareOathAuthenticationMethod");
    expect((await call(`GET ${oath(anna.userId)}/${id}`, token)).status).toBe(404);
    expect(
      (await call(`GET /users/${guest.userId}/authentication/passwordMethods`, token)).body.value,
    ).toEqual([]);
  });

  it("are each person's own to read", async () => {
    const own = await contoso.userToken(anna, ["UserAuthenticationMethod.Read"]);
    expect((await call("GET /me/authentication/methods", own)).body.value).toHaveLength(1);
    expect((await call("GET /me/authentication/softwareOathMethods", own)).body.value).toEqual([]);
    expect((await call(`GET ${oath(guest.userId)}`, own)).status).toBe(403);
  });

  it.each([
    ["authentication-administrator", 200],
    ["privileged-authentication-administrator", 200],
    ["global-reader", 200],
    ["user-administrator", 403],
  ] as const)("are read by a %s: %i", async (role, status) => {
    const reader = await contoso.userToken(await contoso.member(`r-${role}`, role), all);
    expect((await call(`GET ${oath(anna.userId)}`, reader)).status).toBe(status);
  });

  it("are another organisation's to nobody", async () => {
    const fabrikam = await organisation("Fabrikam", "fabrikam");
    const other = await fabrikam.appToken(all);
    expect((await call(`GET ${oath(anna.userId)}`, other)).status).toBe(404);
  });
});

describe("the reset of an authenticator app", () => {
  const factorOf = async (user: User) => (await call(`GET ${oath(user.userId)}`, token)).body.value[0]?.id;

  it("ends every proof, is done once, and stands in the log", async () => {
    const { holder } = await setUpApp(machine, anna);
    const proof = async () => {
      const asked = { ...idsOfHolder(holder), now: machine.clock() };
      return (await findSecondFactorStanding(machine.database, asked)).provedAt;
    };
    expect(await proof()).toBeDefined();
    const one = `DELETE ${oath(anna.userId)}/${await factorOf(anna)}`;
    expect((await call(`DELETE ${oath(guest.userId)}/${await factorOf(anna)}`, token)).status).toBe(404);
    expect((await call(one, token)).status).toBe(204);
    expect(await proof()).toBeUndefined();
    expect((await call(one, token)).status).toBe(404);
    const reader = await contoso.appToken(["AuditLog.Read.All"]);
    const { body } = await call(
      "GET /auditLogs/directoryAudits?$filter=activityDisplayName eq 'Admin deleted security info'",
      reader,
    );
    expect(body.value).toMatchObject([
      {
        category: "UserManagement",
        loggedByService: "Authentication Methods",
        targetResources: [{ id: anna.userId }],
      },
    ]);
  });

  it("of an administrator takes more than the role over people, and more than an application", async () => {
    const boss = await contoso.member("boss", "user-administrator");
    await setUpApp(machine, boss);
    const one = `DELETE ${oath(boss.userId)}/${await factorOf(boss)}`;
    for (const refused of [token, await contoso.appToken(all)])
      expect((await call(one, refused)).status).toBe(403);
    const privileged = await contoso.member("priv", "privileged-authentication-administrator");
    expect((await call(one, await contoso.userToken(privileged, all))).status).toBe(204);
  });

  it("is nobody's over themselves: a token may come from the first proof alone", async () => {
    const self = await contoso.member("self", "global-administrator");
    await setUpApp(machine, self);
    const factorId = await factorOf(self);
    const own = await contoso.userToken(self, [...all, "UserAuthenticationMethod.ReadWrite"]);
    for (const path of [
      `/me/authentication/softwareOathMethods/${factorId}`,
      `${oath(self.userId)}/${factorId}`,
    ]) {
      const answer = await call(`DELETE ${path}`, own);
      expect([answer.status, answer.body.error.details[0].code]).toEqual([403, "OwnMethod"]);
    }
    expect(await factorOf(self)).toBe(factorId);
  });
});
