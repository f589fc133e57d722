import { beforeAll, describe, expect, it } from "vitest";
import { type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { accepted, byOperator } from "../../../../../test/support/test-machine.ts";
import { createGroup } from "../../../../domain/directory/create-group.ts";

const stage = await graphStage();
const flows = "/identity/b2xUserFlows";
const attributes = "/identity/userFlowAttributes";
const policy = "/policies/authenticationFlowsPolicy";
const partner = `${flows}/B2X_1_Partner`;
let contoso: GraphTenant;
let token: string;

beforeAll(async () => {
  contoso = await stage.organisation("Contoso", "contoso");
  token = await contoso.appToken([
    "IdentityUserFlow.ReadWrite.All",
    "Policy.ReadWrite.AuthenticationFlows",
    "User.ReadWrite.All",
    "Group.ReadWrite.All",
    "AuditLog.Read.All",
    "Application.Read.All",
  ]);
});

const call = (operation: string, body?: object) => stage.call(operation, token, body ? { body } : {});

describe("user flows", () => {
  it("are made with the prefix, and are one whatever the case of letters", async () => {
    const made = await call(`POST ${flows}`, {
      id: "Partner",
      userFlowType: "signUpOrSignIn",
      userFlowTypeVersion: 1,
    });
    expect(made.status, made.text).toBe(201);
    expect(made.headers.get("location")).toMatch(/\/v1\.0\/identity\/b2xUserFlows\/B2X_1_Partner$/);
    expect(made.body).toMatchObject({
      id: "B2X_1_Partner",
      userFlowType: "signUpOrSignIn",
      userFlowTypeVersion: 1,
    });
    expect((await call(`POST ${flows}`, { id: "partner" })).status).toBe(409);
    expect((await call(`POST ${flows}`, { id: "B2X_1_PARTNER" })).status).toBe(409);
    expect((await call(`POST ${flows}`, { id: "not a name" })).status).toBe(400);
    expect((await call(`GET ${flows}/b2x_1_partner`)).body.id).toBe("B2X_1_Partner");
    expect((await call(`GET ${flows}`)).body.value).toHaveLength(1);
  });

  it("say for whom they are", async () => {
    const changes = {
      allowedDomains: ["Partner.example"],
      blockedDomains: [],
      signUpsPerHour: 20,
      defaultLanguage: "de",
      providersFirst: true,
    };
    expect((await call(`PATCH ${partner}`, changes)).status).toBe(204);
    expect((await call(`GET ${partner}`)).body).toMatchObject({
      ...changes,
      allowedDomains: ["partner.example"],
    });
    for (const wrong of [
      { allowedDomains: ["no domain"] },
      { signUpsPerHour: 0 },
      { signUpsPerHour: 1.5 },
      { defaultLanguage: "tlh" },
      { userFlowType: "signUp" },
      { id: "Other" },
    ])
      expect((await call(`PATCH ${partner}`, wrong)).status, JSON.stringify(wrong)).toBe(400);
  });

  it("are offered in the languages that are switched on", async () => {
    expect((await call(`PUT ${partner}/languages/fr`, { isEnabled: false })).status).toBe(204);
    expect((await call(`GET ${partner}/languages/fr`)).body).toMatchObject({
      id: "fr",
      displayName: "French",
      isEnabled: false,
    });
    // German is what it falls back to.
    expect((await call(`PUT ${partner}/languages/de`, { isEnabled: false })).status).toBe(400);
    expect((await call(`GET ${partner}/languages/tlh`)).status).toBe(404);
    const all = (await call(`GET ${partner}/languages`)).body.value as { id: string; isEnabled: boolean }[];
    expect(all.filter(({ isEnabled }) => !isEnabled).map(({ id }) => id)).toEqual(["fr"]);
  });

  it("take people of other organisations from the start, and codes and providers when told to", async () => {
    const ids = async () =>
      (await call(`GET ${partner}/userFlowIdentityProviders`)).body.value.map(
        (one: { id: string }) => one.id,
      );
    const reference = (id: string) => ({
      "@odata.id": `https://graph.microsoft.com/v1.0/identityProviders/${id}`,
    });
    expect(await ids()).toEqual(["AADSignup-OAUTH"]);
    for (const name of ["identityProviders", "userFlowIdentityProviders", "userflowIdentityProviders"])
      expect((await call(`POST ${partner}/${name}/$ref`, reference("EmailOtpSignup-OAUTH"))).status).toBe(
        204,
      );
    expect(await ids()).toEqual(["AADSignup-OAUTH", "EmailOtpSignup-OAUTH"]);
    expect((await call(`DELETE ${partner}/identityProviders/AADSignup-OAUTH/$ref`)).status).toBe(204);
    expect((await call(`DELETE ${partner}/identityProviders/AADSignup-OAUTH/$ref`)).status).toBe(404);
    expect(await ids()).toEqual(["EmailOtpSignup-OAUTH"]);
    const missing = await call(`POST ${partner}/userFlowIdentityProviders/$ref`, reference("Google-OAUTH"));
    expect(missing.status).toBe(400);
    expect(missing.body.error.details[0].code).toBe("ProviderNotConfigured");
  });
});

describe("attributes", () => {
  let shoeSize = "";

  it("are the built-in ones and those the organisation makes", async () => {
    const made = await call(`POST ${attributes}`, {
      displayName: "Shoe size",
      description: "In Europe",
      dataType: "Int64",
    });
    expect(made.status, made.text).toBe(201);
    shoeSize = made.body.id;
    expect(made.body).toMatchObject({ userFlowAttributeType: "custom", dataType: "int64" });
    const [, hex = ""] = /^extension_([0-9a-f]{32})_ShoeSize$/.exec(shoeSize) ?? [];
    const applications = await call("GET /applications?$filter=startswith(displayName,'aad-extensions-app')");
    expect(applications.body.value.map((one: { appId: string }) => one.appId.replaceAll("-", ""))).toEqual([
      hex,
    ]);
    const listed = await call(`GET ${attributes}?$filter=dataType ne 'string'`);
    expect(listed.body.value.map((one: { id: string }) => one.id)).toEqual([shoeSize]);
    expect((await call(`GET ${attributes}/City`)).body).toMatchObject({
      userFlowAttributeType: "builtIn",
      dataType: "string",
    });
  });

  it("keep their type and their name", async () => {
    expect((await call(`POST ${attributes}`, { displayName: "shoe  Size", dataType: "string" })).status).toBe(
      409,
    );
    expect((await call(`PATCH ${attributes}/${shoeSize}`, { dataType: "string" })).status).toBe(400);
    expect((await call(`PATCH ${attributes}/City`, { displayName: "Town" })).status).toBe(400);
    expect((await call(`PATCH ${attributes}/${shoeSize}`, { displayName: "Size of shoes" })).status).toBe(
      204,
    );
    expect((await call(`GET ${attributes}/${shoeSize}`)).body).toMatchObject({
      displayName: "Size of shoes",
      description: "In Europe",
    });
  });

  it("are asked for in an order", async () => {
    const asked = `${partner}/userAttributeAssignments`;
    const made = await call(`POST ${asked}`, {
      ...{
        isOptional: false,
        requiresVerification: false,
        userInputType: "TextBox",
        displayName: "Your shoes",
      },
      userAttributeValues: [],
      userAttribute: { id: shoeSize },
    });
    expect(made.status, made.text).toBe(201);
    expect(made.headers.get("location")).toMatch(new RegExp(`${shoeSize}$`));
    expect(made.body).toMatchObject({
      id: shoeSize,
      displayName: "Your shoes",
      userInputType: "textBox",
      isOptional: false,
    });
    expect(made.body).not.toHaveProperty("userAttribute");
    expect((await call(`POST ${asked}`, { userAttribute: { id: "city" } })).body).toMatchObject({
      id: "City",
      displayName: "City",
    });
    expect((await call(`POST ${asked}`, { userAttribute: { id: "City" } })).status).toBe(409);
    expect((await call(`POST ${asked}`, { userAttribute: { id: "Nothing" } })).status).toBe(404);
    expect((await call(`GET ${asked}/getOrder`)).body.order).toEqual([shoeSize, "City"]);
    const order = (...ids: string[]) =>
      call(`POST ${asked}/setOrder`, { newAssignmentOrder: { order: ids } });
    expect((await order("City", "Nothing")).status).toBe(400);
    expect((await order("City", "City")).status).toBe(400);
    expect((await order("City")).status).toBe(204);
    expect((await call(`GET ${asked}/getOrder()`)).body.order).toEqual(["City", shoeSize]);
    const expanded = await call(`GET ${asked}?$expand=userAttribute`);
    expect(expanded.body.value[1].userAttribute).toMatchObject({ id: shoeSize, dataType: "int64" });
  });

  it("are asked for by an input that can give their type", async () => {
    const asked = `${partner}/userAttributeAssignments/${shoeSize}`;
    const values = (...all: string[]) =>
      all.map((value) => ({ name: `Size ${value}`, value, isDefault: false }));
    expect((await call(`PATCH ${asked}`, { userInputType: "radioSingleSelect" })).status).toBe(400);
    expect(
      (
        await call(`PATCH ${asked}`, {
          userInputType: "dropdownSingleSelect",
          userAttributeValues: values("40", "x"),
        })
      ).status,
    ).toBe(400);
    expect((await call(`PATCH ${asked}`, { userInputType: "emailBox" })).status).toBe(400);
    expect(
      (
        await call(`PATCH ${asked}`, {
          userInputType: "DropdownSingleSelect",
          userAttributeValues: values("40", "41"),
        })
      ).status,
    ).toBe(204);
    expect((await call(`GET ${asked}`)).body).toMatchObject({
      userInputType: "dropdownSingleSelect",
      displayName: "Your shoes",
    });
  });

  it("stand on users, typed, for those who may change users", async () => {
    const anna = await contoso.member("anna");
    const person = `/users/${anna.userId}`;
    expect((await call(`PATCH ${person}`, { [shoeSize]: 41, jobTitle: "Cook" })).status).toBe(204);
    expect((await call(`GET ${person}?$select=jobTitle,${shoeSize}`)).body).toMatchObject({
      jobTitle: "Cook",
      [shoeSize]: 41,
    });
    expect((await call(`GET ${person}`)).body).not.toHaveProperty(shoeSize);
    expect((await call(`GET /users?$select=id,${shoeSize}`)).body.value).toContainEqual({
      id: anna.userId,
      [shoeSize]: 41,
    });
    expect((await call(`PATCH ${person}`, { [shoeSize]: "41" })).status).toBe(400);
    expect((await call(`PATCH ${person}`, { extension_0_Other: "x" })).status).toBe(400);
    const own = await contoso.userToken(anna, ["User.ReadWrite"]);
    expect((await stage.call("PATCH /me", own, { body: { [shoeSize]: 44 } })).status).toBe(403);
    expect((await stage.call(`GET /me?$select=${shoeSize}`, own)).body[shoeSize]).toBe(41);
    expect((await call(`PATCH ${person}`, { [shoeSize]: null })).status).toBe(204);
    expect((await call(`GET ${person}?$select=${shoeSize}`)).body[shoeSize]).toBeNull();
    expect((await call(`PATCH ${person}`, { [shoeSize]: 42 })).status).toBe(204);
  });

  it("are deleted when no flow asks for them, and their values with them", async () => {
    expect((await call(`DELETE ${attributes}/${shoeSize}`)).status).toBe(400);
    expect((await call(`DELETE ${partner}/userAttributeAssignments/${shoeSize}`)).status).toBe(204);
    expect((await call(`DELETE ${attributes}/${shoeSize}`)).status).toBe(204);
    expect((await call(`DELETE ${attributes}/City`)).status).toBe(400);
    expect((await call(`GET /users?$select=${shoeSize}`)).status).toBe(400);
    const again = await call(`POST ${attributes}`, { displayName: "Shoe size", dataType: "int64" });
    expect(again.body.id).toBe(shoeSize);
    const shown = await call(`GET /users?$select=${shoeSize}`);
    expect(shown.body.value.every((one: Record<string, unknown>) => one[shoeSize] === null)).toBe(true);
  });
});

describe("applications of a flow", () => {
  it("are linked once self-service sign-up is on, each to one flow", async () => {
    const { application, servicePrincipal } = contoso.application;
    const reference = {
      "@odata.id": `https://graph.microsoft.com/v1.0/applications/${application.objectId}`,
    };
    expect((await call(`GET ${policy}`)).body.selfServiceSignUp).toEqual({ isEnabled: false });
    const early = await call(`POST ${partner}/applications/$ref`, reference);
    expect(early.status).toBe(400);
    expect(early.body.error.details[0].code).toBe("sign-up-is-off");
    expect((await call(`PATCH ${policy}`, { selfServiceSignUp: { isEnabled: true } })).status).toBe(204);
    expect((await call(`POST ${partner}/applications/$ref`, reference)).status).toBe(204);
    expect((await call(`GET ${partner}/applications`)).body.value).toMatchObject([
      { id: servicePrincipal.servicePrincipalId, appId: application.applicationId },
    ]);
    expect((await call(`POST ${flows}`, { id: "Second" })).status).toBe(201);
    const second = await call(`POST ${flows}/B2X_1_Second/applications/$ref`, {
      "@odata.id": `.../applications(appId='${application.applicationId}')`,
    });
    expect(second.status).toBe(409);
    const graph = await call(`POST ${partner}/applications/$ref`, {
      "@odata.id":
        "https://graph.microsoft.com/v1.0/applications(appId='00000003-0000-0000-c000-000000000000')",
    });
    expect([400, 404]).toContain(graph.status);
    expect((await call(`DELETE ${partner}/applications/${application.applicationId}/$ref`)).status).toBe(204);
    expect((await call(`DELETE ${partner}/applications/${application.applicationId}/$ref`)).status).toBe(404);
  });
});

describe("groups of a flow", () => {
  it("are for those who may fill groups", async () => {
    const { tenantId } = contoso.tenant;
    const { groupId } = accepted(
      await createGroup(stage.machine, byOperator, { tenantId, displayName: "Partners" }),
    );
    const reference = { "@odata.id": `https://graph.microsoft.com/v1.0/groups/${groupId}` };
    const flowAdmin = await contoso.member("flora", "external-id-user-flow-administrator");
    const scopes = ["IdentityUserFlow.ReadWrite.All", "Group.ReadWrite.All"];
    const asFlowAdmin = await contoso.userToken(flowAdmin, scopes);
    const refused = await stage.call(`POST ${partner}/groups/$ref`, asFlowAdmin, { body: reference });
    expect(refused.status).toBe(403);
    const narrow = await contoso.appToken(["IdentityUserFlow.ReadWrite.All"]);
    expect((await stage.call(`POST ${partner}/groups/$ref`, narrow, { body: reference })).status).toBe(403);
    expect((await call(`POST ${partner}/groups/$ref`, reference)).status).toBe(204);
    expect((await stage.call(`GET ${partner}/groups`, asFlowAdmin)).body.value).toMatchObject([
      { id: groupId },
    ]);
    expect((await call(`DELETE ${partner}/groups/${groupId}/$ref`)).status).toBe(204);
    expect((await call(`GET ${partner}/groups`)).body.value).toEqual([]);
  });
});

describe("what was done to flows", () => {
  it("takes a role, and stands in the log", async () => {
    const bert = await contoso.member("bert", "user-administrator");
    const scopes = ["IdentityUserFlow.ReadWrite.All", "Policy.ReadWrite.AuthenticationFlows"];
    const asBert = await contoso.userToken(bert, scopes);
    expect((await stage.call(`GET ${flows}`, asBert)).status).toBe(403);
    expect((await stage.call(`GET ${attributes}`, asBert)).status).toBe(403);
    const off = { body: { selfServiceSignUp: { isEnabled: false } } };
    expect((await stage.call(`PATCH ${policy}`, asBert, off)).status).toBe(403);
    expect((await call(`DELETE ${partner}`)).status).toBe(204);
    expect((await call(`GET ${partner}`)).status).toBe(404);
    const log = await call("GET /auditLogs/directoryAudits?$top=100");
    const names = new Set(
      log.body.value.map((entry: { activityDisplayName: string }) => entry.activityDisplayName),
    );
    for (const name of [
      "Create user flow",
      "Update user flow",
      "Delete user flow",
      "Create user attribute",
      "Update user attribute",
      "Delete user attribute",
      "Update authentication flows policy",
    ])
      expect(names).toContain(name);
  });
});
