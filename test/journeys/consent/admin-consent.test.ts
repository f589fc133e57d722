import { beforeAll, describe, expect, it } from "vitest";
import type { ApplicationInTenant } from "../../../src/domain/applications/rules/application.ts";
import {
  graphApplication,
  graphApplicationId,
} from "../../../src/domain/applications/rules/graph-permissions.ts";
import { assignDirectoryRole } from "../../../src/domain/directory/assign-directory-role.ts";
import type { ApplicationId, TenantId } from "../../../src/foundation/identifiers.ts";
import { newIdentifier } from "../../../src/foundation/new-identifier.ts";
import { askForTokens, type ClientOfHouse } from "../../support/house-applications.ts";
import { payloadOf } from "../../support/protocol-client.ts";
import { type TestHouse, testHouse } from "../../support/test-house.ts";
import { byOperator } from "../../support/test-machine.ts";
import { formOf, type Seen, textOf, type Visitor } from "../../support/visitor.ts";
import { ask, registerClient, registerOrders, signedIn } from "./consent-stage.ts";

const house: TestHouse = await testHouse();
const { tenantId } = house.contoso;
const graph = graphApplication(tenantId, []);
let orders: ApplicationInTenant;

beforeAll(async () => {
  orders = await registerOrders(house, tenantId);
});

/** What a client of these tests is registered to need. */
function needs() {
  const scopeIds = orders.application.exposedScopes.map((scope) => scope.scopeId);
  const invite = graph.appRoles.find((role) => role.value === "User.Invite.All");
  if (!invite) throw new Error("Graph has the role");
  return {
    requiredPermissions: [
      { resourceApplicationId: orders.application.applicationId, scopeIds, roleIds: [] },
      { resourceApplicationId: graphApplicationId, scopeIds: [], roleIds: [invite.roleId] },
    ],
  };
}

function askAdministrator(
  visitor: Visitor,
  client: ClientOfHouse,
  parameters: Readonly<Record<string, string>>,
  place = "adminconsent",
  tenant: TenantId = tenantId,
): Promise<Seen> {
  const query = new URLSearchParams({
    client_id: client.clientId,
    redirect_uri: client.redirectUri,
    state: "s p+c",
    ...parameters,
  });
  return visitor.get(`/${tenant}/${place}?${query}`);
}

function asItself(client: ClientOfHouse, tenant: TenantId = tenantId) {
  return askForTokens(house, tenant, {
    grant_type: "client_credentials",
    client_id: client.clientId,
    client_secret: client.clientSecret,
    scope: "https://graph.microsoft.com/.default",
  });
}

describe("an administrator asked to allow what is registered", () => {
  it("sees what people and the application itself would do, and both work once accepted", async () => {
    const client = await registerClient(house, tenantId, "Automate", needs());
    const anna = await signedIn(house, "anna@contoso.example");
    const page = await askAdministrator(anna, client, {});
    expect(textOf(page)).toMatch(
      /Automate asks Contoso .*Contoso \( contoso\.example \).*In the name of each.*Read all orders.*Read your orders.*By itself.*Invite guests/,
    );
    const before = await asItself(client);
    expect(payloadOf(before.body["access_token"])["roles"]).toBeUndefined();

    const answered = await anna.submit(page, { decision: "accept" });
    expect(Object.fromEntries(answered.url.searchParams)).toEqual({
      admin_consent: "True",
      tenant: tenantId,
      state: "s p+c",
    });
    const after = await asItself(client);
    expect(payloadOf(after.body["access_token"])["roles"]).toEqual(["User.Invite.All"]);
    const mia = await signedIn(house, "mia@contoso.example");
    const signedInAtOnce = await ask(mia, tenantId, client, "api://orders/Orders.All");
    expect(signedInAtOnce.url.searchParams.has("code")).toBe(true);
  });

  it("answers once", async () => {
    const client = await registerClient(house, tenantId, "Once", needs());
    const anna = await signedIn(house, "anna@contoso.example");
    const page = await askAdministrator(anna, client, {});
    await anna.submit(page, { decision: "accept" });
    const again = await anna.submit(page, { decision: "accept" });
    expect(textOf(again)).toContain("AADSTS50089");
  });

  it("may decline, which the application hears", async () => {
    const client = await registerClient(house, tenantId, "Declined", needs());
    const anna = await signedIn(house, "anna@contoso.example");
    const page = await askAdministrator(anna, client, {});
    const answered = await anna.submit(page, { decision: "cancel" });
    expect(Object.fromEntries(answered.url.searchParams)).toMatchObject({
      error: "consent_required",
      admin_consent: "True",
      state: "s p+c",
    });
    expect(answered.url.searchParams.get("error_description")).toMatch(/^AADSTS65004:/);
    expect((await asItself(client)).body["access_token"]).toBeDefined();
    expect(payloadOf((await asItself(client)).body["access_token"])["roles"]).toBeUndefined();
  });
});

