import { beforeAll, describe, expect, it } from "vitest";
import { token } from "../../../test/support/protocol-client.ts";
import { apiUri, type ProtocolStage, protocolStage } from "../../../test/support/protocol-stage.ts";
import { testDatabase } from "../../../test/support/test-database.ts";
import { testMachine } from "../../../test/support/test-machine.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
const { publicUrl } = machine.configuration;
let stage: ProtocolStage;

beforeAll(async () => {
  stage = await protocolStage(machine);
});

async function read(
  path: string,
): Promise<{ status: number; headers: Headers; body: Record<string, unknown> }> {
  const answer = await stage.app.request(path, { headers: { origin: "https://spa.example" } });
  return {
    status: answer.status,
    headers: answer.headers,
    body: (await answer.json()) as Record<string, unknown>,
  };
}

describe("an alias in the place of the tenant", () => {
  it.each(["common", "organizations", "Organizations"])("has a document: %s", async (alias) => {
    const { body } = await read(`/${alias}/v2.0/.well-known/openid-configuration`);
    const base = `${publicUrl}/${alias.toLowerCase()}`;
    expect(body).toMatchObject({
      issuer: `${publicUrl}/{tenantid}/v2.0`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
      end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    });
    const first = await read(`/${alias}/.well-known/openid-configuration`);
    expect(first.body).toMatchObject({
      issuer: `${publicUrl}/{tenantid}/`,
      authorization_endpoint: `${base}/oauth2/authorize`,
      token_endpoint: `${base}/oauth2/token`,
    });
  });

  it("publishes the deployment's keys, with an issuer in which each token's tenant fits", async () => {
    const { body } = await read("/organizations/discovery/v2.0/keys");
    const ofTenant = await read(`/${stage.contoso.tenantId}/discovery/v2.0/keys`);
    const ids = (answer: Record<string, unknown>) =>
      (answer["keys"] as { kid: string; issuer: string }[]).map(({ kid }) => kid);
    expect(ids(body)).toEqual(ids(ofTenant.body));
    expect((body["keys"] as { issuer: string }[])[0]?.issuer).toBe(`${publicUrl}/{tenantid}/v2.0`);
  });

  it.each(["consumers", "9188040d-6c67-4c5b-b112-36a304b66dad"])(
    "is refused when it means personal accounts: %s",
    async (alias) => {
      const { status, headers, body } = await read(`/${alias}/v2.0/.well-known/openid-configuration`);
      expect(status).toBe(400);
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(body).toMatchObject({ error: "invalid_request", error_codes: [9002332] });
    },
  );
});

describe("adfs", () => {
  it("stands for the tenant that was opened first, whose own addresses its document names", async () => {
    const { body } = await read("/adfs/.well-known/openid-configuration");
    expect(body).toMatchObject({
      issuer: `${publicUrl}/${stage.contoso.tenantId}/`,
      token_endpoint: `${publicUrl}/${stage.contoso.tenantId}/oauth2/token`,
    });
  });

  it("answers at its own endpoints too", async () => {
    const reply = await token(
      stage,
      {
        grant_type: "client_credentials",
        client_id: stage.automation.application.applicationId,
        client_secret: stage.secret,
        scope: `${apiUri}/.default`,
      },
      { tenantSegment: "adfs" },
    );
    expect(reply.status).toBe(200);
  });
});

describe("the question whether this host is an authority", () => {
  const ask = (endpoint: string, version = "1.1", tenant = "common") =>
    read(
      `/${tenant}/discovery/instance?api-version=${version}&authorization_endpoint=${encodeURIComponent(endpoint)}`,
    );

  it("is answered with its names and the document of the authority", async () => {
    const { host } = new URL(publicUrl);
    for (const tenant of ["common", stage.contoso.tenantId]) {
      const endpoint = `${publicUrl}/${stage.contoso.tenantId}/oauth2/v2.0/authorize`;
      const { body, headers } = await ask(endpoint, "1.1", tenant);
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(body).toEqual({
        tenant_discovery_endpoint: `${publicUrl}/${stage.contoso.tenantId}/v2.0/.well-known/openid-configuration`,
        "api-version": "1.1",
        metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
      });
    }
  });

  it("has an older form, with the address only", async () => {
    const { body } = await ask(`${publicUrl}/contoso.example/oauth2/authorize`, "1.0");
    expect(body).toEqual({
      tenant_discovery_endpoint: `${publicUrl}/contoso.example/.well-known/openid-configuration`,
      "api-version": "1.0",
    });
  });

  it("is answered with no for another host, and refused when it is incomplete", async () => {
    for (const endpoint of ["https://evil.example/common/oauth2/v2.0/authorize", "nonsense"])
      expect(await ask(endpoint)).toMatchObject({
        status: 400,
        body: { error: "invalid_instance", error_codes: [50049] },
      });
    expect((await read("/common/discovery/instance")).body).toMatchObject({ error_codes: [900144] });
    expect((await ask(`${publicUrl}/common/oauth2/v2.0/authorize`, "7")).body).toMatchObject({
      error_codes: [90023],
    });
  });
});

describe("the realm of an address", () => {
  it("is that of its domain, in both forms, whether or not the address is known", async () => {
    for (const name of ["ada", "nobody"]) {
      const first = await read(`/common/userrealm/${name}@contoso.example?api-version=1.0`);
      expect(first.body).toMatchObject({
        ver: "1.0",
        account_type: "Managed",
        domain_name: "contoso.example",
      });
    }
    const second = await read("/common/userrealm/ada@contoso.example?api-version=2.1");
    expect(second.body).toMatchObject({ NameSpaceType: "Managed", FederationBrandName: "Contoso" });
    const asQuery = await read("/common/userrealm/?user=ada%40contoso.example&api-version=2.1");
    expect(asQuery.body).toMatchObject({ DomainName: "contoso.example" });
  });

  it("is unknown for a domain of nobody here, and refused for what is no address", async () => {
    const { body } = await read("/organizations/userrealm/otto@elsewhere.example");
    expect(body).toMatchObject({ account_type: "Unknown", domain_name: "elsewhere.example" });
    expect(await read("/common/userrealm/nonsense")).toMatchObject({ status: 400 });
  });
});
