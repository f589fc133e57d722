import { beforeAll, describe, expect, it } from "vitest";
import { changeCollaborationSettings } from "../../../src/domain/policies/change-collaboration-settings.ts";
import { askForTokens, type ClientOfHouse } from "../../support/house-applications.ts";
import { payloadOf } from "../../support/protocol-client.ts";
import { type TestHouse, testHouse } from "../../support/test-house.ts";
import { accepted, byOperator } from "../../support/test-machine.ts";
import { textOf } from "../../support/visitor.ts";
import { ask, redeem, registerClient, registerOrders, signedIn } from "./consent-stage.ts";

const house: TestHouse = await testHouse();
const { tenantId } = house.contoso;
const ordersRead = "api://orders/Orders.Read";
const ordersAll = "api://orders/Orders.All";

beforeAll(() => registerOrders(house, tenantId));

describe("a person asked for consent", () => {
  it("sees who asks for what, is asked once, and can take it back", async () => {
    const calendar = await registerClient(house, tenantId, "Calendar");
    const mia = await signedIn(house, "mia@contoso.example");
    const page = await ask(mia, tenantId, calendar, ordersRead);
    expect(textOf(page)).toMatch(
      /Calendar asks to do this as you.*Contoso \( contoso\.example \).*Read your orders/,
    );
    expect(page.html).not.toContain("forEverybody");
    const answered = await mia.submit(page, { decision: "accept" });
    const tokens = await redeem(house, tenantId, calendar, answered);
    expect(payloadOf(tokens.body["access_token"])["scp"]).toBe("Orders.Read");

    const again = await ask(mia, tenantId, calendar, ordersRead, { prompt: "none" });
    expect(again.url.searchParams.has("code")).toBe(true);

    const allowed = await mia.get(`/myapps/permissions?tenant=${tenantId}`);
    expect(textOf(allowed)).toMatch(/Calendar .*Read your orders In the application Orders/);
    const takenBack = await mia.submit(allowed, {}, "/myapps/permissions");
    expect(textOf(takenBack)).toContain("Calendar can no longer act as you.");
    const refreshed = await refresh(calendar, tokens.body["refresh_token"]);
    expect(refreshed).toMatchObject({ error: "invalid_grant", suberror: "consent_required" });
    expect(refreshed["error_codes"]).toEqual([65001]);
    const silent = await ask(mia, tenantId, calendar, ordersRead, { prompt: "none" });
    expect(silent.url.searchParams.get("error")).toBe("consent_required");
    expect(textOf(await ask(mia, tenantId, calendar, ordersRead))).toContain("Read your orders");
  });

  it("may say no, which the application hears", async () => {
    const client = await registerClient(house, tenantId, "Unwanted");
    const mia = await signedIn(house, "mia@contoso.example");
    const answered = await mia.submit(await ask(mia, tenantId, client, ordersRead), { decision: "cancel" });
    expect(answered.url.searchParams.get("error")).toBe("access_denied");
    expect(answered.url.searchParams.get("error_description")).toMatch(/^AADSTS65004:/);
  });

  it("cannot answer for everybody by sending the administrator's field", async () => {
    const client = await registerClient(house, tenantId, "Sly");
    const mia = await signedIn(house, "mia@contoso.example");
    const page = await ask(mia, tenantId, client, ordersRead);
    await mia.submit(page, { decision: "accept", forEverybody: "yes" });
    const ivo = await signedIn(house, "ivo@contoso.example");
    expect(textOf(await ask(ivo, tenantId, client, ordersRead))).toContain("Sly asks to do this as you");
  });

  it("cannot take back what another person accepted", async () => {
    const client = await registerClient(house, tenantId, "Shared");
    const mia = await signedIn(house, "mia@contoso.example");
    const answered = await mia.submit(await ask(mia, tenantId, client, ordersRead), { decision: "accept" });
    const tokens = await redeem(house, tenantId, client, answered);
    const ivo = await signedIn(house, "ivo@contoso.example");
    await ivo.submit(await ask(ivo, tenantId, client, ordersRead), { decision: "accept" });
    const list = await ivo.get(`/myapps/permissions?tenant=${tenantId}`);
    await ivo.submit(list, { application: client.registered.servicePrincipal.servicePrincipalId });
    expect(await refresh(client, tokens.body["refresh_token"])).toHaveProperty("access_token");
  });
});

describe("what only an administrator may give away", () => {
  it("stops an ordinary person with a page that says whom to ask", async () => {
    const client = await registerClient(house, tenantId, "Reports");
    const mia = await signedIn(house, "mia@contoso.example");
    const page = await ask(mia, tenantId, client, ordersAll);
    expect(page.status).toBe(403);
    expect(textOf(page)).toMatch(/Ask an administrator of Contoso.*anna@contoso\.example.*AADSTS90094/);
  });

  it("is given for everybody when the administrator says so, else for themselves", async () => {
    const client = await registerClient(house, tenantId, "Reporting");
    const anna = await signedIn(house, "anna@contoso.example");
    const mia = await signedIn(house, "mia@contoso.example");
    const alone = await anna.submit(await ask(anna, tenantId, client, ordersAll), { decision: "accept" });
    expect(alone.url.searchParams.has("code")).toBe(true);
    expect((await ask(mia, tenantId, client, ordersAll)).status).toBe(403);
    const anew = await ask(anna, tenantId, client, ordersAll, { prompt: "consent" });
    await anna.submit(anew, { decision: "accept", forEverybody: "yes" });
    expect((await ask(mia, tenantId, client, ordersAll)).url.searchParams.has("code")).toBe(true);
  });

  it("is everything where the organisation's people may not consent", async () => {
    const client = await registerClient(house, tenantId, "Plain");
    const change = (userConsent: "everyone" | "nobody") =>
      changeCollaborationSettings(house.machine, byOperator, { tenantId, changes: { userConsent } });
    accepted(await change("nobody"));
    const mia = await signedIn(house, "mia@contoso.example");
    expect(textOf(await ask(mia, tenantId, client, ordersRead))).toContain("AADSTS90094");
    accepted(await change("everyone"));
    expect(textOf(await ask(mia, tenantId, client, ordersRead))).toContain("Read your orders");
  });
});