describe("an administrator asked for scopes", () => {
  const place = "v2.0/adminconsent";

  it("allows those, and the answer names them", async () => {
    const client = await registerClient(house, tenantId, "Scoped", needs());
    const anna = await signedIn(house, "anna@contoso.example");
    const scope = "api://orders/Orders.Read https://graph.microsoft.com/User.Read";
    const page = await askAdministrator(anna, client, { scope }, place);
    expect(textOf(page)).not.toContain("Read all orders");
    const answered = await anna.submit(page, { decision: "accept" });
    expect(answered.url.searchParams.get("scope")).toBe(scope);
    const mia = await signedIn(house, "mia@contoso.example");
    expect((await ask(mia, tenantId, client, scope)).url.searchParams.has("code")).toBe(true);
  });

  it("allows all that is registered for a resource by .default", async () => {
    const client = await registerClient(house, tenantId, "Whole", needs());
    const anna = await signedIn(house, "anna@contoso.example");
    const page = await askAdministrator(anna, client, { scope: "api://orders/.default" }, place);
    expect(textOf(page)).not.toContain("Invite guests");
    const answered = await anna.submit(page, { decision: "accept" });
    expect(answered.url.searchParams.get("scope")?.split(" ")).toEqual([
      "api://orders/.default",
      "api://orders/Orders.All",
      "api://orders/Orders.Read",
    ]);
  });

  it.each([
    ["no scope", {}, "invalid_request", "900144"],
    ["a scope the resource does not have", { scope: "api://orders/Orders.Burn" }, "invalid_scope", "70011"],
    ["an unknown resource", { scope: "api://nobody/x" }, "invalid_resource", "500011"],
  ] as const)("tells the application of %s", async (_name, parameters, error, number) => {
    const client = await registerClient(house, tenantId, "Mistaken");
    const answered = await askAdministrator(house.visitor(), client, parameters, place);
    expect(answered.url.origin).toBe("https://calendar.example");
    expect(answered.url.searchParams.get("error")).toBe(error);
    expect(answered.url.searchParams.get("error_description")).toMatch(new RegExp(`^AADSTS${number}:`));
    expect(answered.url.searchParams.get("admin_consent")).toBe("True");
  });
});

