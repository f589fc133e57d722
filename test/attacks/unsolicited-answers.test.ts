import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findUser } from "../../src/domain/directory/find-user.ts";
import { addIdentityProvider } from "../../src/domain/federation/add-identity-provider.ts";
import { changeIdentityProvider } from "../../src/domain/federation/change-identity-provider.ts";
import { removeIdentityProvider } from "../../src/domain/federation/remove-identity-provider.ts";
import type { DomainName } from "../../src/foundation/domain-name.ts";
import type { ProviderId, UserId } from "../../src/foundation/identifiers.ts";
import { readConfiguration } from "../../src/platform/config/configuration.ts";
import {
  encodedResponse,
  type ForgingSamlProvider,
  readSamlRequest,
  type SamlForgery,
  startForgingSamlProvider,
} from "../support/forging-saml-provider.ts";
import {
  type ForgingWsFederationProvider,
  startForgingWsFederationProvider,
  type TokenForgery,
} from "../support/forging-ws-federation-provider.ts";
import { testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { formOf, type Seen, textOf, type Visitor } from "../support/visitor.ts";

const published = new Map<string, readonly string[]>();
const house = await testHouse({
  configuration: readConfiguration({ GUESTHOUSE_OUTBOUND_ALLOW: "127.0.0.0/8" }, { mode: "demo" }),
  names: { textRecords: async (domain) => ({ ok: true, value: published.get(domain) ?? [] }) },
});
const { contoso, fabrikam, machine } = house;
machine.setClock(new Date());
const { publicUrl } = machine.configuration;
const { tenantId } = contoso;
const audience = `${publicUrl}/${tenantId}/`;
const recipient = `${publicUrl}/federation/${tenantId}/saml`;
const reply = `${publicUrl}/federation/${tenantId}/ws-federation`;

let samlPartner: ForgingSamlProvider;
let tokenPartner: ForgingWsFederationProvider;
const providerIds = new Map<string, ProviderId>();

beforeAll(async () => {
  samlPartner = await startForgingSamlProvider(machine.clock);
  tokenPartner = await startForgingWsFederationProvider(machine.clock);
  await trust("saml", samlPartner, "saml.example");
  await trust("ws-federation", tokenPartner, "tokens.example");
});
afterAll(() => Promise.all([samlPartner?.close(), tokenPartner?.close()]));

async function trust(
  kind: "saml" | "ws-federation",
  partner: ForgingSamlProvider | ForgingWsFederationProvider,
  domain: string,
): Promise<void> {
  published.set(domain, [`DirectFedAuthUrl=${partner.signInUrl}`]);
  const { entityId: issuer, signInUrl } = partner;
  const added = await addIdentityProvider(machine, byOperator, {
    ...{ tenantId, kind, displayName: "Partner", secret: undefined, domains: [domain as DomainName] },
    settings: { issuer, signInUrl, certificates: [partner.certificate()] },
    acceptsUnsolicited: true,
  });
  providerIds.set(kind, accepted(added).providerId);
}

async function allow(kind: string, acceptsUnsolicited: boolean): Promise<void> {
  const providerId = providerIds.get(kind) as ProviderId;
  const changes = { acceptsUnsolicited };
  accepted(await changeIdentityProvider(machine, byOperator, { tenantId, providerId, changes }));
}

/** An assertion of the SAML partner to no request, posted by whoever has it. */
function bySaml(visitor: Visitor, address: string, forgery: SamlForgery = {}, relayState = "") {
  house.moveClock(1);
  const request = { xml: "", requestId: "", relayState, audience, recipient };
  const said = { inResponseTo: undefined, nameId: address, email: address, ...forgery };
  return visitor.post(recipient, {
    SAMLResponse: encodedResponse(samlPartner.respond(request, said)),
    ...(relayState && { RelayState: relayState }),
  });
}

/** The same in WS-Federation. */
function byToken(visitor: Visitor, address: string, forgery: TokenForgery = {}, context = "") {
  house.moveClock(1);
  const request = { realm: audience, reply, context, parameters: {} };
  const said = { nameId: address, email: address, ...forgery };
  const wresult = tokenPartner.respond("SAML 1.1", request, said);
  return visitor.post(reply, { wa: "wsignin1.0", wresult, ...(context && { wctx: context }) });
}

const ways = [
  ["saml", "saml.example", bySaml],
  ["ws-federation", "tokens.example", byToken],
] as const;

/** Somebody who has accepted an invitation with what a partner sent by itself. */
async function accept(address: string): Promise<UserId> {
  const { userId } = await house.invite(address);
  const visitor = house.visitor();
  const send = address.endsWith("@saml.example") ? bySaml : byToken;
  const review = await visitor.submit(await send(visitor, address), {});
  expect(textOf(review)).toContain("Review permissions");
  expect(await stateOf(userId)).toBe("pending");
  await visitor.submit(review, { decision: "accept" });
  expect(await stateOf(userId)).toBe("accepted");
  return userId as UserId;
}

async function stateOf(userId: string): Promise<string | undefined> {
  return (await findUser(machine.database, tenantId, userId as UserId))?.redemptionState;
}

async function isSignedIn(visitor: Visitor, address: string): Promise<boolean> {
  const text = textOf(await visitor.get(`/myapps?tenant=${tenantId}`));
  return text.includes("My Apps") && text.includes(address);
}

async function lastLogged() {
  const row = await machine.database
    .selectFrom("signInEvent")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .orderBy("occurredAt", "desc")
    .orderBy("eventId", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  return { errorCode: row.errorCode, ...(row.details as Readonly<Record<string, unknown>>) };
}

async function countLogged(): Promise<number> {
  const rows = await machine.database
    .selectFrom("signInEvent")
    .select("eventId")
    .where("tenantId", "=", tenantId)
    .execute();
  return rows.length;
}

function expectRefused(seen: Seen): void {
  expect(seen.status).toBe(400);
  expect(textOf(seen)).toContain("was not asked for");
}

describe.each(ways)("an answer of %s that nobody asked for", (kind, domain, send) => {
  it("is refused unless the organisation allows it, and the log says so", async () => {
    await accept(`off@${domain}`);
    await allow(kind, false);
    const visitor = house.visitor();
    expectRefused(await send(visitor, `off@${domain}`));
    expect(await isSignedIn(visitor, `off@${domain}`)).toBe(false);
    expect(await lastLogged()).toMatchObject({
      check: "answer-belongs-here",
      detail: expect.stringContaining("isUnsolicitedSignInAllowed"),
    });
    await allow(kind, true);
  });

  it("asks the person first, and leads to My Apps", async () => {
    const address = `asked@${domain}`;
    await accept(address);
    const visitor = house.visitor();
    const asking = await send(visitor, address);
    expect(textOf(asking)).toContain(`Continue as ${address}?`);
    expect(await isSignedIn(visitor, address)).toBe(false);
    const landed = await visitor.submit(asking, {});
    expect(landed.url.pathname).toBe("/myapps");
    expect(await isSignedIn(visitor, address)).toBe(true);
    expect(await lastLogged()).toMatchObject({ errorCode: 0, askedBy: "the identity provider itself" });
  });

  it("opens an application that is named by its id or its home page, and nothing else", async () => {
    const address = `opens@${domain}`;
    await accept(address);
    const board = contoso.applications.find(({ homePageUrl }) => homePageUrl !== undefined);
    const { applicationId = "", homePageUrl = "" } = board ?? {};
    const lands = async (named: string) => {
      const visitor = house.visitor();
      return (await visitor.submit(await send(visitor, address, {}, named), {})).url.href;
    };
    expect(await lands(applicationId)).toBe(homePageUrl);
    expect(await lands(homePageUrl)).toBe(homePageUrl);
    const foreign = fabrikam.applications[0]?.applicationId ?? crypto.randomUUID();
    for (const named of [
      "https://evil.example/",
      `${homePageUrl}.evil.example`,
      "//evil.example",
      "/invite",
      foreign,
      crypto.randomUUID(),
    ])
      expect(await lands(named)).toBe(`${publicUrl}/myapps?tenant=${tenantId}`);
  });

  it("counts once", async () => {
    const address = `once@${domain}`;
    await accept(address);
    const assertionId = `_once-${kind}`;
    expect(textOf(await send(house.visitor(), address, { assertionId }))).toContain("Continue as");
    expectRefused(await send(house.visitor(), address, { assertionId }));
    expect(await lastLogged()).toMatchObject({ check: "taken-once" });
  });

  it.each<[string, string, () => { readonly [name: string]: unknown }]>([
    ["of a key that is not published", "signature", () => ({ foreignKey: true })],
    ["for another organisation", "audience", () => ({ audience: `${publicUrl}/${fabrikam.tenantId}/` })],
    ["past its time", "time", () => ({ notBefore: at(-600), notOnOrAfter: at(-121) })],
    [
      "about an address outside its domains",
      "domain-rule",
      () => ({ email: "x@contoso.example", nameId: "x" }),
    ],
  ])("%s proves nothing", async (_name, check, forgery) => {
    const visitor = house.visitor();
    expectRefused(await send(visitor, `forged@${domain}`, forgery()));
    expect(await lastLogged()).toMatchObject({ check });
  });

  it("of an issuer that the organisation does not trust is not looked at", async () => {
    expectRefused(await send(house.visitor(), `any@${domain}`, { issuer: "https://evil.example" }));
  });

  it("accepts no invitation by itself, and makes no guest of a stranger", async () => {
    const { userId } = await house.invite(`pending@${domain}`);
    const visitor = house.visitor();
    const review = await visitor.submit(await send(visitor, `pending@${domain}`), {});
    expect(textOf(review)).toContain("Review permissions");
    expect(await stateOf(userId)).toBe("pending");
    const declined = await visitor.submit(review, { decision: "cancel" });
    expect(textOf(declined)).not.toContain("My Apps");
    expect(await stateOf(userId)).toBe("pending");
    const stranger = house.visitor();
    const seen = await stranger.submit(await send(stranger, `stranger@${domain}`), {});
    expect(seen.status).toBe(403);
  });

  it("touches nobody's session and no journey under way before the person says yes", async () => {
    const victim = house.visitor();
    await accept(`victim@${domain}`);
    await accept(`attacker@${domain}`);
    await victim.submit(await send(victim, `victim@${domain}`), {});
    const { link, userId } = await house.invite(`journey@${domain}`);
    const journey = await victim.get(link);
    const planted = await send(victim, `attacker@${domain}`);
    expect(textOf(planted)).toContain(`Continue as attacker@${domain}?`);
    expect(await isSignedIn(victim, `victim@${domain}`)).toBe(true);
    expect(textOf(await victim.get(journey.url.href))).toBe(textOf(journey));
    expect(await stateOf(userId)).toBe("pending");
    // Without the session's own value nothing is confirmed, nor from another browser.
    const { action } = formOf(planted);
    await victim.post(action, {});
    await victim.post(action, { csrf: "guessed" });
    const thief = house.visitor();
    expect((await thief.post(action, formOf(planted).fields)).status).toBe(400);
    expect(await isSignedIn(victim, `victim@${domain}`)).toBe(true);
    // "Not you?" leads on as somebody else, and what was planted is gone.
    const another = await victim.get(`${planted.url.pathname}/another`);
    expect(textOf(another)).not.toContain(`attacker@${domain}`);
    await victim.post(action, formOf(planted).fields);
    expect(textOf(await victim.get(planted.url.href))).not.toContain(`attacker@${domain}`);
  });

  it("signs nobody in from a page that was used or left open", async () => {
    const address = `later@${domain}`;
    await accept(address);
    const visitor = house.visitor();
    const asking = await send(visitor, address);
    const myApps = await visitor.submit(asking, {});
    await visitor.submit(myApps, {}, "/myapps/sign-out");
    expect(await isSignedIn(visitor, address)).toBe(false);
    const again = await visitor.get(asking.url.href);
    expect(textOf(again)).not.toContain("Continue as");
    const old = house.visitor();
    const left = await send(old, address);
    house.moveClock(601);
    await old.submit(left, {});
    expect(await isSignedIn(old, address)).toBe(false);
  });
});

const at = (seconds: number) => new Date(machine.clock().getTime() + seconds * 1000);

describe("an answer of SAML to a request", () => {
  it.each([
    ["of nobody", () => ({ inResponseTo: "_another" })],
    [
      "of nobody, named in the assertion alone",
      () => ({
        inResponseTo: "_another",
        signs: "assertion" as const,
        afterwards: (xml: string) => xml.replace(/(<samlp:Response [^>]*) InResponseTo="_another"/, "$1"),
      }),
    ],
  ])("%s is not taken for one to none", async (_name, forgery) => {
    expectRefused(await bySaml(house.visitor(), "answers@saml.example", forgery()));
    expect(await lastLogged()).toMatchObject({ check: "answer-belongs-here" });
  });

  it("that another browser made cannot be brought without its state", async () => {
    const { link, userId } = await house.invite("stolen@saml.example");
    const victim = house.visitor();
    const page = await victim.submit(await victim.get(link), { decision: "accept" });
    const request = readSamlRequest((await victim.get(`${page.url.pathname}/provider`)).url);
    const { requestId: inResponseTo } = request;
    const thief = house.visitor();
    expectRefused(await bySaml(thief, "stolen@saml.example", { inResponseTo }));
    // Nor does an answer to none end the journey that asked.
    const xml = samlPartner.respond(request, { inResponseTo: undefined, email: "stolen@saml.example" });
    const back = { SAMLResponse: encodedResponse(xml), RelayState: request.relayState };
    expect(textOf(await victim.post(recipient, back))).toContain("could not sign you in");
    expect(await stateOf(userId)).toBe("pending");
  });
});

describe("answers that anybody can post", () => {
  it("do not fill the sign-in log", async () => {
    await sql`delete from rate_limit`.execute(machine.database);
    const before = await countLogged();
    for (let number = 0; number < 70; number++)
      expectRefused(await bySaml(house.visitor(), "flood@saml.example", { foreignKey: true }));
    expect((await countLogged()) - before).toBe(60);
  }, 60_000);
});

describe("what a provider sent", () => {
  it("is worth nothing once the organisation trusts it no more", async () => {
    const address = "gone@tokens.example";
    await accept(address);
    const visitor = house.visitor();
    const asking = await byToken(visitor, address);
    const providerId = providerIds.get("ws-federation") as ProviderId;
    accepted(await removeIdentityProvider(machine, byOperator, { tenantId, providerId }));
    await visitor.submit(asking, {});
    expect(await isSignedIn(visitor, address)).toBe(false);
  });

  it("to an organisation that does not exist is not found", async () => {
    const nowhere = `${publicUrl}/federation/${crypto.randomUUID()}/saml`;
    expect((await house.visitor().post(nowhere, { SAMLResponse: "x" })).status).toBe(404);
  });
});
