import { beforeAll, describe, expect, it } from "vitest";
import { type GraphAnswer, type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { accepted, byOperator } from "../../../../../test/support/test-machine.ts";
import { findUserByIdentity } from "../../../../domain/directory/find-user.ts";
import { addIdentityProvider } from "../../../../domain/federation/add-identity-provider.ts";
import { switchIdentityProvider } from "../../../../domain/federation/switch-identity-provider.ts";

const { machine, call, organisation } = await graphStage();
let contoso: GraphTenant;
let fabrikam: GraphTenant;
let token = "";

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  fabrikam = await organisation("Fabrikam", "fabrikam");
  token = await contoso.appToken([
    "User.ReadWrite.All",
    "IdentityUserFlow.ReadWrite.All",
    "Policy.ReadWrite.B2BManagementPolicy",
    "AuditLog.Read.All",
  ]);
  await addFacebook(contoso);
});

async function addFacebook({ tenant }: GraphTenant) {
  return accepted(
    await addIdentityProvider(machine, byOperator, {
      ...{ tenantId: tenant.tenantId, kind: "facebook", displayName: "Facebook", domains: [] },
      ...{ settings: { clientId: "client" }, secret: "secret" },
    }),
  );
}

const identity = (issuer: string, issuerAssignedId: string) => ({
  signInType: "federated",
  ...{ issuer, issuerAssignedId },
});
const guest = (name: string, more: object = {}) => ({
  accountEnabled: true,
  mail: `${name}@northwind.example`,
  userType: "Guest",
  identities: [identity("facebook.com", `id-of-${name}`)],
  ...more,
});
const post = (body: object) => call("POST /users", token, { body });
const refusal = ({ status, body }: GraphAnswer) => [
  status,
  body.error?.details?.[0]?.code,
  body.error?.details?.[0]?.target,
];