describe("consent for everybody", () => {
  it("is not given by somebody who is no administrator, not even by posting the form", async () => {
    const client = await registerClient(house, tenantId, "Refused", needs());
    const mia = await signedIn(house, "mia@contoso.example");
    const page = await askAdministrator(mia, client, {});
    expect(page.status).toBe(403);
    expect(textOf(page)).toMatch(/Ask an administrator of Contoso.*AADSTS90094/);
    const own = formOf(await ask(mia, tenantId, client, "api://orders/Orders.Read"));
    await mia.post(`${page.url.pathname}/admin-consent`, { ...own.fields, decision: "accept" });
    expect(payloadOf((await asItself(client)).body["access_token"])["roles"]).toBeUndefined();
  });

  it("is not given over Graph's own roles by who only runs applications, but is over others", async () => {
    const ivo = house.contoso.users.find((user) => user.userName === "ivo@contoso.example");
    if (!ivo) throw new Error("the demo has Ivo");
    await assignDirectoryRole(house.machine, byOperator, {
      tenantId,
      userId: ivo.userId,
      role: "application-administrator",
    });
    const visitor = await signedIn(house, ivo.userName);
    const greedy = await registerClient(house, tenantId, "Greedy", needs());
    expect((await askAdministrator(visitor, greedy, {})).status).toBe(403);
    const modest = await registerClient(house, tenantId, "Modest", {
      requiredPermissions: needs().requiredPermissions.slice(0, 1),
    });
    const page = await askAdministrator(visitor, modest, {});
    const answered = await visitor.submit(page, { decision: "accept" });
    expect(answered.url.searchParams.get("admin_consent")).toBe("True");
  });

  it("is not given for an administrator by a form of another site", async () => {
    const client = await registerClient(house, tenantId, "Forged", needs());
    const anna = await signedIn(house, "anna@contoso.example");
    const page = await askAdministrator(anna, client, {});
    const forged = await anna.post(`${page.url.pathname}/admin-consent`, {
      csrf: "AAAA",
      decision: "accept",
    });
    expect(forged.status).toBe(400);
    expect(payloadOf((await asItself(client)).body["access_token"])["roles"]).toBeUndefined();
  });

  it("never sends anybody to an address that is not registered", async () => {
    const client = await registerClient(house, tenantId, "Stray", needs());
    const stray = { ...client, redirectUri: "https://evil.example/" };
    const page = await askAdministrator(house.visitor(), stray, {});
    expect(textOf(page)).toContain("AADSTS50011");
  });

  it("brings another organisation's application in, as itself too", async () => {
    const client = await registerClient(house, house.fabrikam.tenantId, "Spread", {
      audience: "tenants",
      requiredPermissions: needs().requiredPermissions.slice(1),
    });
    expect((await asItself(client)).body["error_codes"]).toEqual([700016]);
    const anna = await signedIn(house, "anna@contoso.example");
    const page = await askAdministrator(anna, client, {});
    expect(textOf(page)).toContain("Fabrikam ( fabrikam.example )");
    await anna.submit(page, { decision: "accept" });
    expect(payloadOf((await asItself(client)).body["access_token"])["roles"]).toEqual(["User.Invite.All"]);
  });

  it("cannot cover a resource that the organisation does not have", async () => {
    const client = await registerClient(house, house.fabrikam.tenantId, "Homesick", {
      audience: "tenants",
      ...needs(),
    });
    const answered = await askAdministrator(
      house.visitor(),
      client,
      {},
      "adminconsent",
      house.fabrikam.tenantId,
    );
    expect(answered.url.searchParams.get("error")).toBe("invalid_resource");
    expect(answered.url.searchParams.get("error_description")).toMatch(/^AADSTS650052:/);
  });

  it("cannot cover a resource that is gone", async () => {
    const resourceApplicationId = newIdentifier<ApplicationId>();
    const client = await registerClient(house, tenantId, "Nostalgic", {
      requiredPermissions: [{ resourceApplicationId, scopeIds: [], roleIds: [] }],
    });
    const answered = await askAdministrator(house.visitor(), client, {});
    expect(answered.url.searchParams.get("error")).toBe("invalid_resource");
    expect(answered.url.searchParams.get("error_description")).toMatch(/^AADSTS650054:/);
  });
});

