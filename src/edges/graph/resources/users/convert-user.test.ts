import { beforeAll, describe, expect, it } from "vitest";
import { type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { accepted, byOperator } from "../../../../../test/support/test-machine.ts";
import { assignDirectoryRole } from "../../../../domain/directory/assign-directory-role.ts";
import { inviteGuest } from "../../../../domain/invitations/invite-guest.ts";
import type { UserId } from "../../../../foundation/identifiers.ts";

const { machine, call, organisation } = await graphStage();
const now = machine.clock();
let contoso: GraphTenant;
let app = "";
let made = 0;

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  app = await contoso.appToken(["User-ConvertToInternal.ReadWrite.All", "User.Read.All"]);
});

/** Somebody who was invited and has not accepted yet. */
async function guest(): Promise<UserId> {
  made += 1;
  const { tenantId } = contoso.tenant;
  const request = { tenantId, email: `guest${made}@fabrikam.example`, redirectUrl: "https://app.example/" };
  return accepted(await inviteGuest(machine, byOperator, { ...request, sendMail: false })).user.userId;
}

const named = (name: string, more: object = {}) => ({
  userPrincipalName: `${name}@contoso.example`,
  passwordProfile: { password: "a password from the desk", forceChangePasswordNextSignIn: "true" },
  ...more,
});

function convert(userId: string, body: object, token = app) {
  return call(`POST /users/${userId}/convertExternalToInternalMemberUser`, token, { body });
}

const shown =
  "$select=id,userType,userPrincipalName,mailNickname,mail,proxyAddresses,creationType,externalUserState," +
  "externalUserStateChangeDateTime,externalUserConvertedOn,identities,lastPasswordChangeDateTime";

