import { beforeAll, describe, expect, it } from "vitest";
import { type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";

const { call, organisation } = await graphStage();
const orderPath = "/policies/crossTenantAccessPolicy/default";
const codePath = "/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/email";
let contoso: GraphTenant;
let token = "";

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  token = await contoso.appToken([
    "Policy.ReadWrite.CrossTenantAccess",
    "Policy.ReadWrite.AuthenticationMethod",
  ]);
});

const order = async () =>
  (await call(`GET ${orderPath}`, token)).body.invitationRedemptionIdentityProviderConfiguration
    .primaryIdentityProviderPrecedenceOrder;
const changeOrder = (configuration: object) =>
  call(`PATCH ${orderPath}`, token, {
    body: { invitationRedemptionIdentityProviderConfiguration: configuration },
  });

describe("the order of redemption", () => {
  it("is the reference's until somebody decides otherwise", async () => {
    expect((await call(`GET ${orderPath}`, token)).body.isServiceDefault).toBe(true);
    expect(await order()).toEqual(["azureActiveDirectory", "externalFederation", "socialIdentityProviders"]);
  });

  it("is changed, whatever blanks and capitals clients send", async () => {
    const primaryIdentityProviderPrecedenceOrder = ["ExternalFederation ", "azureActiveDirectory"];
    expect((await changeOrder({ primaryIdentityProviderPrecedenceOrder })).status).toBe(204);
    expect(await order()).toEqual(["externalFederation", "azureActiveDirectory"]);
    expect((await changeOrder({ fallbackIdentityProvider: "emailOneTimePasscode" })).status).toBe(204);
    expect(await order()).toEqual(["externalFederation", "azureActiveDirectory"]);
  });

  it.each([
    { primaryIdentityProviderPrecedenceOrder: ["externalFederation", "externalFederation"] },
    { primaryIdentityProviderPrecedenceOrder: ["facebook"] },
    { fallbackIdentityProvider: "microsoftAccount" },
  ])("refuses %j", async (configuration) => {
    expect((await changeOrder(configuration)).status).toBe(400);
  });

  it("says of the policy's other parts that they are not offered", async () => {
    const refused = await call(`PATCH ${orderPath}`, token, { body: { inboundTrust: {} } });
    expect(refused.body.error.details[0].code).toBe("PropertyNotOffered");
  });
});

describe("where members may be guests", () => {
  const visits = async () => (await call(`GET ${orderPath}`, token)).body.memberVisits;
  const change = async (memberVisits: object) =>
    (await call(`PATCH ${orderPath}`, token, { body: { memberVisits } })).status;

  it("is everywhere until somebody decides otherwise, and then on the deployments that are listed", async () => {
    expect(await visits()).toEqual({ allowedTo: "anywhere", hosts: [] });
    expect(await change({ allowedTo: "listed", hosts: ["Guests.Contoso.example"] })).toBe(204);
    expect(await visits()).toEqual({ allowedTo: "listed", hosts: ["guests.contoso.example"] });
    expect(await change({ allowedTo: "nowhere" })).toBe(204);
    expect(await visits()).toEqual({ allowedTo: "nowhere", hosts: [] });
  });

  it.each([
    { allowedTo: "somewhere" },
    { hosts: ["guests.contoso.example"] },
    { allowedTo: "listed", hosts: ["https://guests.contoso.example/"] },
  ])("refuses %j", async (memberVisits) => {
    expect(await change(memberVisits)).toBe(400);
  });
});

describe("the mailed code", () => {
  const allowed = async () => (await call(`GET ${codePath}`, token)).body.allowExternalIdToUseEmailOtp;
  const change = (body: object) =>
    call(`PATCH ${codePath}`, token, {
      body: { "@odata.type": "#microsoft.graph.emailAuthenticationMethodConfiguration", ...body },
    });

  it("is switched off and on", async () => {
    expect(await allowed()).toBe("enabled");
    expect((await change({ allowExternalIdToUseEmailOtp: "disabled" })).status).toBe(204);
    expect(await allowed()).toBe("disabled");
    expect((await change({ allowExternalIdToUseEmailOtp: "default" })).status).toBe(204);
    expect(await allowed()).toBe("enabled");
    expect((await change({ state: "enabled" })).status).toBe(400);
  });

  it("is decided by those who manage identity providers, among people", async () => {
    const scopes = ["Policy.ReadWrite.AuthenticationMethod"];
    const mia = await contoso.userToken(await contoso.member("mia"), scopes);
    expect((await call(`GET ${codePath}`, mia)).status).toBe(403);
    const ida = await contoso.member("ida", "external-identity-provider-administrator");
    expect((await call(`GET ${codePath}`, await contoso.userToken(ida, scopes))).status).toBe(200);
  });
});
