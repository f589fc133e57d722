import { ConfidentialClientApplication, PublicClientApplication } from "@azure/msal-node";
import { decodeJwt } from "jose";
import { describe, expect, it } from "vitest";
import { registerApplication } from "../../src/domain/applications/register-application.ts";
import { protocolErrorTable } from "../../src/edges/oidc/rules/protocol-error-table.ts";
import { signInErrors } from "../../src/edges/shared/sign-in-errors.ts";
import { readConfiguration } from "../../src/platform/config/configuration.ts";
import { application } from "../journeys/main-job/sign-in-steps.ts";
import { houseForClients, kindsOfPerson, type PersonOfHouse } from "../support/house-for-clients.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { tokensFor } from "../support/tokens-of-person.ts";
import { formOf, type Seen } from "../support/visitor.ts";

/**
 * The service's side of what breaks Microsoft's client libraries when it is done in the obvious way, trap by trap.
 * That the libraries themselves work is shown in the files named after them.
 */
const house = houseForClients();
const loopback = "http://localhost:51234/callback";

type Fields = Readonly<Record<string, string>>;

function tenderRoom(): { client_id: string; client_secret: string } {
  const { clientId, clientSecret = "" } = application(house.current.contoso, "Tender Room");
  return { client_id: clientId, client_secret: clientSecret };
}

function automation(): { client_id: string; client_secret: string } {
  const { clientId, clientSecret = "" } = application(house.current.contoso, "Contoso automation");
  return { client_id: clientId, client_secret: clientSecret };
}

async function discovery(tenant: string, version = "/v2.0"): Promise<Record<string, unknown>> {
  const url = `${house.current.publicUrl}/${tenant}${version}/.well-known/openid-configuration`;
  return (await (await fetch(url)).json()) as Record<string, unknown>;
}

/** The addresses that a discovery document names. */
function addressesOf(document: Readonly<Record<string, unknown>>): URL[] {
  return Object.entries(document)
    .filter(([name]) => name === "issuer" || name.endsWith("_endpoint") || name === "jwks_uri")
    .map(([, value]) => new URL(String(value)));
}

function askForTokens(fields: Fields, headers: Fields = {}): Promise<Response> {
  const address = `${house.current.authority}/oauth2/v2.0/token?client-request-id=${crypto.randomUUID()}`;
  return fetch(address, { method: "POST", headers, body: new URLSearchParams(fields) });
}

async function bodyOf(response: Response | Promise<Response>): Promise<Record<string, unknown>> {
  return (await (await response).json()) as Record<string, unknown>;
}

function authorize(somebody: Pick<PersonOfHouse, "visitor">, fields: Fields = {}): Promise<Seen> {
  const query = new URLSearchParams({
    client_id: tenderRoom().client_id,
    redirect_uri: loopback,
    response_type: "code",
    scope: "openid profile offline_access User.Read",
    ...fields,
  });
  return somebody.visitor.get(`${house.current.authority}/oauth2/v2.0/authorize?${query}`);
}

/** Signs somebody in and redeems the code. */
async function redeem(somebody: PersonOfHouse, fields: Fields = {}): Promise<Record<string, unknown>> {
  const { url } = await authorize(somebody, fields);
  const code = url.searchParams.get("code") ?? "";
  const grant = { grant_type: "authorization_code", redirect_uri: loopback, code, client_info: "1" };
  return bodyOf(askForTokens({ ...tenderRoom(), ...grant }));
}

const clientCredentials = { grant_type: "client_credentials", scope: "https://graph.microsoft.com/.default" };

/** What the libraries search descriptions for. */
const reclassifying =
  /interaction_required|consent_required|login_required|bad_token|ui_not_allowed|interrupted_user/;

/** What the libraries send besides. */
const extras = {
  client_info: "1",
  clidata: "1",
  "client-request-id": "11111111-1111-4111-8111-111111111111",
  "x-client-SKU": "msal.js.browser",
  "x-client-VER": "5.30.0",
  "x-client-OS": "linux",
  "x-client-CPU": "x64",
  "x-client-current-telemetry": "5|61,0,,,|,",
  "x-client-last-telemetry": "5|0|||0,0",
  "x-ms-lib-capability": "retry-after, h429",
  "X-AnchorMailbox": "Oid:1@2",
  "x-app-name": "sample",
  "x-app-ver": "1",
  claims: JSON.stringify({
    id_token: { signin_state: null, login_hint: null, tenant_region_sub_scope: null },
    access_token: { xms_cc: { values: ["CP1"] } },
  }),
  pocd: "1",
  instance_aware: "false",
  resource: "https://graph.microsoft.com",
};