describe("an administrator whose organisation is not named", () => {
  const audience = { audience: "tenants" } as const;
  const dana = () => {
    const user = house.fabrikam.users.find(({ userName }) => userName === "dana@fabrikam.example");
    if (!user) throw new Error("the demo has Dana");
    return user;
  };
  const askAnywhere = (visitor: Visitor, client: ClientOfHouse, parameters = {}, place = "adminconsent") =>
    askAdministrator(visitor, client, parameters, place, "organizations" as TenantId);

  it("says where they are at home and allows it there, by the registration", async () => {
    const client = await registerClient(house, tenantId, "Wanderer", {
      ...audience,
      requiredPermissions: needs().requiredPermissions.slice(1),
    });
    const visitor = house.visitor();
    const where = await askAnywhere(visitor, client);
    expect(textOf(where)).toContain("Wanderer");
    const password = await visitor.submit(where, { email: dana().userName });
    const page = await visitor.submit(password, { password: dana().password });
    expect(textOf(page)).toMatch(/Wanderer asks Fabrikam .*Invite guests/);
    const answered = await visitor.submit(page, { decision: "accept" });
    expect(Object.fromEntries(answered.url.searchParams)).toEqual({
      admin_consent: "True",
      tenant: house.fabrikam.tenantId,
      state: "s p+c",
    });
    const { body } = await asItself(client, house.fabrikam.tenantId);
    expect(payloadOf(body["access_token"])["roles"]).toEqual(["User.Invite.All"]);
  });

  it("is known by who is signed in, and allows the scopes asked", async () => {
    const client = await registerClient(house, tenantId, "Walker", audience);
    const visitor = await signedIn(house, dana().userName);
    const scope = "https://graph.microsoft.com/User.Read";
    const page = await askAnywhere(visitor, client, { scope }, "v2.0/adminconsent");
    expect(textOf(page)).toContain("Walker asks Fabrikam");
    const answered = await visitor.submit(page, { decision: "accept" });
    expect(Object.fromEntries(answered.url.searchParams)).toMatchObject({
      scope,
      tenant: house.fabrikam.tenantId,
    });
  });

  it("may be somebody else than who is signed in, of another organisation", async () => {
    const client = await registerClient(house, tenantId, "Strider", audience);
    const visitor = await signedIn(house, "anna@contoso.example");
    const page = await askAnywhere(visitor, client);
    expect(textOf(page)).toContain("Strider asks Contoso");
    const other = await visitor.get(`${page.url.pathname}/another`);
    const password = await visitor.submit(other, { email: dana().userName });
    expect(textOf(await visitor.submit(password, { password: dana().password }))).toContain(
      "Strider asks Fabrikam",
    );
  });

  it("is asked nothing by an application of one organisation, nor led to an address it has not registered", async () => {
    const own = await registerClient(house, tenantId, "Homebody");
    expect(textOf(await askAnywhere(house.visitor(), own))).toContain("AADSTS50194");
    const shared = await registerClient(house, tenantId, "Detour", audience);
    const stray = { ...shared, redirectUri: "https://evil.example/" };
    expect(textOf(await askAnywhere(house.visitor(), stray))).toContain("AADSTS50011");
  });
});

describe("a client the resource's owner has authorized beforehand", () => {
  it("gets those scopes without anybody being asked, and no others", async () => {
    const client = await registerClient(house, tenantId, "Trusted");
    const scopeId = orders.application.exposedScopes.find((scope) => scope.value === "Orders.Read")?.scopeId;
    if (!scopeId) throw new Error("Orders has the scope");
    await registerOrders(house, tenantId, {
      displayName: "Stock",
      identifierUris: ["api://stock"],
      exposedScopes: [
        { scopeId, value: "Stock.Read", displayName: "Read stock", consentBy: "admin" },
        { value: "Stock.Write", displayName: "Write stock", consentBy: "user" },
      ],
      preauthorizedClients: [
        { applicationId: client.registered.application.applicationId, scopeIds: [scopeId] },
      ],
    });
    const mia = await signedIn(house, "mia@contoso.example");
    const answered = await ask(mia, tenantId, client, "api://stock/Stock.Read", { prompt: "none" });
    expect(answered.url.searchParams.has("code")).toBe(true);
    const page = await ask(mia, tenantId, client, "api://stock/Stock.Write");
    expect(textOf(page)).toContain("Write stock");
  });
});
