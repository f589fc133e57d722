import { afterEach, describe, expect, it } from "vitest";
import { listAcceptances, listAgreementFiles } from "../../src/domain/agreements/find-agreements.ts";
import { addAgreement, addDocument } from "../../src/domain/agreements/save-agreement.ts";
import { deleteUnaskedAgreement } from "../../src/domain/conditional-access/delete-agreement.ts";
import { listPolicies } from "../../src/domain/conditional-access/find-conditional-access.ts";
import { addPolicy, removePolicy } from "../../src/domain/conditional-access/save-policy.ts";
import { createMember } from "../../src/domain/directory/create-member.ts";
import type { AgreementId, TenantId } from "../../src/foundation/identifiers.ts";
import { conditionsFor } from "../support/conditional-access-policies.ts";
import {
  acceptAtHome,
  askForTokens,
  authorizeAddress,
  clientsOf,
  codeGrant,
  signInAt,
} from "../support/house-applications.ts";
import { openSignUp } from "../support/open-sign-up.ts";
import { demandTerms, documentOf } from "../support/terms-of-use.ts";
import { testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { formOf, type Seen, textOf, type Visitor } from "../support/visitor.ts";

const house = await testHouse();
const { contoso, fabrikam, machine } = house;
const { tenantId } = contoso;
const { web } = clientsOf(house);
const password = "a password for everybody here";
const rules = "Close the door behind you.";
const at = (more: Readonly<Record<string, string>> = {}) =>
  authorizeAddress(tenantId, web, { scope: "openid offline_access", ...more });
const guests = { isEveryOutsider: true };

afterEach(async () => {
  for (const policy of await listPolicies(machine.database, tenantId))
    await removePolicy(machine, byOperator, policy);
});

async function newMember(name: string, home: TenantId = tenantId) {
  const address = `${name}@${home === tenantId ? "contoso" : "fabrikam"}.example`;
  const member = accepted(
    await createMember(machine, byOperator, {
      ...{ tenantId: home, userPrincipalName: address, displayName: name, password },
    }),
  );
  return { address, userId: member.userId };
}

const signIn = (address: string, visitor = house.visitor()) => signInAt(visitor, at(), address, password);
const decide = (visitor: Visitor, page: Seen, decision: string) =>
  visitor.submit(page, { decision }, "/signin/");
const hasCode = (seen: Seen) => seen.url.searchParams.has("code");
const answersTo = (agreementId: AgreementId) => listAcceptances(machine.database, { tenantId, agreementId });

/** A member who has terms to accept, on their page. */
async function asked(name: string, more: Parameters<typeof demandTerms>[3] = {}) {
  const { address, userId } = await newMember(name);
  const agreementId = await demandTerms(machine, tenantId, { userIds: [userId] }, more);
  const visitor = house.visitor();
  const page = await signIn(address, visitor);
  return { address, userId, agreementId, visitor, page };
}

async function silently(visitor: Visitor) {
  const { searchParams } = (await visitor.get(at({ prompt: "none" }))).url;
  return { error: searchParams.get("error"), code: searchParams.get("code") };
}

describe("terms of use", () => {
  it("are read and accepted once, and then asked no more", async () => {
    const { visitor, page, agreementId, address, userId } = await asked("ada");
    expect(textOf(page)).toContain(rules);
    expect(hasCode(await decide(visitor, page, "accept"))).toBe(true);
    expect(hasCode(await visitor.get(at()))).toBe(true);
    expect(hasCode(await signIn(address))).toBe(true);
    const [answer] = await answersTo(agreementId);
    expect(answer).toMatchObject({
      userId,
      state: "accepted",
      userDisplayName: "ada",
      userPrincipalName: address,
    });
    const mine = await visitor.get(`/myapps/terms?tenant=${tenantId}`);
    expect(textOf(mine)).toContain("House rules");
    const shown = await visitor.get(`/myapps/terms/${answer?.acceptanceId}?tenant=${tenantId}`);
    expect([shown.headers.get("content-type"), shown.html]).toEqual(["text/plain; charset=utf-8", rules]);
  });

  it("can be declined, which the application hears and nobody holds against them", async () => {
    const { visitor, page, agreementId } = await asked("bo");
    const told = await decide(visitor, page, "decline");
    expect(told.url.searchParams.get("error")).toBe("access_denied");
    expect((await answersTo(agreementId)).map(({ state }) => state)).toEqual(["declined"]);
    const again = await visitor.get(at());
    expect(hasCode(await decide(visitor, again, "accept"))).toBe(true);
  });

  it("are opened before they are accepted where the organisation wants that", async () => {
    const { visitor, page, agreementId } = await asked("cleo", { mustBeRead: true });
    expect(textOf(page)).not.toContain(rules);
    const early = await decide(visitor, page, "accept");
    expect([early.status, await answersTo(agreementId)]).toEqual([400, []]);
    const opened = await decide(visitor, page, "open");
    expect(textOf(opened)).toContain(rules);
    expect(hasCode(await decide(visitor, opened, "accept"))).toBe(true);
  });

  it("are shown in the language of the pages, or else in the default one", async () => {
    const documents = [documentOf(rules), documentOf("Tür zu.", "de", false)];
    const { visitor, page } = await asked("dora", { documents });
    expect(textOf(page)).toContain(rules);
    expect(textOf(await visitor.get(`${page.url.pathname}?ui_locales=de`))).toContain("Tür zu.");
  });

  it("are asked again after a new major version, when they end, and not after a small change", async () => {
    const days = (count: number) => ({ months: 0, days: count });
    const { visitor, page, agreementId } = await asked("ezra", { acceptAgainAfter: days(30) });
    await decide(visitor, page, "accept");
    const target = { tenantId, agreementId };
    accepted(
      await addDocument(machine, byOperator, target, { ...documentOf("Shut the door."), isMajor: false }),
    );
    expect((await silently(visitor)).code).not.toBeNull();
    accepted(
      await addDocument(machine, byOperator, target, { ...documentOf("Lock the door."), isMajor: true }),
    );
    expect(await silently(visitor)).toEqual({ error: "interaction_required", code: null });
    const again = await visitor.get(at());
    expect(textOf(again)).toContain("Lock the door.");
    expect(hasCode(await decide(visitor, again, "accept"))).toBe(true);
    house.moveClock(31 * 24 * 3600);
    const later = house.visitor();
    expect(textOf(await signIn("ezra@contoso.example", later))).toContain("Lock the door.");
  });

  it("hold back tokens that are renewed, until they are accepted", async () => {
    const { address, userId } = await newMember("finn");
    const visitor = house.visitor();
    const tokens = await askForTokens(house, tenantId, codeGrant(web, await signIn(address, visitor)));
    await demandTerms(machine, tenantId, { userIds: [userId] });
    const renew = () =>
      askForTokens(house, tenantId, {
        grant_type: "refresh_token",
        client_id: web.clientId,
        client_secret: web.clientSecret,
        refresh_token: String(tokens.body["refresh_token"]),
      });
    expect((await renew()).body).toMatchObject({
      ...{ error: "interaction_required", suberror: "basic_action", error_codes: [50158] },
    });
    await decide(visitor, await visitor.get(at()), "accept");
    expect((await renew()).status).toBe(200);
  });
});

describe("guests meet them", () => {
  it("right after they have accepted their invitation, and before they go where it leads", async () => {
    await demandTerms(machine, tenantId, guests);
    const { address } = await newMember("gil", fabrikam.tenantId);
    const { link } = await house.invite(address);
    const visitor = house.visitor();
    const page = await acceptAtHome(visitor, link, password);
    expect(textOf(page)).toContain(rules);
    const landed = await decide(visitor, page, "accept");
    expect(landed.url.href).toBe("https://app.contoso.example/landing");
  });

  it("when they sign up by themselves, before the application hears of them", async () => {
    await demandTerms(machine, tenantId, guests);
    await openSignUp(machine, { tenantId, applicationId: web.clientId, name: "terms" });
    const { address } = await newMember("hana", fabrikam.tenantId);
    const visitor = house.visitor();
    const atHome = await visitor.submit(await visitor.get(at()), { email: address });
    const agree = await visitor.submit(atHome, { password });
    let page = await visitor.submit(agree, { decision: "accept" });
    if (page.html.includes("/sign-up/answers")) page = await visitor.submit(page, {});
    expect(textOf(page)).toContain(rules);
    expect((await silently(visitor)).error).toBe("interaction_required");
    expect(hasCode(await decide(visitor, page, "accept"))).toBe(true);
  });

  it("on our own pages too, and come to where they wanted", async () => {
    const { address } = await newMember("ivo", fabrikam.tenantId);
    const { link } = await house.invite(address);
    const visitor = house.visitor();
    await acceptAtHome(visitor, link, password);
    await demandTerms(machine, tenantId, guests);
    const page = await visitor.get(`/myapps?tenant=${tenantId}`);
    expect(textOf(page)).toContain(rules);
    const landed = await decide(visitor, page, "accept");
    expect([landed.status, landed.url.pathname]).toEqual([200, "/myapps"]);
  });
});

describe("nobody gets around them", () => {
  it("by accepting what they have not seen: another document, or a version that is gone", async () => {
    const { visitor, page, agreementId } = await asked("jan");
    const { action, fields } = formOf(page, "/signin/");
    const isMajor = false;
    accepted(
      await addDocument(
        machine,
        byOperator,
        { tenantId, agreementId },
        { ...documentOf("Lock the door."), isMajor },
      ),
    );
    const stale = await visitor.post(action, { ...fields, decision: "accept" });
    expect(textOf(stale)).toContain("The document has changed meanwhile");
    expect(textOf(stale)).toContain("Lock the door.");
    const none = await visitor.post(action, { ...fields, document: "", decision: "accept" });
    expect(textOf(none)).toContain("The document has changed meanwhile");
    expect(await answersTo(agreementId)).toEqual([]);
  });

  it("and nobody declines what they have not seen, or without saying so", async () => {
    const { visitor, page, agreementId } = await asked("pia", { mustBeRead: true });
    const { action, fields } = formOf(page, "/signin/");
    const mute = await visitor.post(action, { ...fields, decision: "" });
    expect([mute.status, textOf(mute).includes("House rules")]).toEqual([400, true]);
    const target = { tenantId, agreementId };
    accepted(
      await addDocument(machine, byOperator, target, { ...documentOf("Lock the door."), isMajor: false }),
    );
    for (const decision of ["open", "decline"]) {
      const stale = await visitor.post(action, { ...fields, decision });
      expect(textOf(stale)).toContain("The document has changed meanwhile");
    }
    expect(await answersTo(agreementId)).toEqual([]);
    const opened = await decide(visitor, await visitor.get(page.url.pathname), "open");
    expect(hasCode(await decide(visitor, opened, "accept"))).toBe(true);
  });

  it("by looking: opening links and documents any number of times accepts nothing", async () => {
    const { visitor, page, agreementId } = await asked("kim");
    const [file] = await listAgreementFiles(machine.database, { tenantId, agreementId });
    for (const address of [page.url.pathname, `${page.url.pathname}/terms/${file?.fileId}`]) {
      await visitor.get(address);
      await visitor.get(`${address}?decision=accept`);
    }
    expect(await answersTo(agreementId)).toEqual([]);
    expect((await silently(visitor)).error).toBe("interaction_required");
  });

  it("and nobody meets a policy whose terms are gone: taken away while they come to be asked for", async () => {
    const { tenantId: there } = contoso;
    for (let round = 0; round < 10; round++) {
      const agreement = accepted(
        await addAgreement(machine, byOperator, {
          ...{ tenantId: there, displayName: "Fleeting", mustBeRead: false, documents: [documentOf(rules)] },
          ...{ acceptAgainAfter: undefined, expiration: undefined },
        }),
      );
      const [asking, gone] = await Promise.all([
        addPolicy(machine, byOperator, {
          ...{ tenantId: there, displayName: "Fleeting", state: "off", conditions: conditionsFor(guests) },
          controls: {
            ...{ operator: "and", blocks: false, secondFactor: false },
            agreementIds: [agreement.agreementId],
          },
        }),
        deleteUnaskedAgreement(machine, byOperator, agreement),
      ]);
      expect([asking.ok, gone.ok].filter((isDone) => isDone)).toHaveLength(1);
    }
  });

  it("by a forged form, another's journey, or the acceptance of somebody else", async () => {
    const { visitor, page, agreementId, userId } = await asked("lea");
    const { action, fields } = formOf(page, "/signin/");
    await visitor.post(action, { ...fields, csrf: "forged", decision: "accept" });
    await house.visitor().post(action, { ...fields, decision: "accept" });
    expect(await answersTo(agreementId)).toEqual([]);
    await decide(visitor, page, "accept");
    const other = await newMember("max");
    const policy = (await listPolicies(machine.database, tenantId))[0];
    expect(policy?.controls.agreementIds).toEqual([agreementId]);
    const also = await demandTerms(machine, tenantId, { userIds: [other.userId] });
    expect(also).not.toBe(agreementId);
    expect(textOf(await signIn(other.address))).toContain(rules);
    expect((await answersTo(agreementId)).map((answer) => answer.userId)).toEqual([userId]);
  });

  it("and nobody reads the documents of others: not of other journeys, people or organisations", async () => {
    const mine = await asked("nia");
    const theirs = await asked("olaf");
    const [file] = await listAgreementFiles(machine.database, { tenantId, agreementId: theirs.agreementId });
    const stolen = await mine.visitor.get(`${mine.page.url.pathname}/terms/${file?.fileId}`);
    expect(stolen.status).toBe(404);
    await decide(theirs.visitor, theirs.page, "accept");
    const [answer] = await answersTo(theirs.agreementId);
    await decide(mine.visitor, mine.page, "accept");
    const seen = await mine.visitor.get(`/myapps/terms/${answer?.acceptanceId}?tenant=${tenantId}`);
    expect(seen.status).toBe(404);
  });
});