describe("The authority", () => {
  it("1: is served over https, without which the libraries do not start", async () => {
    const { authority, host, contoso } = house.current;
    expect(addressesOf(await discovery(contoso.tenantId)).map(({ protocol }) => protocol)).not.toContain(
      "http:",
    );
    const plain = authority.replace("https:", "http:");
    const auth = { clientId: tenderRoom().client_id, authority: plain, knownAuthorities: [host] };
    await expect(async () =>
      new PublicClientApplication({ auth }).getAuthCodeUrl({ scopes: [], redirectUri: loopback }),
    ).rejects.toMatchObject({ errorCode: "authority_uri_insecure" });
  });

  it("2: names its port in every address, as known authorities must", async () => {
    const addresses = addressesOf(await discovery(house.current.contoso.tenantId));
    expect(addresses.length).toBeGreaterThanOrEqual(6);
    expect(new Set(addresses.map(({ host }) => host))).toEqual(new Set([house.current.host]));
  });

  it.each(["/v2.0", ""])("3: has an issuer of its own origin%s", async (version) => {
    const { issuer } = await discovery(house.current.contoso.tenantId, version);
    expect(new URL(String(issuer)).origin).toBe(house.current.publicUrl);
  });

  it("4: has the tenant as the first part of every address, and refuses to live below a path", async () => {
    const { tenantId } = house.current.contoso;
    const { userinfo_endpoint: _, ...document } = await discovery(tenantId);
    const firstParts = addressesOf(document).map(({ pathname }) => pathname.split("/")[1]);
    expect(new Set(firstParts)).toEqual(new Set([tenantId]));
    const settings = { GUESTHOUSE_PUBLIC_URL: "https://contoso.example/guests" };
    expect(() => readConfiguration(settings, { mode: "production" })).toThrow(/path/);
  });

  it("5: has addresses of one shape for every tenant, by id and by domain", async () => {
    const { contoso, fabrikam } = house.current;
    const ofContoso = JSON.stringify(await discovery(contoso.tenantId));
    const ofFabrikam = JSON.stringify(await discovery(fabrikam.tenantId));
    expect(ofFabrikam.replaceAll(fabrikam.tenantId, contoso.tenantId)).toBe(ofContoso);
    expect(JSON.stringify(await discovery("contoso.example"))).toBe(ofContoso);
    for (const address of addressesOf(JSON.parse(ofContoso))) {
      if (address.pathname.startsWith("/oidc/")) continue;
      const byDomain = address.href.replace(contoso.tenantId, "Contoso.Example");
      const answer = await fetch(byDomain, { method: "POST", redirect: "manual" });
      const same = await fetch(address, { method: "POST", redirect: "manual" });
      expect([byDomain, answer.status]).toEqual([byDomain, same.status]);
    }
  });
});

describe("Tokens", () => {
  it("6: come to an application itself without scopes, so that they are kept under those asked for", async () => {
    const body = await bodyOf(askForTokens({ ...automation(), ...clientCredentials }));
    expect(body["access_token"]).toBeTypeOf("string");
    expect(body).not.toHaveProperty("scope");
  });

  it.each(["User.Read", "https://graph.microsoft.com/User.Read", "https://graph.microsoft.com/.default"])(
    "7: come with the scope %s as it was asked for, so that they are found again",
    async (scope) => {
      const { people, authority, host } = house.current;
      const { client_id: clientId, client_secret: clientSecret } = tenderRoom();
      const auth = { clientId, clientSecret, authority, knownAuthorities: [host] };
      const client = new ConfidentialClientApplication({ auth });
      const request = { scopes: [scope], redirectUri: loopback };
      const { url } = await people["guest of another organisation"].visitor.get(
        await client.getAuthCodeUrl(request),
      );
      const result = await client.acquireTokenByCode({
        ...request,
        code: url.searchParams.get("code") ?? "",
      });
      expect(result.scopes).toContain(scope);
      if (!result.account) throw new Error("MSAL kept no account");
      const again = await client.acquireTokenSilent({ scopes: [scope], account: result.account });
      expect(again.fromCache).toBe(true);
    },
  );

  it("8: say how long they last, longer than the five minutes before which they are renewed", async () => {
    const byCode = await redeem(house.current.people.member);
    const refresh = { grant_type: "refresh_token", refresh_token: String(byCode["refresh_token"]) };
    const answers = [
      byCode,
      await bodyOf(askForTokens({ ...tenderRoom(), ...refresh })),
      await bodyOf(askForTokens({ ...automation(), ...clientCredentials })),
    ];
    for (const { expires_in } of answers) {
      expect(Number.isInteger(expires_in)).toBe(true);
      expect(expires_in).toBeGreaterThanOrEqual(3600);
    }
  });
});

