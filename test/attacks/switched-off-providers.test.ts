import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findUser } from "../../src/domain/directory/find-user.ts";
import { addIdentityProvider } from "../../src/domain/federation/add-identity-provider.ts";
import { switchIdentityProvider } from "../../src/domain/federation/switch-identity-provider.ts";
import { changeCollaborationSettings } from "../../src/domain/policies/change-collaboration-settings.ts";
import { findSignUpOffer } from "../../src/domain/signup/find-sign-up-offer.ts";
import { linkToFlow } from "../../src/domain/signup/link-to-flow.ts";
import type { DomainName } from "../../src/foundation/domain-name.ts";
import type { ApplicationId, ProviderId, UserId } from "../../src/foundation/identifiers.ts";
import { readConfiguration } from "../../src/platform/config/configuration.ts";
import {
  encodedResponse,
  type ForgingSamlProvider,
  readSamlRequest,
  startForgingSamlProvider,
} from "../support/forging-saml-provider.ts";
import { authorizeAddress, clientsOf } from "../support/house-applications.ts";
import { openSignUp } from "../support/open-sign-up.ts";
import { testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { type Seen, textOf, type Visitor } from "../support/visitor.ts";

const published = new Map<string, readonly string[]>();
const house = await testHouse({
  configuration: readConfiguration({ GUESTHOUSE_OUTBOUND_ALLOW: "127.0.0.0/8" }, { mode: "demo" }),
  names: { textRecords: async (domain) => ({ ok: true, value: published.get(domain) ?? [] }) },
});
const { contoso, machine } = house;
machine.setClock(new Date());
const { publicUrl } = machine.configuration;
const { tenantId } = contoso;

let partner: ForgingSamlProvider;
let providerId: ProviderId;

beforeAll(async () => {
  partner = await startForgingSamlProvider(machine.clock);
  published.set("partner.example", [`DirectFedAuthUrl=${partner.signInUrl}`]);
  const { entityId: issuer, signInUrl } = partner;
  const added = await addIdentityProvider(machine, byOperator, {
    ...{ tenantId, kind: "saml", displayName: "Partner", secret: undefined },
    settings: { issuer, signInUrl, certificates: [partner.certificate()] },
    domains: ["partner.example" as DomainName],
    acceptsUnsolicited: true,
  });
  ({ providerId } = accepted(added));
});
afterAll(() => partner?.close());

async function switchTo(isEnabled: boolean): Promise<void> {
  house.moveClock(1);
  accepted(await switchIdentityProvider(machine, byOperator, { tenantId, providerId, isEnabled }));
}

/** To the provider, and what it would answer there. */
async function sent(visitor: Visitor, address: string): Promise<() => Promise<Seen>> {
  const { link } = await house.invite(address);
  const page = await visitor.submit(await visitor.get(link), { decision: "accept" });
  const request = readSamlRequest((await visitor.get(`${page.url.pathname}/provider`)).url);
  return () => {
    const xml = partner.respond(request, { nameId: address, email: address });
    const { recipient, relayState: RelayState } = request;
    return visitor.post(recipient, { SAMLResponse: encodedResponse(xml), RelayState });
  };
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
  return { failureReason: row.failureReason, ...(row.details as Readonly<Record<string, unknown>>) };
}

describe("a provider that is switched off", () => {
  it("answers a journey under way in vain; a code may take its place where the organisation allows it", async () => {
    const visitor = house.visitor();
    const answer = await sent(visitor, "under-way@partner.example");
    await switchTo(false);
    const seen = await answer();
    expect(textOf(seen)).toContain("Partner could not sign you in");
    expect(textOf(seen)).toContain("is switched off here");
    expect(textOf(seen)).not.toContain("Try again");
    expect(await lastLogged()).toMatchObject({ failureReason: "provider-switched-off", provider: "Partner" });
    expect(textOf(await visitor.get(`${seen.url.pathname}/provider`))).toContain("is switched off here");
    const code = await visitor.submit(seen, {}, `${seen.url.pathname}/code-instead`);
    expect(textOf(code)).toContain("We will mail a code");
    await switchTo(true);
  });

  it("offers no code where the organisation allows none, and goes on as before once it is on again", async () => {
    accepted(
      await changeCollaborationSettings(machine, byOperator, {
        ...{ tenantId, changes: { emailCodeEnabled: false } },
      }),
    );
    const visitor = house.visitor();
    const answer = await sent(visitor, "no-code@partner.example");
    await switchTo(false);
    const seen = await answer();
    expect(textOf(seen)).toContain("is switched off here");
    expect(textOf(seen)).not.toContain("code by mail");
    await switchTo(true);
    expect(textOf(await visitor.get(seen.url.href))).toContain("Partner signs you in next");
    accepted(
      await changeCollaborationSettings(machine, byOperator, {
        ...{ tenantId, changes: { emailCodeEnabled: true } },
      }),
    );
  });

  it("takes its guests' sessions and refresh tokens with it, and gives no code in its place", async () => {
    const address = "guest@partner.example";
    const visitor = house.visitor();
    await visitor.submit(await (await sent(visitor, address))(), { decision: "accept" });
    const myApps = `/myapps?tenant=${tenantId}`;
    expect(textOf(await visitor.get(myApps))).toContain("My Apps");
    const { userId } = await machine.database
      .selectFrom("user")
      .select("userId")
      .where("tenantId", "=", tenantId)
      .where("mail", "=", address)
      .executeTakeFirstOrThrow();
    await switchTo(false);
    expect(textOf(await visitor.get(myApps))).not.toContain("My Apps");
    const user = await findUser(machine.database, tenantId, userId as UserId);
    expect(user?.sessionsValidFrom).toEqual(machine.clock());
    expect(user?.redemptionState).toBe("accepted");
    const other = house.visitor();
    const bound = await other.submit(await other.get(myApps), { email: address });
    expect(textOf(bound)).toContain("is switched off here");
    expect(textOf(bound)).not.toContain("code by mail");
    await switchTo(true);
    // The proof from before is void, although the provider is trusted again.
    expect(textOf(await visitor.get(myApps))).not.toContain("My Apps");
  });

  it("is reached by no hint, no button and no answer of its own", async () => {
    const { web } = clientsOf(house);
    await switchTo(false);
    const hinted = await house
      .visitor()
      .get(authorizeAddress(tenantId, web, { domain_hint: "partner.example" }));
    expect(hinted.url.origin).toBe(publicUrl);
    const recipient = `${publicUrl}/federation/${tenantId}/saml`;
    const request = {
      xml: "",
      requestId: "",
      relayState: "",
      audience: `${publicUrl}/${tenantId}/`,
      recipient,
    };
    const said = { inResponseTo: undefined, nameId: "guest@partner.example", email: "guest@partner.example" };
    const SAMLResponse = encodedResponse(partner.respond(request, said));
    expect((await house.visitor().post(recipient, { SAMLResponse })).status).toBe(400);
    expect(await lastLogged()).toMatchObject({ failureReason: "provider-switched-off" });
    await switchTo(true);
  });

  it("is no way to sign up, nor one to be approved by afterwards", async () => {
    const applicationId = clientsOf(house).web.clientId as ApplicationId;
    const flow = await openSignUp(machine, { tenantId, applicationId, name: "Partners" });
    accepted(await linkToFlow(machine, byOperator, { flow, part: { kind: "provider", id: providerId } }));
    const waysNow = async () =>
      (await findSignUpOffer(machine.database, tenantId, applicationId))?.flow.providers;
    house.moveClock(5);
    expect(await waysNow()).toEqual([providerId]);
    await switchTo(false);
    house.moveClock(5);
    expect(await waysNow()).toEqual([]);
    await switchTo(true);
  });
});