describe("POST /users with identities", () => {
  it("makes a guest who has accepted, with everything that is said of them", async () => {
    const attribute = await call("POST /identity/userFlowAttributes", token, {
      body: { displayName: "Hobby", description: "Hobby", dataType: "string" },
    });
    const said = {
      displayName: "Vera Lind",
      jobTitle: "Buyer",
      city: "Ghent",
      businessPhones: ["+32 1"],
      [attribute.body.id]: "chess",
    };
    const answer = await post(
      guest("vera", {
        ...said,
        identities: [identity("facebook", "10158")],
        userPrincipalName: `vera_northwind.example#EXT@${contoso.tenant.initialDomain}`,
      }),
    );
    expect(answer.status, answer.text).toBe(201);
    const { id } = answer.body;
    const select = `${Object.keys(said)},userType,creationType,externalUserState,identities,mail,accountEnabled`;
    expect((await call(`GET /users/${id}?$select=${select}`, token)).body).toMatchObject({
      ...{ ...said, userType: "Guest", creationType: "SelfServiceSignUp", externalUserState: "Accepted" },
      ...{ mail: "vera@northwind.example", accountEnabled: true },
      identities: [identity("facebook.com", "10158"), { signInType: "userPrincipalName" }],
    });
    const { tenantId } = contoso.tenant;
    expect(await findUserByIdentity(machine.database, tenantId, "facebook.com", "10158")).toMatchObject({
      ...{ userId: id, isExternal: true },
    });
    const audit = await call(
      "GET /auditLogs/directoryAudits?$filter=activityDisplayName eq 'Add user'",
      token,
    );
    expect(audit.text).toContain("10158");
  });

  it("refuses who has an account already, by address or by identity", async () => {
    await post(guest("wim"));
    const taken = (target: string) => [400, "ObjectConflict", target];
    expect(refusal(await post(guest("wim", { identities: [identity("facebook.com", "other")] })))).toEqual(
      taken("mail"),
    );
    const again = { identities: [identity("facebook", "id-of-wim")] };
    expect(refusal(await post(guest("walter", again)))).toEqual(taken("identities"));
    const few = "/users/$count?$filter=mail eq 'walter@northwind.example'";
    expect((await call(`GET ${few}`, token, { headers: { consistencylevel: "eventual" } })).text).toBe("0");
    await contoso.member("xena");
    const member = { mail: "xena@contoso.example" };
    expect(refusal(await post(guest("x", member)))).toEqual([400, "OwnDomain", "mail"]);
  });

  it("makes one of two at once", async () => {
    const answers = await Promise.all([post(guest("yan")), post(guest("yan"))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400]);
  });

  it.each([
    [{ identities: [identity("google.com", "1")] }, "UnknownIssuer", "identities/0/issuer"],
    [{ identities: [identity("ExternalAzureAD", "1")] }, "UnknownIssuer", "identities/0/issuer"],
    [{ identities: [identity("mail", "a@else.example")] }, "AddressDiffers", "identities/0/issuerAssignedId"],
    [{ identities: [] }, "InvalidValue", "identities"],
    [{ identities: [identity("mail", "1"), identity("facebook", "1")] }, "InvalidValue", "identities"],
    [{ identities: null }, "InvalidValue", "identities"],
    [
      { identities: [{ ...identity("contoso.example", "zoe"), signInType: "userName" }] },
      "InvalidValue",
      "identities/0/signInType",
    ],
    [{ identities: [identity("facebook", "")] }, "InvalidValue", "identities/0/issuerAssignedId"],
    [{ identities: [identity("facebook", "1\u0007")] }, "InvalidValue", "identities/0/issuerAssignedId"],
    [{ userType: "Member" }, "InvalidValue", "userType"],
    [{ userType: undefined }, "MissingValue", "userType"],
    [{ mail: undefined }, "MissingValue", "mail"],
    [{ passwordProfile: { password: "correct horse battery" } }, "ExternalUser", "passwordProfile"],
    [{ userPrincipalName: "admin@contoso.example" }, "GuestNameDiffers", "userPrincipalName"],
    [{ extension_00000000000000000000000000000000_No: 1 }, "UnknownProperty", undefined],
    [{ creationType: "Invitation" }, "ReadOnlyProperty", "creationType"],
  ])("refuses %j, and says why", async (more, code, target) => {
    const told = refusal(await post(guest("zoe", more)));
    expect(told).toEqual([400, code, target ?? told[2]]);
    expect((await post(guest("zoe", more))).status).toBe(400);
  });

  it("knows the providers of the own organisation alone, and none that is switched off", async () => {
    const { tenantId } = fabrikam.tenant;
    const theirs = await fabrikam.appToken(["User.ReadWrite.All"]);
    const create = () => call("POST /users", theirs, { body: guest("ola") });
    expect(refusal(await create())).toEqual([400, "UnknownIssuer", "identities/0/issuer"]);
    const { providerId } = await addFacebook(fabrikam);
    const turn = (isEnabled: boolean) =>
      switchIdentityProvider(machine, byOperator, { tenantId, providerId, isEnabled });
    accepted(await turn(false));
    expect(refusal(await create())).toEqual([400, "IdentityProviderOff", "identities/0/issuer"]);
    accepted(await turn(true));
    expect((await create()).status).toBe(201);
  });

  it("takes the permission and the role of those who add people", async () => {
    const weak = await contoso.appToken(["User.Read.All"]);
    expect((await call("POST /users", weak, { body: guest("pia") })).status).toBe(403);
    const person = await contoso.userToken(await contoso.member("pat"), ["User.ReadWrite.All"]);
    expect((await call("POST /users", person, { body: guest("pia") })).status).toBe(403);
  });

  it("works with the domains that the organisation works with, and no others", async () => {
    const definition = JSON.stringify({
      B2BManagementPolicy: {
        InvitationsAllowedAndBlockedDomainsPolicy: { BlockedDomains: ["northwind.example"] },
      },
    });
    const body = { definition: [definition], displayName: "Domains", isOrganizationDefault: true };
    const made = await call("POST /policies/b2bManagementPolicies", token, { body });
    expect(made.status, made.text).toBe(201);
    expect(refusal(await post(guest("rik")))).toEqual([400, "DomainNotAllowed", "mail"]);
  });
});
