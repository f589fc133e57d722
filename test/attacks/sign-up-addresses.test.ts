import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createMember } from "../../src/domain/directory/create-member.ts";
import { findUserByIdentity, findUsersHoldingAddress } from "../../src/domain/directory/find-user.ts";
import { updateUser } from "../../src/domain/directory/update-user.ts";
import { changeCollaborationSettings } from "../../src/domain/policies/change-collaboration-settings.ts";
import { linkToFlow, unlinkFromFlow } from "../../src/domain/signup/link-to-flow.ts";
import type { UserFlow } from "../../src/domain/signup/rules/user-flow.ts";
import { type FlowChanges, updateUserFlow } from "../../src/domain/signup/update-user-flow.ts";
import type { DomainName } from "../../src/foundation/domain-name.ts";
import { type EmailAddress, normalizeEmailAddress } from "../../src/foundation/email-address.ts";
import type { ProviderId } from "../../src/foundation/identifiers.ts";
import { readConfiguration } from "../../src/platform/config/configuration.ts";
import { offerWithoutAddresses } from "../support/address-less-stage.ts";
import { authorizeAddress, clientsOf } from "../support/house-applications.ts";
import { type OAuth2Provider, startOAuth2Provider } from "../support/oauth2-provider.ts";
import { askIn, freshFlow, openSignUp } from "../support/open-sign-up.ts";
import { testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { formOf, type Seen, textOf, type Visitor } from "../support/visitor.ts";

const outside = vi.hoisted(() => ({ facebook: "" }));
// Facebook has one address for everybody, where nobody can test.
vi.mock("../../src/domain/federation/connectors/social-addresses.ts", () => ({
  socialAddresses: {
    apple: { issuer: "https://appleid.apple.com" },
    get facebook() {
      return {
        issuer: "facebook.com",
        authorizationEndpoint: `${outside.facebook}/dialog/oauth`,
        tokenEndpoint: `${outside.facebook}/oauth/access_token`,
        profile: `${outside.facebook}/me`,
      };
    },
  },
}));

const house = await testHouse({
  configuration: readConfiguration({ GUESTHOUSE_OUTBOUND_ALLOW: "127.0.0.0/8" }, { mode: "demo" }),
});
const { contoso, machine } = house;
const { tenantId } = contoso;
const { web } = clientsOf(house);
let peer: OAuth2Provider;
let flow: UserFlow;
let facebook = "";
let github = "";

beforeAll(async () => {
  peer = await startOAuth2Provider();
  outside.facebook = peer.origin;
  flow = await openSignUp(machine, { tenantId, applicationId: web.clientId, name: "Partners" });
  facebook = (await offerWithoutAddresses(machine, flow, "facebook", peer)).providerId;
  github = (await offerWithoutAddresses(machine, flow, "github", peer)).providerId;
  await askIn(machine, flow, { attributeId: "City" });
});
afterAll(() => peer?.close());

const at = () => authorizeAddress(tenantId, web, { scope: "openid" });

let people = 1000;
/** Somebody with an account at Facebook, which has an address of theirs. */
function somebody(email?: string): { readonly name: string; readonly subject: string } {
  people += 1;
  peer.people.set(`person-${people}`, {
    user: { id: String(people), name: "Vera", ...(email && { email }) },
  });
  return { name: `person-${people}`, subject: String(people) };
}

/** The same at GitHub, with an address that is verified there: nobody has let GitHub vouch for it. */
function somebodyAtGithub(): { readonly name: string; readonly subject: string } {
  people += 1;
  const emails = [{ email: `${people}@github-only.example`, verified: true, primary: true }];
  peer.people.set(`person-${people}`, { user: { id: people, name: "Otto" }, emails });
  return { name: `person-${people}`, subject: String(people) };
}

interface Sent {
  readonly visitor: Visitor;
  readonly to: URL;
}

/** Goes to a provider by its button, on a journey that has begun or on a new one. */
async function sendTo(visitor: Visitor, providerId: string, begun?: string): Promise<Sent> {
  const path = begun ?? formOf(await visitor.get(at())).action.replace(/\/identify.*$/, "");
  await visitor.get(`${path}/sign-up/provider/${providerId}`);
  return { visitor, to: (await visitor.get(`${path}/provider`)).url };
}

/** Comes back with a proof of who they are. */
function comeBack({ visitor, to }: Sent, person: string): Promise<Seen> {
  const url = new URL(to.searchParams.get("redirect_uri") ?? "");
  const state = to.searchParams.get("state") ?? "";
  url.search = new URLSearchParams({ state, code: peer.codeFor(person, to) }).toString();
  return visitor.get(url.href);
}

async function comeFrom(visitor: Visitor, person: string, providerId = facebook): Promise<Seen> {
  return comeBack(await sendTo(visitor, providerId), person);
}

/** Gives an address and asks for the code: stands before the question for it. */
async function giveAddress(visitor: Visitor, page: Seen, email: string): Promise<Seen> {
  house.moveClock(1);
  return visitor.submit(await visitor.submit(page, { email }), {});
}

/** The same, and proves it. */
async function proveAddress(visitor: Visitor, page: Seen, email: string): Promise<Seen> {
  const asked = await giveAddress(visitor, page, email);
  return visitor.submit(asked, { code: await house.newestCode(email.toLowerCase()) });
}

async function finish(visitor: Visitor, agree: Seen): Promise<Seen> {
  const answers = await visitor.submit(agree, { decision: "accept" });
  return visitor.submit(answers, { decision: "create", "answer-City": "Ghent" });
}

const holders = (address: string) =>
  findUsersHoldingAddress(machine.database, tenantId, normalizeEmailAddress(address as EmailAddress));

async function changeFlow(changes: FlowChanges): Promise<void> {
  accepted(await updateUserFlow(machine, byOperator, { flow: await freshFlow(machine, flow), changes }));
}

const wanted = "Enter your address";

describe("somebody whose provider vouches for no address", () => {
  it("proves one by a code first, becomes a guest by what the provider knows them by, and just signs in later", async () => {
    const { name, subject } = somebody("vera@claimed.example");
    const visitor = house.visitor();
    const page = await comeFrom(visitor, name);
    expect(textOf(page)).toContain(wanted);
    expect(page.html).toContain('value="vera@claimed.example"');
    const agree = await proveAddress(visitor, page, "Vera@Real.example");
    expect(textOf(agree)).toContain("Create an account at Contoso");
    expect(textOf(agree)).toContain("vera@real.example");
    expect(await holders("vera@real.example")).toEqual([]);
    expect((await finish(visitor, agree)).url.searchParams.has("code")).toBe(true);
    const guest = await findUserByIdentity(machine.database, tenantId, "facebook.com", subject);
    expect(guest).toMatchObject({ mail: "vera@real.example", city: "Ghent", origin: "self-service-sign-up" });
    expect(await holders("vera@claimed.example")).toEqual([]);
    const again = await comeFrom(house.visitor(), name);
    expect(again.url.searchParams.has("code")).toBe(true);
    const other = await comeFrom(house.visitor(), somebody("vera@real.example").name);
    expect(textOf(other)).toContain(wanted);
  });

  it("does so where the organisation takes no codes: that is no way to sign in", async () => {
    const settle = async (emailCodeEnabled: boolean) =>
      accepted(
        await changeCollaborationSettings(machine, byOperator, { tenantId, changes: { emailCodeEnabled } }),
      );
    await settle(false);
    const { name, subject } = somebodyAtGithub();
    const visitor = house.visitor();
    const landed = await finish(
      visitor,
      await proveAddress(visitor, await comeFrom(visitor, name, github), "otto@real.example"),
    );
    await settle(true);
    expect(landed.url.searchParams.has("code")).toBe(true);
    expect(await findUserByIdentity(machine.database, tenantId, peer.origin, subject)).toMatchObject({
      mail: "otto@real.example",
    });
  });

  it("can say no, and leaves nothing behind", async () => {
    const visitor = house.visitor();
    const page = await comeFrom(visitor, somebody().name);
    const told = await visitor.submit(page, { decision: "cancel", email: "" });
    expect(told.url.searchParams.get("error")).toBe("access_denied");
  });

  it("gets no further once the flow does not take the provider any more", async () => {
    const part = { kind: "provider", id: facebook as ProviderId } as const;
    const visitor = house.visitor();
    const agree = await proveAddress(visitor, await comeFrom(visitor, somebody().name), "late@real.example");
    const sent = await sendTo(house.visitor(), facebook);
    accepted(await unlinkFromFlow(machine, byOperator, { flow: await freshFlow(machine, flow), part }));
    const early = await comeBack(sent, somebody().name);
    const late = await visitor.get(agree.url.pathname);
    accepted(await linkToFlow(machine, byOperator, { flow: await freshFlow(machine, flow), part }));
    expect(textOf(early)).toContain("Facebook could not sign you in");
    expect(late.html).toContain("AADSTS50020");
  });
});

describe("a code proves one address, on one way, for one identity", () => {
  it("not when it is wrong", async () => {
    const visitor = house.visitor();
    const asked = await giveAddress(visitor, await comeFrom(visitor, somebody().name), "wrong@real.example");
    const code = await house.newestCode("wrong@real.example");
    const other = code === "00000000" ? "11111111" : "00000000";
    const refused = await visitor.submit(asked, { code: other });
    expect(refused.status).toBe(400);
    expect(textOf(refused)).toContain("This is not the code we sent");
    expect(textOf(await visitor.get(asked.url.pathname))).toContain("Enter the code");
  });

  it("not when it was mailed to another address than the one given now", async () => {
    const visitor = house.visitor();
    const asked = await giveAddress(visitor, await comeFrom(visitor, somebody().name), "mine@real.example");
    const mine = await house.newestCode("mine@real.example");
    const again = await visitor.submit(asked, {}, `${asked.url.pathname}/sign-up/answer-again`);
    expect(textOf(again)).toContain(wanted);
    const victim = await giveAddress(visitor, again, "victim@real.example");
    const refused = await visitor.submit(victim, { code: mine });
    expect(refused.status).toBe(400);
    expect(await holders("victim@real.example")).toEqual([]);
  });

  it("not when it belongs to another journey", async () => {
    const [first, second] = [house.visitor(), house.visitor()];
    const address = "shared@real.example";
    await giveAddress(first, await comeFrom(first, somebody().name), address);
    const theirs = await house.newestCode(address);
    const asked = await giveAddress(second, await comeFrom(second, somebody().name), address);
    expect((await second.submit(asked, { code: theirs })).status).toBe(400);
  });

  it("not another address that is sent along once it was proved", async () => {
    const visitor = house.visitor();
    const { name, subject } = somebody();
    const agree = await proveAddress(visitor, await comeFrom(visitor, name), "proved@real.example");
    const { fields } = formOf(agree);
    const base = agree.url.pathname;
    for (const place of ["address", "send-code", "answer-again", "code"])
      await visitor.post(`${base}/sign-up/${place}`, { ...fields, email: "victim@real.example", code: "1" });
    const still = await visitor.get(base);
    expect(textOf(still)).toContain("Create an account at Contoso");
    await finish(visitor, still);
    const guest = await findUserByIdentity(machine.database, tenantId, "facebook.com", subject);
    expect(guest?.mail).toBe("proved@real.example");
    expect(await holders("victim@real.example")).toEqual([]);
  });

  it("not for another account of the same browser", async () => {
    const visitor = house.visitor();
    const agree = await proveAddress(visitor, await comeFrom(visitor, somebody().name), "first@real.example");
    const base = agree.url.pathname;
    const second = somebodyAtGithub();
    await visitor.get(`${base}/another`);
    expect(textOf(await comeBack(await sendTo(visitor, github, base), second.name))).toContain(wanted);
  });
});

describe("an address of somebody here", () => {
  async function answersFor(address: string) {
    const visitor = house.visitor();
    const page = await comeFrom(visitor, somebody().name);
    const given = await visitor.submit(page, { email: address });
    const asked = await visitor.submit(given, {});
    const hide = (seen: Seen) =>
      textOf(seen)
        .replaceAll(address, "…")
        .replaceAll(/\d\d:\d\d/g, "");
    return { visitor, asked, before: [given, asked].map(hide) };
  }

  it("is not told before it is proved, and is nobody else's afterwards", async () => {
    const { userId } = await house.invite("invited@taken.example");
    const member = accepted(
      await createMember(machine, byOperator, {
        ...{ tenantId, userPrincipalName: "private@contoso.example", displayName: "Private" },
        password: "a password for everybody here",
      }),
    );
    accepted(
      await updateUser(machine, byOperator, {
        ...{ tenantId, userId: member.userId },
        changes: { otherMails: ["private@taken.example" as EmailAddress] },
      }),
    );
    const unknown = await answersFor("nobody@taken.example");
    for (const address of ["invited@taken.example", "private@taken.example"]) {
      const { visitor, asked, before } = await answersFor(address);
      expect(before).toEqual(unknown.before);
      const told = await visitor.submit(asked, { code: await house.newestCode(address) });
      expect(textOf(told)).toContain("There is an account or an invitation with this address already");
      expect(await holders(address)).toHaveLength(1);
      const base = told.url.pathname;
      const { fields } = formOf(told);
      for (const place of ["agree", "answers"])
        expect(
          textOf(await visitor.post(`${base}/sign-up/${place}`, { ...fields, decision: "accept" })),
        ).toContain(wanted);
      const agree = await proveAddress(visitor, told, `other-${address}`);
      expect(textOf(agree)).toContain("Create an account at Contoso");
    }
    expect((await holders("invited@taken.example"))[0]).toMatchObject({ userId, redemptionState: "pending" });
  });

  it("who comes while the person answers stops the sign-up", async () => {
    const { name, subject } = somebody();
    const visitor = house.visitor();
    const agree = await proveAddress(visitor, await comeFrom(visitor, name), "late@taken.example");
    const answers = await visitor.submit(agree, { decision: "accept" });
    await house.invite("late@taken.example");
    const told = await visitor.submit(answers, { decision: "create", "answer-City": "Ghent" });
    expect(told.url.searchParams.has("code")).toBe(false);
    expect(textOf(told)).toContain(wanted);
    expect(await findUserByIdentity(machine.database, tenantId, "facebook.com", subject)).toBeUndefined();
  });
});

describe("the domains of the flow and of the organisation", () => {
  it("are looked at when the address is given, and again when it is proved", async () => {
    await changeFlow({ blockedDomains: ["blocked.example" as DomainName] });
    const visitor = house.visitor();
    const page = await comeFrom(visitor, somebody().name);
    for (const email of ["x@blocked.example", "x@BLOCKED.example", "new@contoso.example", "no address"]) {
      const refused = await visitor.submit(page, { email });
      expect(refused.status, email).toBe(400);
      expect(refused.html, email).toContain(`value="${email}"`);
    }
    const asked = await giveAddress(visitor, page, "x@blocked-later.example");
    await changeFlow({ blockedDomains: ["blocked-later.example" as DomainName] });
    const late = await visitor.submit(asked, { code: await house.newestCode("x@blocked-later.example") });
    expect(textOf(late)).toContain("Nobody can sign up here with this address");
    const agree = await proveAddress(visitor, late, "x@fine.example");
    expect(textOf(agree)).toContain("Create an account at Contoso");
    await changeFlow({ blockedDomains: [] });
  });
});