describe("Requests", () => {
  it("9: may carry parameters nobody here knows, at both endpoints", async () => {
    const somebody = house.current.people.member;
    const code = (await authorize(somebody, extras)).url.searchParams.get("code") ?? "";
    const grant = { grant_type: "authorization_code", redirect_uri: loopback, code };
    const body = await bodyOf(askForTokens({ ...tenderRoom(), ...grant, ...extras }));
    expect(body["id_token"]).toBeTypeOf("string");
    expect((await askForTokens({ ...automation(), ...clientCredentials, ...extras })).status).toBe(200);
  });

  it("9: may ask to create an account, where they sign in", async () => {
    const { url } = await authorize(house.current.people.member, { prompt: "create" });
    expect(url.searchParams.get("code")).toBeTypeOf("string");
  });
});

describe("Devices", () => {
  it("10 and 11: poll by the short name, and are never told to slow down", async () => {
    const { machine, contoso, authority } = house.current;
    const television = await registerApplication(machine, byOperator, {
      tenantId: contoso.tenantId,
      displayName: "Television",
      redirectUris: [],
      allowsPublicClient: true,
    });
    const client_id = accepted(television).application.applicationId;
    const body = new URLSearchParams({ client_id, scope: "openid offline_access" });
    const codes = await bodyOf(fetch(`${authority}/oauth2/v2.0/devicecode`, { method: "POST", body }));
    for (const grant_type of ["device_code", "urn:ietf:params:oauth:grant-type:device_code"]) {
      const poll = () => askForTokens({ client_id, grant_type, device_code: String(codes["device_code"]) });
      const answers = await Promise.all(Array.from({ length: 5 }, () => poll().then(bodyOf)));
      for (const { error } of answers) expect(error).toBe("authorization_pending");
    }
  });
});

describe("Answers", () => {
  it("12: are posted to a program's own port, and the page may do so", async () => {
    const seen = await authorize(house.current.people.member, { response_mode: "form_post" });
    const form = formOf(seen);
    expect(form.action).toBe(loopback);
    expect(form.fields).toMatchObject({ code: expect.any(String) });
    const policy = seen.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/form-action 'self' [^;]*http:\/\/localhost:51234(;| )/);
  });

  it("13: ask for no pause when a request was wrong, however often", async () => {
    const wrong = [
      { ...automation(), ...clientCredentials, client_secret: "wrong" },
      { ...automation(), ...clientCredentials, scope: "nonsense" },
      { ...tenderRoom(), grant_type: "refresh_token", refresh_token: "unknown" },
      { ...tenderRoom(), grant_type: "authorization_code", code: "unknown", redirect_uri: loopback },
    ];
    for (const fields of wrong) {
      const answers = await Promise.all(Array.from({ length: 8 }, () => askForTokens(fields)));
      for (const answer of answers) {
        expect([400, 401]).toContain(answer.status);
        expect(answer.headers.get("retry-after")).toBeNull();
        expect((await bodyOf(answer))["error"]).toBeTypeOf("string");
      }
    }
  });

  it("14: never describe an error in words that mean another", () => {
    const texts = Object.values(protocolErrorTable).map(({ text }) => text);
    const descriptions = Object.values(signInErrors).map(({ description }) => description);
    for (const text of [...texts, ...descriptions]) expect(text).not.toMatch(reclassifying);
  });

  it("15: leave sign-in pages usable in a pop-up, and redirects in a frame", async () => {
    const page = await authorize({ visitor: house.current.visitor() }, { response_mode: "form_post" });
    expect(page.status).toBe(200);
    expect(page.headers.get("cross-origin-opener-policy")).toBeNull();
    expect(page.headers.get("x-frame-options")).toBeNull();
    expect(page.headers.get("content-security-policy")).toMatch(/form-action [^;]*http:\/\/localhost:51234/);
    const redirect = await authorize(house.current.people.member, { prompt: "none" });
    expect(redirect.status).toBe(302);
    expect(redirect.headers.get("x-frame-options")).toBeNull();
    expect(redirect.headers.get("cross-origin-opener-policy")).toBeNull();
  });

  it("16: keep the session in a cookie that hidden frames of other sites carry", async () => {
    const query = new URLSearchParams({
      client_id: tenderRoom().client_id,
      redirect_uri: loopback,
      response_type: "code",
      scope: "openid",
    });
    const url = `${house.current.authority}/oauth2/v2.0/authorize?${query}`;
    const cookies = (await fetch(url, { redirect: "manual" })).headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatch(/SameSite=None.*|Secure.*SameSite=None/i);
    for (const cookie of cookies) expect(cookie).toMatch(/;\s*Secure/i);
  });

  it.each(["query", "fragment"])("17: redirect a silent request that fails, by %s", async (response_mode) => {
    const { url, status } = await authorize(
      { visitor: house.current.visitor() },
      { prompt: "none", state: "a|b+c/d=", response_mode },
    );
    expect(status).toBe(302);
    const text = response_mode === "query" ? url.search : url.hash;
    const fields = Object.fromEntries(new URLSearchParams(text.slice(1)));
    expect(`${url.origin}${url.pathname}`).toBe(loopback);
    expect(fields).toMatchObject({ error: "login_required", state: "a|b+c/d=" });
    expect(fields["error_uri"]).toContain("code=50058");
  });

  it("17: lead with an error to a page that explains it", async () => {
    const { url } = await authorize({ visitor: house.current.visitor() }, { prompt: "none" });
    const page = await fetch(url.searchParams.get("error_uri") ?? "");
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(signInErrors["login-required"].description);
  });

  it("18: let scripts read errors as well as successes", async () => {
    const headers = { origin: "http://localhost:3000" };
    const { publicUrl, authority } = house.current;
    const answers = [
      await askForTokens({ grant_type: "refresh_token", client_id: tenderRoom().client_id }, headers),
      await askForTokens({ ...automation(), ...clientCredentials }, headers),
      await fetch(`${publicUrl}/nowhere.example/v2.0/.well-known/openid-configuration`, { headers }),
      await fetch(`${authority}/v2.0/.well-known/openid-configuration`, { headers }),
      await fetch(`${authority}/discovery/v2.0/keys`, { headers }),
      await fetch(`${publicUrl}/v1.0/me`, { headers }),
    ];
    for (const answer of answers)
      expect([answer.url, answer.headers.get("access-control-allow-origin")]).toEqual([answer.url, "*"]);
    expect(answers.map(({ ok }) => ok)).toEqual([false, false, false, true, true, false]);
  });

  it("19: are JSON wherever a library reads them, errors too", async () => {
    const { publicUrl, authority } = house.current;
    const token = `${authority}/oauth2/v2.0/token`;
    const answers = [
      await fetch(token, { method: "POST", body: "not a form", headers: { "content-type": "text/plain" } }),
      await fetch(token, { method: "POST", body: new URLSearchParams() }),
      await fetch(token),
      await fetch(token, { method: "POST", body: new URLSearchParams({ code: "x".repeat(300_000) }) }),
      await fetch(`${publicUrl}/nowhere.example/oauth2/v2.0/token`, { method: "POST" }),
      await fetch(`${publicUrl}/nowhere.example/v2.0/.well-known/openid-configuration`),
      await fetch(`${publicUrl}/nowhere.example/discovery/v2.0/keys`),
    ];
    for (const answer of answers) {
      expect(answer.ok).toBe(false);
      const { error, error_description } = await bodyOf(answer);
      expect([answer.url, typeof error, typeof error_description]).toEqual([answer.url, "string", "string"]);
    }
  });
});

