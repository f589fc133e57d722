import { beforeAll, describe, expect, it } from "vitest";
import { addClientSecret } from "../../../src/domain/applications/add-client-secret.ts";
import { registerApplication } from "../../../src/domain/applications/register-application.ts";
import {
  acceptAtHome,
  askForTokens,
  authorizeAddress,
  type ClientOfHouse,
  clientsOf,
  codeGrant,
  type TokenReply,
} from "../../support/house-applications.ts";
import { payloadOf } from "../../support/protocol-client.ts";
import { type TestHouse, testHouse } from "../../support/test-house.ts";
import { accepted, byOperator } from "../../support/test-machine.ts";
import { formOf, type Seen, textOf, type Visitor } from "../../support/visitor.ts";

const secret = "a-client-secret-that-only-tests-know";
let house: TestHouse;
/** Made by Contoso for everybody. */
let shared: ClientOfHouse;

beforeAll(async () => {
  house = await testHouse();
  const { tenantId } = house.contoso;
  const redirectUri = "https://shared.example/callback";
  const { application } = accepted(
    await registerApplication(house.machine, byOperator, {
      tenantId,
      displayName: "Shared Board",
      audience: "tenants",
      redirectUris: [{ platform: "web", uri: redirectUri }],
    }),
  );
  const { applicationId } = application;
  accepted(
    await addClientSecret(house.machine, byOperator, { tenantId, applicationId, lifetimeDays: 30, secret }),
  );
  shared = { clientId: applicationId, clientSecret: secret, redirectUri };
});

function person(organisation: "contoso" | "fabrikam", name: string) {
  const user = house[organisation].users.find(({ displayName }) => displayName.startsWith(name));
  if (!user) throw new Error(`${organisation} has no ${name}`);
  return user;
}

/** Answers consent where it is asked; whoever was asked before is through already. */
async function consenting(visitor: Visitor, seen: Seen): Promise<Seen> {
  const asks = seen.html.includes("/consent");
  return asks ? visitor.submit(seen, { decision: "accept" }) : seen;
}

/** From the question who somebody is, to the application. */
async function signIn(
  visitor: Visitor,
  organisation: "contoso" | "fabrikam",
  name: string,
  parameters: Record<string, string> = {},
  alias = "organizations",
): Promise<Seen> {
  const { userName, password } = person(organisation, name);
  const asked = await visitor.get(authorizeAddress(alias, shared, parameters));
  const atHome = await visitor.submit(asked, { email: userName });
  expect(textOf(atHome)).toContain(userName);
  return consenting(visitor, await visitor.submit(atHome, { password }));
}

function redeem(answered: Seen, alias = "organizations"): Promise<TokenReply> {
  return askForTokens(house, alias, codeGrant(shared, answered));
}

function numberOf(reply: TokenReply): unknown {
  return (reply.body["error_codes"] as number[] | undefined)?.[0];
}

describe("where the address names no tenant", () => {
  it.each(["organizations", "common"])(
    "people say who they are and are signed in to their own organisation: %s",
    async (alias) => {
      const answered = await signIn(house.visitor(), "fabrikam", "Bert", {}, alias);
      expect(answered.url.origin).toBe("https://shared.example");
      const { status, body } = await redeem(answered, alias);
      expect(status).toBe(200);
      const { tenantId } = house.fabrikam;
      const issuer = `${house.machine.configuration.publicUrl}/${tenantId}/v2.0`;
      expect(payloadOf(body["id_token"])).toMatchObject({ tid: tenantId, iss: issuer, acct: 0 });

      const renewed = await askForTokens(house, alias, {
        grant_type: "refresh_token",
        client_id: shared.clientId,
        client_secret: shared.clientSecret,
        refresh_token: String(body["refresh_token"]),
      });
      expect(payloadOf(renewed.body["id_token"])).toMatchObject({ tid: tenantId });
    },
  );

  it("a guest is at home, not where they are a guest", async () => {
    const visitor = house.visitor();
    const bert = person("fabrikam", "Bert");
    const { link } = await house.invite(bert.userName);
    await acceptAtHome(visitor, link, bert.password);
    const answered = await consenting(visitor, await visitor.get(authorizeAddress("organizations", shared)));
    const { body } = await redeem(answered);
    expect(payloadOf(body["id_token"])).toMatchObject({ tid: house.fabrikam.tenantId });

    // And the token a guest has with their host is no token of the organisation they are at home in.
    const asGuest = await consenting(
      visitor,
      await visitor.get(authorizeAddress(house.contoso.tenantId, shared)),
    );
    const guestTokens = await redeem(asGuest, house.contoso.tenantId);
    expect(payloadOf(guestTokens.body["id_token"])).toMatchObject({ tid: house.contoso.tenantId, acct: 1 });
    const refused = await askForTokens(house, "organizations", {
      grant_type: "refresh_token",
      client_id: shared.clientId,
      client_secret: shared.clientSecret,
      refresh_token: String(guestTokens.body["refresh_token"]),
    });
    expect(numberOf(refused)).toBe(700005);
  });

  it("whoever is signed in is asked nothing, silently neither", async () => {
    const visitor = house.visitor();
    await signIn(visitor, "contoso", "Mia");
    const silent = await visitor.get(authorizeAddress("organizations", shared, { prompt: "none" }));
    expect(silent.url.searchParams.get("code")).not.toBeNull();
    const { body } = await redeem(silent);
    expect(payloadOf(body["id_token"])).toMatchObject({ tid: house.contoso.tenantId });
  });

  it("hints of an address or a domain spare the question", async () => {
    const { userName } = person("fabrikam", "Bert");
    const byAddress = await house
      .visitor()
      .get(authorizeAddress("organizations", shared, { login_hint: userName }));
    expect(formOf(byAddress).action).toContain("/password");
    expect(textOf(byAddress)).toContain(userName);
    const byDomain = await house
      .visitor()
      .get(authorizeAddress("common", shared, { domain_hint: "fabrikam.example" }));
    expect(formOf(byDomain).action).toContain("/identify");
    expect(byDomain.html).toContain("Fabrikam");
  });

  it("an account is picked once, and somebody else may be at home elsewhere", async () => {
    const visitor = house.visitor();
    await signIn(visitor, "contoso", "Mia");
    const picker = await visitor.get(authorizeAddress("organizations", shared, { prompt: "select_account" }));
    expect(formOf(picker).action).toContain("/account");
    const other = await visitor.submit(picker, { account: "another" });
    const bert = person("fabrikam", "Bert");
    const atHome = await visitor.submit(other, { email: bert.userName });
    expect(textOf(atHome)).toContain(bert.userName);
    const notHim = await visitor.get(`${atHome.url.pathname}/another`);
    expect(formOf(notHim).action).toContain("/identify");
    const mia = person("contoso", "Mia");
    const back = await visitor.submit(notHim, { email: mia.userName });
    const answered = await consenting(visitor, back);
    expect(payloadOf((await redeem(answered)).body["id_token"])).toMatchObject({
      tid: house.contoso.tenantId,
    });
  });
});

