import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addIdentityProvider } from "../../src/domain/federation/add-identity-provider.ts";
import type { DomainName } from "../../src/foundation/domain-name.ts";
import type { TenantId } from "../../src/foundation/identifiers.ts";
import { readConfiguration } from "../../src/platform/config/configuration.ts";
import { type ForgingProvider, startForgingProvider } from "../support/forging-provider.ts";
import { type OAuth2Provider, startOAuth2Provider } from "../support/oauth2-provider.ts";
import { testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { accepting, comeBack, newestLogged, throughForgingProvider } from "../support/through-provider.ts";
import { textOf, type Visitor } from "../support/visitor.ts";

const published = new Map<string, readonly string[]>();
const house = await testHouse({
  configuration: readConfiguration({ GUESTHOUSE_OUTBOUND_ALLOW: "127.0.0.0/8" }, { mode: "demo" }),
  names: { textRecords: async (domain) => ({ ok: true, value: published.get(domain) ?? [] }) },
});
const { contoso, fabrikam, machine } = house;
machine.setClock(new Date());

let honest: ForgingProvider;
let evil: ForgingProvider;
let forge: OAuth2Provider;
const victim = "vera@honest.example";

beforeAll(async () => {
  honest = await startForgingProvider();
  // It does not say who it is when it sends people back; many do not (RFC 9207 is young).
  honest.publish({ authorization_response_iss_parameter_supported: undefined });
  evil = await startForgingProvider();
  evil.publish({ authorization_response_iss_parameter_supported: undefined });
  forge = await startOAuth2Provider();
  published.set("honest.example", [`DirectFedAuthUrl=${honest.issuer}/authorize`]);
  published.set("evil.example", [`DirectFedAuthUrl=${evil.issuer}/authorize`]);
  published.set("forge.example", [`DirectFedAuthUrl=${forge.origin}/login/oauth/authorize`]);
  const add = async (tenantId: TenantId, provider: ForgingProvider, domain: string) =>
    accepted(
      await addIdentityProvider(machine, byOperator, {
        tenantId,
        kind: "openid-connect",
        displayName: domain,
        settings: { discoveryUrl: provider.issuer, clientId: provider.clientId },
        secret: "a secret",
        domains: [domain as DomainName],
      }),
    );
  await add(contoso.tenantId, honest, "honest.example");
  await add(contoso.tenantId, evil, "evil.example");
  await add(fabrikam.tenantId, evil, "evil.example");
  accepted(
    await addIdentityProvider(machine, byOperator, {
      tenantId: contoso.tenantId,
      kind: "github",
      displayName: "Forge",
      settings: { clientId: forge.clientId, enterpriseUrl: forge.origin },
      secret: forge.secret,
      domains: ["forge.example" as DomainName],
    }),
  );
  const { visitor, page } = await accepting(house, victim);
  const claims = { sub: "vera", email: victim, email_verified: true };
  await visitor.submit(await throughForgingProvider(visitor, page, honest, { claims }), {
    decision: "accept",
  });
});
afterAll(() => Promise.all([honest?.close(), evil?.close(), forge?.close()]));

/** On the way to the provider of an address, to sign in at an organisation. */
async function signingIn(visitor: Visitor, tenantId: TenantId, address: string): Promise<URL> {
  const page = await visitor.submit(await visitor.get(`/myapps?tenant=${tenantId}`), { email: address });
  return (await visitor.get(`${page.url.pathname}/provider`)).url;
}

/** What somebody is sent back with who signs in at the honest provider, for the request of an attacker. */
function codeOfVictim(request: URL): string {
  const nonce = request.searchParams.get("nonce") ?? "";
  return honest.codeFor({ claims: { nonce, sub: "vera", email: victim, email_verified: true } });
}

const hasLeaked = (code: string) => evil.tokenRequests.some((request) => request.get("code") === code);

describe("12: mix-up: a provider sends people on to another, with the attacker's own request", () => {
  it("the code that it is handed then opens nothing", async () => {
    const attacker = house.visitor();
    const theirs = await signingIn(attacker, contoso.tenantId, victim);
    const code = codeOfVictim(theirs);
    const invited = await accepting(house, "vera@evil.example");
    const sentTo = (await invited.visitor.get(`${invited.page}/provider`)).url;
    // The honest provider sends the victim back with the state of the journey that began at the other one.
    await comeBack(invited.visitor, sentTo, { code });
    expect(hasLeaked(code)).toBe(true);
    const seen = await comeBack(attacker, theirs, { code });
    expect(textOf(seen)).not.toContain("My Apps");
    expect(textOf(seen)).toContain("honest.example could not sign you in");
    expect(textOf(await attacker.get(`/myapps?tenant=${contoso.tenantId}`))).not.toContain("My Apps");
    expect(await newestLogged(house, honest.issuer)).toMatchObject({ details: { check: "taken-once" } });
  });

  it("nor does the code of a GitHub server", async () => {
    forge.people.set("gus", {
      user: { id: 7, login: "gus" },
      emails: [{ email: "gus@forge.example", verified: true, primary: true }],
    });
    const attacker = await accepting(house, "gus@forge.example");
    const theirs = (await attacker.visitor.get(`${attacker.page}/provider`)).url;
    const code = forge.codeFor("gus", theirs);
    const invited = await accepting(house, "gus@evil.example");
    await comeBack(invited.visitor, (await invited.visitor.get(`${invited.page}/provider`)).url, { code });
    expect(hasLeaked(code)).toBe(true);
    const seen = await comeBack(attacker.visitor, theirs, { code });
    expect(textOf(seen)).toContain("Forge could not sign you in");
  });

  it("an answer to one organisation is none to another, whose provider is not even handed the code", async () => {
    const code = codeOfVictim(await signingIn(house.visitor(), contoso.tenantId, victim));
    const visitor = house.visitor();
    const atFabrikam = await signingIn(visitor, fabrikam.tenantId, "vera@evil.example");
    const back = new URL(atFabrikam.searchParams.get("redirect_uri") ?? "");
    back.pathname = back.pathname.replace(fabrikam.tenantId, contoso.tenantId);
    atFabrikam.searchParams.set("redirect_uri", back.href);
    const seen = await comeBack(visitor, atFabrikam, { code });
    expect(hasLeaked(code)).toBe(false);
    expect(textOf(seen)).not.toContain("My Apps");
  });

  it("a provider that says who it is is not mistaken for another one", async () => {
    const visitor = house.visitor();
    const sentTo = await signingIn(visitor, contoso.tenantId, "vera@evil.example");
    const code = codeOfVictim(sentTo);
    const seen = await comeBack(visitor, sentTo, { code, iss: honest.issuer });
    expect(textOf(seen)).toContain("evil.example could not sign you in");
    expect(hasLeaked(code)).toBe(false);
  });
});