describe("POST /users/{id}/convertExternalToInternalMemberUser", () => {
  it("makes a guest a member under a name here, as clients know the answer, and is written down", async () => {
    const userId = await guest();
    const answer = await convert(userId, named("lee", { mail: "Ann.Lee@contoso.example" }));
    expect([answer.status, answer.body], answer.text).toEqual([
      200,
      {
        "@odata.context": expect.stringContaining("$metadata#microsoft.graph.conversionUserDetails"),
        displayName: `guest${made}`,
        userPrincipalName: "lee@contoso.example",
        convertedToInternalUserDateTime: expect.any(String),
        mail: "Ann.Lee@contoso.example",
      },
    ]);
    const { body: user } = await call(`GET /users/${userId}?${shown}`, app);
    const moment = answer.body.convertedToInternalUserDateTime;
    expect(user).toMatchObject({
      id: userId,
      userType: "Member",
      userPrincipalName: "lee@contoso.example",
      mailNickname: "lee",
      mail: "Ann.Lee@contoso.example",
      proxyAddresses: ["SMTP:ann.lee@contoso.example", `smtp:guest${made}@fabrikam.example`],
      creationType: "Invitation",
      externalUserState: null,
      externalUserStateChangeDateTime: moment,
      externalUserConvertedOn: moment,
      identities: [
        {
          signInType: "userPrincipalName",
          issuer: expect.any(String),
          issuerAssignedId: "lee@contoso.example",
        },
      ],
      lastPasswordChangeDateTime: moment,
    });
    const filter = `externalUserConvertedOn ge ${new Date(now.getTime() - 1000).toISOString()}`;
    const found = await call(`GET /users?$filter=${encodeURIComponent(filter)}&$select=id`, app);
    expect(found.body.value).toContainEqual({ id: userId });
    const log = await call("GET /auditLogs/directoryAudits", await contoso.appToken(["AuditLog.Read.All"]));
    expect(log.body.value).toContainEqual(
      expect.objectContaining({
        activityDisplayName: "Convert external user to internal member user",
        targetResources: [expect.objectContaining({ id: userId })],
      }),
    );
    expect(log.text).not.toContain("a password from the desk");
  });

  it("leaves the address alone where none is given, and takes names in any letters", async () => {
    const userId = await guest();
    const { userPrincipalName, ...more } = named("kim");
    const answer = await convert(userId, { userprincipalname: userPrincipalName, ...more });
    expect([answer.status, answer.body.mail]).toEqual([200, `guest${made}@fabrikam.example`]);
  });

  it.each([
    ["a domain that is not the organisation's", named("x", { userPrincipalName: "x@fabrikam.example" }), 0],
    ["an address that is not", named("x", { mail: "x@fabrikam.example" }), "mail"],
    ["an empty address", named("x", { mail: "" }), "mail"],
    ["an empty name", named("x", { userPrincipalName: "" }), "userPrincipalName"],
    ["a weak password", named("x", { passwordProfile: { password: "short" } }), "passwordProfile/password"],
    ["no password", { userPrincipalName: "x@contoso.example" }, "passwordProfile"],
    ["a name that is taken", named("taken"), "userPrincipalName"],
    ["an address that is taken", named("x", { mail: "taken@contoso.example" }), "mail"],
    ["another property", named("x", { jobTitle: "Clerk" }), "jobTitle"],
  ])("refuses %s, and changes nothing", async (what, body, target) => {
    if (what.includes("taken") && !(await call("GET /users/taken@contoso.example", app)).body.id)
      await contoso.member("taken");
    const userId = await guest();
    const before = await call(`GET /users/${userId}?${shown}`, app);
    const refused = await convert(userId, body);
    expect(refused.status, refused.text).toBe(400);
    expect(refused.body.error.details[0].target).toBe(target === 0 ? "userPrincipalName" : target);
    expect((await call(`GET /users/${userId}?${shown}`, app)).body).toEqual(before.body);
  });

  it("refuses who signs in here already, who is not there, and a second time", async () => {
    const member = await contoso.member("member");
    const refused = await convert(member.userId, named("again"));
    expect([refused.status, refused.body.error.details[0].code]).toEqual([400, "AlreadyInternal"]);
    expect((await convert(crypto.randomUUID(), named("nobody"))).status).toBe(404);
    const userId = await guest();
    expect((await convert(userId, named("once"))).status).toBe(200);
    expect((await convert(userId, named("twice"))).body.error.details[0].code).toBe("AlreadyInternal");
  });

  it("is for user administrators, and for administrators only over whoever holds a role", async () => {
    const permission = ["User-ConvertToInternal.ReadWrite.All"];
    const userId = await guest();
    const asMember = await contoso.userToken(await contoso.member("plain"), permission);
    expect((await convert(userId, named("p"), asMember)).body.error.details[0].code).toBe(
      "MissingDirectoryRole",
    );
    const asUserAdmin = await contoso.userToken(await contoso.member("ua", "user-administrator"), permission);
    const { tenantId } = contoso.tenant;
    const holder = await guest();
    accepted(
      await assignDirectoryRole(machine, byOperator, {
        tenantId,
        userId: holder,
        role: "application-administrator",
      }),
    );
    for (const token of [asUserAdmin, app])
      expect((await convert(holder, named("h"), token)).body.error.details[0].code).toBe(
        "TargetHoldsDirectoryRole",
      );
    const asGlobal = await contoso.userToken(await contoso.member("ga", "global-administrator"), permission);
    expect((await convert(holder, named("h"), asGlobal)).status).toBe(200);
    expect((await convert(userId, named("p"), asUserAdmin)).status).toBe(200);
    const weak = await contoso.appToken(["User.Invite.All", "User.Read.All"]);
    expect((await convert(await guest(), named("w"), weak)).status).toBe(403);
  });

  it("can be undone by an invitation, as of any member", async () => {
    const userId = await guest();
    await convert(userId, named("back"));
    const { tenantId } = contoso.tenant;
    accepted(
      await inviteGuest(machine, byOperator, {
        tenantId,
        userId,
        email: `guest${made}@fabrikam.example`,
        redirectUrl: "https://app.example/",
        sendMail: false,
      }),
    );
    const { body: user } = await call(`GET /users/${userId}?${shown}`, app);
    expect(user).toMatchObject({ externalUserState: "PendingAcceptance", externalUserConvertedOn: null });
  });
});