describe("without a tenant in the address", () => {
  it("an address of nobody's is told so, and stays typed", async () => {
    const visitor = house.visitor();
    const asked = await visitor.get(authorizeAddress("organizations", shared));
    const told = await visitor.submit(asked, { email: "otto@elsewhere.example" });
    expect(told.status).toBe(400);
    expect(textOf(told)).toContain("No organisation here has this address");
    expect(told.html).toContain('value="otto@elsewhere.example"');
  });

  it("a silent request without a session goes back with the reason", async () => {
    const seen = await house.visitor().get(authorizeAddress("common", shared, { prompt: "none" }));
    expect(seen.url.searchParams.get("error")).toBe("login_required");
    expect(seen.url.searchParams.get("state")).toBe("state-of-the-application");
  });

  it("an application of one tenant, an unknown one and a wrong address to return to are shown, not redirected", async () => {
    const { web } = clientsOf(house);
    const wrong: [string, ClientOfHouse, number][] = [
      ["common", web, 50194],
      ["organizations", { ...shared, clientId: "11111111-0000-4000-8000-000000000000" }, 700016],
      ["organizations", { ...shared, redirectUri: "https://evil.example/" }, 50011],
      ["consumers", shared, 9002332],
    ];
    for (const [alias, client, number] of wrong) {
      const seen = await house.visitor().get(authorizeAddress(alias, client));
      expect(seen.status).toBe(400);
      expect(seen.html).toContain(`AADSTS${number}`);
    }
  });

  it("a mistake in the request is told to the application", async () => {
    const seen = await house.visitor().get(authorizeAddress("common", shared, { response_type: "id_token" }));
    expect(seen.url.href).toContain("error=unsupported_response_type");
  });

  it("a code is good where it was asked for, and nowhere else", async () => {
    const answered = await signIn(house.visitor(), "fabrikam", "Bert");
    const { tenantId } = house.fabrikam;
    for (const place of [tenantId, "common", house.contoso.tenantId])
      expect(numberOf(await redeem(answered, place))).toBe(700005);
    expect((await redeem(answered)).status).toBe(200);
  });

  it("an application that acts as itself must say where", async () => {
    const reply = await askForTokens(house, "organizations", {
      grant_type: "client_credentials",
      client_id: shared.clientId,
      client_secret: shared.clientSecret,
      scope: "https://graph.microsoft.com/.default",
    });
    expect(numberOf(reply)).toBe(9001023);
    for (const grantType of ["authorization_code", "refresh_token", "device_code"])
      expect(numberOf(await askForTokens(house, "common", { grant_type: grantType }))).toBe(900144);
    const nonsense = { grant_type: "authorization_code", client_id: shared.clientId, code: "nonsense" };
    expect(numberOf(await askForTokens(house, "common", nonsense))).toBe(70000);
  });

  it("signing out works like anywhere", async () => {
    const visitor = house.visitor();
    const answered = await signIn(visitor, "fabrikam", "Bert");
    const { body } = await redeem(answered);
    const query = new URLSearchParams({
      id_token_hint: String(body["id_token"]),
      post_logout_redirect_uri: shared.redirectUri,
    });
    const left = await visitor.get(`/organizations/oauth2/v2.0/logout?${query}`);
    expect(left.url.href).toBe(shared.redirectUri);
    const again = await visitor.get(authorizeAddress("organizations", shared, { prompt: "none" }));
    expect(again.url.searchParams.get("error")).toBe("login_required");
  });
});