describe("the scope .default", () => {
  it("asks for everything registered when nothing was granted, and afterwards for nothing more", async () => {
    const orders = await ordersReading();
    const client = await registerClient(house, tenantId, "Default", {
      requiredPermissions: [
        { ...orders, roleIds: [] },
        {
          resourceApplicationId: "00000003-0000-0000-c000-000000000000" as never,
          scopeIds: ["e1fe6dd8-ba31-4d61-89e7-88639da4683d" as never],
          roleIds: [],
        },
      ],
    });
    const mia = await signedIn(house, "mia@contoso.example");
    const page = await ask(mia, tenantId, client, "api://orders/.default");
    expect(textOf(page)).toMatch(/Read your orders.*read your profile/);
    const answered = await mia.submit(page, { decision: "accept" });
    const { body } = await redeem(house, tenantId, client, answered);
    expect(payloadOf(body["access_token"])["scp"]).toBe("Orders.Read");
    expect(String(body["scope"]).split(" ")).toContain("api://orders/.default");
    const silent = await ask(mia, tenantId, client, "api://orders/.default", { prompt: "none" });
    expect(silent.url.searchParams.has("code")).toBe(true);
  });

  it("is refused for a resource the registration does not name", async () => {
    const client = await registerClient(house, tenantId, "Unregistered");
    const mia = await signedIn(house, "mia@contoso.example");
    const answered = await ask(mia, tenantId, client, "api://orders/.default");
    expect(answered.url.searchParams.get("error")).toBe("invalid_resource");
    expect(answered.url.searchParams.get("error_description")).toMatch(/^AADSTS650057:/);
  });
});

describe("another organisation's application", () => {
  it("comes into the organisation with the first consent, and is unknown at the token endpoint before", async () => {
    const shared = await registerClient(house, house.fabrikam.tenantId, "Planner", { audience: "tenants" });
    const asItself = {
      grant_type: "client_credentials",
      client_id: shared.clientId,
      client_secret: shared.clientSecret,
      scope: "https://graph.microsoft.com/.default",
    };
    expect((await askForTokens(house, tenantId, asItself)).body["error_codes"]).toEqual([700016]);
    const mia = await signedIn(house, "mia@contoso.example");
    const silent = await ask(mia, tenantId, shared, "", { prompt: "none" });
    expect(silent.url.searchParams.get("error")).toBe("consent_required");
    const page = await ask(mia, tenantId, shared, "");
    expect(textOf(page)).toMatch(/Planner asks.*Fabrikam \( fabrikam\.example \)/);
    const answered = await mia.submit(page, { decision: "accept" });
    const { body } = await redeem(house, tenantId, shared, answered);
    expect(payloadOf(body["id_token"])).toMatchObject({ tid: tenantId, aud: shared.clientId });
    const ivo = await signedIn(house, "ivo@contoso.example");
    expect((await ask(ivo, tenantId, shared, "")).url.searchParams.has("code")).toBe(true);
    const events = await house.machine.database
      .selectFrom("auditEvent")
      .select("activity")
      .where("targetId", "=", shared.clientId)
      .where("tenantId", "=", tenantId)
      .execute();
    expect(events.map((event) => event.activity)).toContain("service-principal-created");
  });

  it("is not known here when it was made for its own organisation alone", async () => {
    const own = await registerClient(house, house.fabrikam.tenantId, "Own");
    const mia = await signedIn(house, "mia@contoso.example");
    const page = await ask(mia, tenantId, own, "");
    expect(textOf(page)).toContain("AADSTS700016");
  });
});

async function refresh(client: ClientOfHouse, refreshToken: unknown): Promise<Record<string, unknown>> {
  const { body } = await askForTokens(house, tenantId, {
    grant_type: "refresh_token",
    client_id: client.clientId,
    client_secret: client.clientSecret,
    refresh_token: String(refreshToken),
  });
  return body;
}

/** The API and its scope `Orders.Read`, as a registration names them. */
async function ordersReading() {
  const { applicationId, scopeId } = await house.machine.database
    .selectFrom("application")
    .innerJoin("applicationScope as scope", "scope.objectId", "application.objectId")
    .select(["application.applicationId", "scope.scopeId"])
    .where("application.displayName", "=", "Orders")
    .where("scope.value", "=", "Orders.Read")
    .executeTakeFirstOrThrow();
  return { resourceApplicationId: applicationId, scopeIds: [scopeId] };
}
