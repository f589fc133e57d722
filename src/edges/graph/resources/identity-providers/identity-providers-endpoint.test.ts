import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startForgingHouse } from "../../../../../test/support/forging-house.ts";
import { type ForgingProvider, startForgingProvider } from "../../../../../test/support/forging-provider.ts";
import { type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { readConfiguration } from "../../../../platform/config/configuration.ts";

const published = new Map<string, readonly string[]>();
const stage = await graphStage({
  configuration: readConfiguration({ GUESTHOUSE_OUTBOUND_ALLOW: "127.0.0.0/8" }, { mode: "demo" }),
  names: { textRecords: async (domain) => ({ ok: true, value: published.get(domain) ?? [] }) },
});
let partner: ForgingProvider;
let contoso: GraphTenant;
let token: string;

beforeAll(async () => {
  partner = await startForgingProvider();
  published.set("partner.example", [`DirectFedAuthUrl=${partner.issuer}/authorize`]);
  contoso = await stage.organisation("Contoso", "contoso");
  token = await contoso.appToken(["IdentityProvider.ReadWrite.All"]);
});
afterAll(() => partner?.close());

const path = "/identity/identityProviders";

function described(changes: object = {}): object {
  return {
    "@odata.type": "#microsoft.graph.OidcIdentityProvider",
    displayName: "Partner",
    clientId: "guesthouse",
    wellKnownEndpoint: `${partner.issuer}/.well-known/openid-configuration`,
    responseType: "code",
    scope: "openid email",
    clientAuthentication: {
      "@odata.type": "#microsoft.graph.oidcClientSecretAuthentication",
      clientSecret: "very secret",
    },
    inboundClaimMapping: { sub: "sub", email: "mail", email_verified: "mail_ok" },
    domains: ["partner.example"],
    ...changes,
  };
}

describe("identity providers", () => {
  let id = "";

  it("are listed with the ways that are always there", async () => {
    const answer = await stage.call(`GET ${path}`, token);
    expect(
      answer.body.value.map((one: { identityProviderType: string }) => one.identityProviderType),
    ).toEqual(["AADSignup", "EmailOTP"]);
    expect((await stage.call(`GET ${path}/availableProviderTypes`, token)).body.value).toContain("Google");
  });

  it("are added by their discovery document, and never show their secret", async () => {
    const answer = await stage.call(`POST ${path}`, token, { body: described() });
    expect(answer.status).toBe(201);
    id = answer.body.id;
    expect(answer.headers.get("location")).toMatch(new RegExp(`${path}/${id}$`));
    expect(answer.body).toMatchObject({
      "@odata.type": "#microsoft.graph.oidcIdentityProvider",
      issuer: partner.issuer,
      domains: ["partner.example"],
      inboundClaimMapping: { sub: "sub", email: "mail", email_verified: "mail_ok", name: "name" },
    });
    expect(answer.text).not.toContain("very secret");
    expect((await stage.call(`GET ${path}/${id}`, token)).text).not.toContain("very secret");
  });

  it("are tested on demand, with a link to the round trip", async () => {
    const answer = await stage.call(`POST ${path}/${id}/testConnection`, token);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ providerId: id, displayName: "Partner", passed: true });
    expect(answer.body.checks).toContainEqual({
      name: "domains-proven",
      description: "Each domain lets the provider speak for it",
      outcome: "passed",
      detail: "partner.example",
      remedy: null,
    });
    expect(new URL(answer.body.roundTripUrl).pathname).toMatch(/^\/connection-test\//);
    partner.answerWith("/token", { status: 401, body: JSON.stringify({ error: "invalid_client" }) });
    const failing = await stage.call(`POST ${path}/${id}/testConnection`, token);
    partner.answerWith("/token", undefined);
    expect(failing.body.passed).toBe(false);
    expect(failing.body.checks).toContainEqual(
      expect.objectContaining({ name: "client-credentials", outcome: "failed", detail: "invalid_client" }),
    );
    const reader = await contoso.appToken(["IdentityProvider.Read.All"]);
    const count = await stage.call(`GET ${path}/${id}/affectedGuests/$count`, reader);
    expect([count.status, count.text]).toEqual([200, "0"]);
    expect((await stage.call(`POST ${path}/${id}/testConnection`, reader)).status).toBe(403);
  });

  it("are changed in part", async () => {
    const changed = await stage.call(`PATCH ${path}/${id}`, token, {
      body: { displayName: "Partner Ltd", domains: [] },
    });
    expect(changed.status).toBe(204);
    const read = await stage.call(`GET ${path}/${id}`, token);
    expect(read.body).toMatchObject({
      displayName: "Partner Ltd",
      domains: [],
      clientId: "guesthouse",
      scope: "openid email",
    });
  });

  it("are switched off and on", async () => {
    for (const isEnabled of [false, true]) {
      expect((await stage.call(`PATCH ${path}/${id}`, token, { body: { isEnabled } })).status).toBe(204);
      expect((await stage.call(`GET ${path}/${id}`, token)).body.isEnabled).toBe(isEnabled);
    }
  });

  it("are refused with what to do about it", async () => {
    const post = (changes: object) => stage.call(`POST ${path}`, token, { body: described(changes) });
    expect(await post({})).toMatchObject({ status: 409 });
    const other = await startForgingProvider();
    const at = (changes: object) => post({ wellKnownEndpoint: other.issuer, ...changes });
    expect((await at({ domains: ["elsewhere.example"] })).body.error.details[0]).toMatchObject({
      code: "domain-not-proven",
      message: expect.stringContaining(`DirectFedAuthUrl=${other.issuer}/authorize`),
    });
    expect((await at({ domains: ["no domain"] })).status).toBe(400);
    expect((await at({ displayName: " " })).status).toBe(400);
    expect((await at({ responseType: "token" })).status).toBe(400);
    expect((await at({ unknown: 1 })).status).toBe(400);
    expect((await at({ wellKnownEndpoint: "http://partner.example" })).body.error.details[0].code).toBe(
      "settings-wrong",
    );
    await other.close();
    expect((await at({})).body.error.details[0].code).toBe("provider-unreachable");
  });

  it("are organisations on other deployments, too, by their address alone", async () => {
    const other = await startForgingHouse(["other.example", "unproved.example"]);
    published.set("other.example", [`DirectFedAuthUrl=${other.origin}/${other.tenantId}`]);
    const body = {
      "@odata.type": "#guesthouse.organizationIdentityProvider",
      displayName: "Other",
      organizationAddress: other.address,
    };
    const added = await stage.call(`POST ${path}`, token, { body });
    expect(added).toMatchObject({
      status: 201,
      body: { ...body, issuer: other.issuer, organizationId: other.tenantId, domains: ["other.example"] },
    });
    const patched = await stage.call(`PATCH ${path}/${added.body.id}`, token, {
      body: { domains: ["other.example", "unproved.example"] },
    });
    expect(patched.body.error.details[0]).toMatchObject({
      code: "domain-not-proven",
      message: expect.stringContaining(`DirectFedAuthUrl=${other.origin}/${other.tenantId}`),
    });
    expect((await stage.call(`DELETE ${path}/${added.body.id}`, token)).status).toBe(204);
    await other.close();
  });

  it("are managed by those with a say only, among people", async () => {
    const scopes = ["IdentityProvider.ReadWrite.All"];
    const mia = await contoso.userToken(await contoso.member("mia"), scopes);
    expect((await stage.call(`GET ${path}`, mia)).status).toBe(403);
    const anna = await contoso.userToken(await contoso.member("anna", "global-administrator"), scopes);
    expect((await stage.call(`GET ${path}`, anna)).status).toBe(200);
    const ida = await contoso.member("ida", "external-identity-provider-administrator");
    expect((await stage.call(`GET ${path}`, await contoso.userToken(ida, scopes))).status).toBe(200);
  });

  it("belong to one organisation", async () => {
    const fabrikam = await stage.organisation("Fabrikam", "fabrikam");
    const foreign = await fabrikam.appToken(["IdentityProvider.ReadWrite.All"]);
    for (const operation of ["GET", "PATCH", "DELETE"])
      expect(
        (
          await stage.call(`${operation} ${path}/${id}`, foreign, {
            body: operation === "PATCH" ? {} : undefined,
          })
        ).status,
      ).toBe(404);
  });

  it("are removed", async () => {
    expect((await stage.call(`DELETE ${path}/${id}`, token)).status).toBe(204);
    expect((await stage.call(`GET ${path}/${id}`, token)).status).toBe(404);
  });
});
