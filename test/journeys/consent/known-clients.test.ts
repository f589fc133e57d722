import { beforeAll, describe, expect, it } from "vitest";
import type { ApplicationInTenant } from "../../../src/domain/applications/rules/application.ts";
import { updateRegistration } from "../../../src/domain/applications/update-registration.ts";
import type { TenantId } from "../../../src/foundation/identifiers.ts";
import { askForTokens, type ClientOfHouse, type TokenReply } from "../../support/house-applications.ts";
import { payloadOf } from "../../support/protocol-client.ts";
import { shareApplication } from "../../support/share-application.ts";
import { type TestHouse, testHouse } from "../../support/test-house.ts";
import { accepted, byOperator } from "../../support/test-machine.ts";
import { textOf, type Visitor } from "../../support/visitor.ts";
import { ask, redeem, registerClient, registerOrders, signedIn } from "./consent-stage.ts";

const house: TestHouse = await testHouse();
const { tenantId } = house.contoso;
let orders: ApplicationInTenant;

beforeAll(async () => {
  orders = await registerOrders(house, tenantId);
});

type Registered = ClientOfHouse & { readonly registered: ApplicationInTenant };

/** A service that reads orders for whoever calls it, and a client that calls it. */
async function registerPair(
  name: string,
  { at = tenantId, listed = true }: { readonly at?: TenantId; readonly listed?: boolean } = {},
): Promise<{ readonly client: Registered; readonly service: Registered; readonly scope: string }> {
  const service = await registerClient(house, at, `${name} service`, {
    identifierUris: [`api://${name.toLowerCase()}`],
    exposedScopes: [{ value: "Use", displayName: `Use ${name}`, consentBy: "user" }],
    requiredPermissions: [required(orders, "Orders.Read")],
  });
  const client = await registerClient(house, tenantId, name, {
    requiredPermissions: [required(service.registered, "Use")],
  });
  const { objectId } = service.registered.application;
  const changes = { knownClients: listed ? [client.registered.application.applicationId] : [] };
  accepted(await updateRegistration(house.machine, byOperator, { tenantId: at, objectId, changes }));
  return { client, service, scope: `api://${name.toLowerCase()}/.default` };
}

function required({ application }: ApplicationInTenant, value: string) {
  const scope = application.exposedScopes.find((one) => one.value === value);
  if (!scope) throw new Error(`no scope ${value}`);
  return { resourceApplicationId: application.applicationId, scopeIds: [scope.scopeId], roleIds: [] };
}

/** What the service gets at the orders with the token it was called with. */
function onBehalf(service: Registered, called: TokenReply): Promise<TokenReply> {
  return askForTokens(house, tenantId, {
    grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
    requested_token_use: "on_behalf_of",
    client_id: service.clientId,
    client_secret: service.clientSecret,
    assertion: String(called.body["access_token"]),
    scope: "api://orders/.default",
  });
}

async function accept(visitor: Visitor, client: Registered, scope: string): Promise<TokenReply> {
  const answered = await visitor.submit(await ask(visitor, tenantId, client, scope), { decision: "accept" });
  return redeem(house, tenantId, client, answered);
}

describe("a client that a service knows", () => {
  it("asks once for what both need, and both get it", async () => {
    const { client, service, scope } = await registerPair("Books");
    const mia = await signedIn(house, "mia@contoso.example");
    const page = await ask(mia, tenantId, client, scope);
    expect(textOf(page)).toMatch(
      /Use Books In the application Books service .*Read your orders In the application Orders .*Done by Books service ,/,
    );
    const called = await accept(mia, client, scope);
    expect(payloadOf((await onBehalf(service, called)).body["access_token"])["scp"]).toBe("Orders.Read");
    const silent = await ask(mia, tenantId, client, scope, { prompt: "none" });
    expect(silent.url.searchParams.has("code")).toBe(true);

    const allowed = textOf(await mia.get(`/myapps/permissions?tenant=${tenantId}`));
    expect(allowed).toMatch(/Books .*Use Books/);
    expect(allowed).toMatch(/Books service .*Read your orders/);
    const anew = await ask(mia, tenantId, client, scope, { prompt: "consent" });
    expect(textOf(anew)).toContain("Done by Books service");
  });

  it("is allowed both for everybody by an administrator", async () => {
    const { client, service, scope } = await registerPair("Stock");
    const anna = await signedIn(house, "anna@contoso.example");
    const asked = new URLSearchParams({
      client_id: client.clientId,
      redirect_uri: client.redirectUri,
      scope,
    });
    const page = await anna.get(`/${tenantId}/v2.0/adminconsent?${asked}`);
    expect(textOf(page)).toContain("Done by Stock service");
    await anna.submit(page, { decision: "accept" });
    const mia = await signedIn(house, "mia@contoso.example");
    const called = await redeem(house, tenantId, client, await ask(mia, tenantId, client, scope));
    expect(payloadOf((await onBehalf(service, called)).body["access_token"])["scp"]).toBe("Orders.Read");
  });
});

describe("nothing goes along", () => {
  it("for a client the service does not know", async () => {
    const { client, service, scope } = await registerPair("Lonely", { listed: false });
    const mia = await signedIn(house, "mia@contoso.example");
    expect(textOf(await ask(mia, tenantId, client, scope))).not.toContain("Read your orders");
    const called = await accept(mia, client, scope);
    expect((await onBehalf(service, called)).body).toMatchObject({
      error: "invalid_grant",
      suberror: "consent_required",
    });
  });

  it("for a service of another organisation, whatever clients it says it knows", async () => {
    const { client, service, scope } = await registerPair("Sly", { at: house.fabrikam.tenantId });
    await shareApplication(house.machine, service.registered, tenantId);
    const mia = await signedIn(house, "mia@contoso.example");
    const page = textOf(await ask(mia, tenantId, client, scope));
    expect(page).toContain("Use Sly");
    expect(page).not.toContain("Read your orders");
  });

  it("where single permissions are asked for by name", async () => {
    const { client } = await registerPair("Named");
    const mia = await signedIn(house, "mia@contoso.example");
    const page = textOf(await ask(mia, tenantId, client, "api://named/Use"));
    expect(page).toContain("Use Named");
    expect(page).not.toContain("Read your orders");
  });
});