describe("Graph", () => {
  it("20: is the resource also when its name has no port", async () => {
    const scope = "https://localhost/.default";
    const { access_token: token } = await bodyOf(
      askForTokens({ ...automation(), ...clientCredentials, scope }),
    );
    const answer = await fetch(`${house.current.demo.graphUrl}/users`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(200);
  });

  it("21: continues lists at its own host and port", async () => {
    const { access_token: token } = await bodyOf(askForTokens({ ...automation(), ...clientCredentials }));
    const answer = await fetch(`${house.current.demo.graphUrl}/users?$top=1`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const next = String((await bodyOf(answer))["@odata.nextLink"]);
    expect(next.startsWith(`${house.current.demo.graphUrl}/users?`)).toBe(true);
  });
});

describe("Identities", () => {
  it.each(kindsOfPerson)("22: say by which account a %s is kept, the same every time", async (kind) => {
    const somebody = house.current.people[kind];
    const [uid, utid] = somebody.homeAccountId.split(".");
    const read = (text: unknown) => JSON.parse(Buffer.from(String(text), "base64url").toString());
    const { url } = await authorize(somebody, { client_info: "1" });
    expect(read(url.searchParams.get("client_info"))).toEqual({ uid, utid });
    const first = await redeem(somebody);
    expect(read(first["client_info"])).toEqual({ uid, utid });
    const refresh = { grant_type: "refresh_token", refresh_token: String(first["refresh_token"]) };
    const second = await bodyOf(askForTokens({ ...tenderRoom(), ...refresh, client_info: "1" }));
    expect(read(second["client_info"])).toEqual({ uid, utid });
    expect(decodeJwt(String(second["id_token"]))).toMatchObject({ oid: somebody.claims.oid });
  });

  it("23: are GUIDs for applications, organisations and people", async () => {
    const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
    const { contoso, people } = house.current;
    for (const { clientId } of contoso.applications) expect(clientId).toMatch(guid);
    const { idToken } = await tokensFor(house.current, people.member, { scope: "User.Read" });
    const { aud, tid, oid } = decodeJwt(idToken);
    for (const id of [aud, tid, oid]) expect(id).toMatch(guid);
  });
});
