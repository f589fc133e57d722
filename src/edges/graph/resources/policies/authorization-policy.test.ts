import { beforeAll, describe, expect, it } from "vitest";
import { type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";

const { call, organisation } = await graphStage();
const path = "/policies/authorizationPolicy";
const permissions = ["Policy.ReadWrite.Authorization"];
let contoso: GraphTenant;
let token = "";

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  const admin = await contoso.member("admin", "privileged-role-administrator");
  token = await contoso.userToken(admin, permissions);
});

const read = async () => (await call(`GET ${path}`, token)).body;
const change = (body: object, caller = token) => call(`PATCH ${path}`, caller, { body });

describe("the authorization policy", () => {
  it("shows what holds until somebody decides otherwise", async () => {
    expect(await read()).toMatchObject({
      id: "authorizationPolicy",
      allowInvitesFrom: "everyone",
      guestUserRoleId: "10dae51f-b6af-4016-8d66-8c2a99b929b3",
      defaultUserRolePermissions: {
        permissionGrantPoliciesAssigned: ["managePermissionGrantsForSelf.microsoft-user-default-legacy"],
      },
    });
    const selected = await call(`GET ${path}?$select=guestUserRoleId`, token);
    expect(Object.keys(selected.body)).toEqual(["@odata.context", "guestUserRoleId"]);
  });

  it("changes one decision and leaves the others", async () => {
    for (const [body, expected] of [
      [{ allowInvitesFrom: "adminsAndGuestInviters" }, { allowInvitesFrom: "adminsAndGuestInviters" }],
      [
        { guestUserRoleId: "2AF84B1E-32C8-42B7-82BC-DAA82404023B" },
        { guestUserRoleId: "2af84b1e-32c8-42b7-82bc-daa82404023b" },
      ],
      [
        { id: "authorizationPolicy", defaultUserRolePermissions: { permissionGrantPoliciesAssigned: [] } },
        { defaultUserRolePermissions: { permissionGrantPoliciesAssigned: [] } },
      ],
    ] as const) {
      const changed = await change(body);
      expect(changed.status, changed.text).toBe(204);
      expect(await read()).toMatchObject(expected);
    }
    expect(await read()).toMatchObject({
      allowInvitesFrom: "adminsAndGuestInviters",
      guestUserRoleId: "2af84b1e-32c8-42b7-82bc-daa82404023b",
    });
  });

  it("decides at once who may invite", async () => {
    const inviter = await contoso.userToken(await contoso.member("anna"), ["User.Invite.All"]);
    const invitation = {
      body: { invitedUserEmailAddress: "x@fabrikam.example", inviteRedirectUrl: "https://app.example/" },
    };
    expect((await change({ allowInvitesFrom: "none" })).status).toBe(204);
    expect((await call("POST /invitations", inviter, invitation)).status).toBe(403);
    expect((await change({ allowInvitesFrom: "adminsGuestInvitersAndAllMembers" })).status).toBe(204);
    expect((await call("POST /invitations", inviter, invitation)).status).toBe(201);
  });

  it.each([
    [{ allowInvitesFrom: "members" }, "InvalidValue", "allowInvitesFrom"],
    [{ guestUserRoleId: "62e90394-69f5-4237-9190-012177145e10" }, "InvalidValue", "guestUserRoleId"],
    [{ allowedToUseSSPR: true }, "PropertyNotOffered", "allowedToUseSSPR"],
    [
      { defaultUserRolePermissions: { allowedToCreateApps: false } },
      "PropertyNotOffered",
      "defaultUserRolePermissions/allowedToCreateApps",
    ],
    [{ toString: "x" }, "UnknownProperty", "toString"],
    [{ id: "another" }, "InvalidValue", "id"],
  ])("refuses %j", async (body, code, target) => {
    const refused = await change(body);
    expect([
      refused.status,
      refused.body.error.details[0].code,
      refused.body.error.details[0].target,
    ]).toEqual([400, code, target]);
  });

  it("is changed by those with a say only", async () => {
    const other = await contoso.userToken(await contoso.member("user", "user-administrator"), permissions);
    expect((await change({ allowInvitesFrom: "everyone" }, other)).status).toBe(403);
    expect((await call(`GET ${path}`, other)).status).toBe(200);
    expect((await call(`POST ${path}`, token, { body: {} })).status).toBe(405);
  });
});
