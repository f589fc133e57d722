import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addGroupMember } from "../../src/domain/directory/add-group-member.ts";
import { assignDirectoryRole } from "../../src/domain/directory/assign-directory-role.ts";
import { createGroup } from "../../src/domain/directory/create-group.ts";
import { createMember } from "../../src/domain/directory/create-member.ts";
import { deleteUser } from "../../src/domain/directory/delete-user.ts";
import { findTenant } from "../../src/domain/directory/find-tenant.ts";
import { findExternalUsersByAddress, findMemberBySignInName } from "../../src/domain/directory/find-user.ts";
import { updateUser } from "../../src/domain/directory/update-user.ts";
import { addIdentityProvider } from "../../src/domain/federation/add-identity-provider.ts";
import { changeIdentityProvider } from "../../src/domain/federation/change-identity-provider.ts";
import { switchIdentityProvider } from "../../src/domain/federation/switch-identity-provider.ts";
import { askForApproval } from "../../src/domain/signup/approval/ask-for-approval.ts";
import { decideSignUp } from "../../src/domain/signup/approval/decide-sign-up.ts";
import {
  countOpenRequests,
  listOpenRequests,
  querySignUpRequests,
} from "../../src/domain/signup/approval/find-sign-up-requests.ts";
import { removeEndedRequests } from "../../src/domain/signup/approval/remove-ended-requests.ts";
import { deleteUserFlow } from "../../src/domain/signup/delete-user-flow.ts";
import { linkToFlow } from "../../src/domain/signup/link-to-flow.ts";
import type { UserFlow } from "../../src/domain/signup/rules/user-flow.ts";
import { switchSignUp } from "../../src/domain/signup/switch-sign-up.ts";
import { type FlowChanges, updateUserFlow } from "../../src/domain/signup/update-user-flow.ts";
import type { DomainName } from "../../src/foundation/domain-name.ts";
import { type EmailAddress, normalizeEmailAddress } from "../../src/foundation/email-address.ts";
import type { ApplicationId, TenantId } from "../../src/foundation/identifiers.ts";
import { openContent } from "../../src/platform/mail/sealed-content.ts";
import { startForgingSamlProvider } from "../support/forging-saml-provider.ts";
import { authorizeAddress, clientsOf, signInAt } from "../support/house-applications.ts";
import { askIn, freshFlow, openSignUp, requireApproval } from "../support/open-sign-up.ts";
import { testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { formOf, type Seen, textOf, type Visitor } from "../support/visitor.ts";

const house = await testHouse();
const { contoso, fabrikam, machine } = house;
const { tenantId } = contoso;
const { web } = clientsOf(house);
const password = "a password for everybody here";
let flow: UserFlow;
let ada: Awaited<ReturnType<typeof member>>;
let ben: Awaited<ReturnType<typeof member>>;

async function member(name: string, home: TenantId = tenantId) {
  const domain = home === tenantId ? "contoso.example" : "fabrikam.example";
  const userPrincipalName = `${name}@${domain}`;
  return accepted(
    await createMember(machine, byOperator, {
      ...{ tenantId: home, userPrincipalName, displayName: name, password },
    }),
  );
}

async function openFlow(): Promise<UserFlow> {
  const opened = await openSignUp(machine, { tenantId, applicationId: web.clientId, name: "Partners" });
  if (opened.attributes.length === 0) await askIn(machine, opened, { attributeId: "City" });
  const missing = [ada, ben].filter(({ userId }) => !opened.approvingUsers.includes(userId));
  return requireApproval(
    machine,
    opened,
    missing.map(({ userId }) => userId),
  );
}

beforeAll(async () => {
  ada = await member("ada");
  ben = await member("ben");
});

beforeEach(async () => {
  flow = await openFlow();
  await changeFlow({
    allowedDomains: [],
    blockedDomains: [],
    allowsOrganisations: true,
    signUpsPerHour: 1000,
  });
  // Further than the hour for which mails and tries are counted.
  await sql`delete from rate_limit`.execute(machine.database);
});

async function changeFlow(changes: FlowChanges): Promise<void> {
  accepted(await updateUserFlow(machine, byOperator, { flow: await freshFlow(machine, flow), changes }));
}

const at = (more: Readonly<Record<string, string>> = {}) =>
  authorizeAddress(tenantId, web, { scope: "openid", ...more });

const guests = (address: string) =>
  findExternalUsersByAddress(machine.database, tenantId, normalizeEmailAddress(address as EmailAddress));

interface Asked {
  readonly visitor: Visitor;
  readonly page: Seen;
  readonly address: string;
  readonly answers: Seen;
}

/** Somebody of Fabrikam who has asked. */
async function asked(name: string): Promise<Asked> {
  const { userPrincipalName: address } = await member(name, fabrikam.tenantId);
  const visitor = house.visitor();
  const agree = await signInAt(visitor, at(), address, password);
  const answers = await visitor.submit(agree, { decision: "accept" });
  const page = await visitor.submit(answers, { "answer-City": "Ghent", decision: "create" });
  return { visitor, page, address, answers };
}

interface Mail {
  readonly to: { readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly language: string;
}

/** The mails about approval that are still to be sent. */
async function mails(address: string): Promise<Mail[]> {
  const rows = await machine.database
    .selectFrom("mail")
    .select("contentEncrypted")
    .where("purpose", "=", "sign-up-approval")
    .execute();
  return rows
    .flatMap(({ contentEncrypted }) => contentEncrypted ?? [])
    .map((content) => openContent<Mail>(machine.masterKey, content))
    .filter(({ to }) => to.address === address);
}

/** The address in the mail that asks somebody to decide about a person. */
async function linkTo(approver: string, name: string): Promise<string> {
  const mail = (await mails(approver)).find(({ subject }) => subject.startsWith(`${name} asks`));
  const link = /https?:\/\/\S+\/approvals\/\S+/.exec(mail?.text ?? "")?.[0];
  if (!link) throw new Error(`${approver} was not asked`);
  return link;
}

async function signedIn(name: string, place: string, domain = "contoso.example") {
  const visitor = house.visitor();
  return { visitor, page: await signInAt(visitor, place, `${name}@${domain}`, password) };
}

async function rows() {
  return machine.database.selectFrom("signUpRequest").selectAll().where("tenantId", "=", tenantId).execute();
}

describe("somebody who asks", () => {
  it("is nobody before a person approves, and comes in from then on", async () => {
    const { visitor, page, address } = await asked("amira");
    expect(textOf(page)).toContain("A person at Contoso decides");
    expect(await guests(address)).toEqual([]);
    const place = await linkTo(ada.userPrincipalName, "amira");
    const { visitor: approver, page: shown } = await signedIn("ada", place);
    for (const said of ["amira@fabrikam.example", "Fabrikam", "City Ghent", "Tender Room"])
      expect(textOf(shown)).toContain(said);
    expect(textOf(await approver.get(`/myapps?tenant=${tenantId}`))).toContain("1 request to sign up");
    expect(textOf(await approver.get(`/approvals?tenant=${tenantId}`))).toContain("amira");
    const done = await approver.submit(
      shown,
      { decision: "approve", reason: "Welcome aboard" },
      "/approvals",
    );
    expect(textOf(done)).toContain("ada approved this request");
    expect(await guests(address)).toMatchObject([
      {
        ...{ kind: "guest", origin: "self-service-sign-up", redemptionState: "accepted" },
        ...{ city: "Ghent", displayName: "amira", preferredLanguage: "en" },
      },
    ]);
    const [mail] = await mails(address);
    expect(mail?.subject).toBe("Contoso approved your request for Tender Room");
    expect(mail?.text).toContain("Welcome aboard");
    const landed = await visitor.get(page.url.pathname);
    expect(landed.url.searchParams.has("code")).toBe(true);
    const again = await signInAt(house.visitor(), at(), address, password);
    expect(again.url.searchParams.has("code")).toBe(true);
  });

  it("is told why not, and asks again after a day", async () => {
    const { visitor, page, address } = await asked("denis");
    const { visitor: approver, page: shown } = await signedIn(
      "ben",
      await linkTo(ben.userPrincipalName, "denis"),
    );
    const wordless = await approver.submit(shown, { decision: "deny", reason: "  " }, "/approvals");
    expect(wordless.status).toBe(400);
    expect(textOf(wordless)).toContain("Say why you deny the request");
    const reason = "We know nobody <b>there</b>.";
    await approver.submit(shown, { decision: "deny", reason }, "/approvals");
    expect((await mails(address))[0]?.text).toContain(reason);
    const told = await visitor.get(page.url.pathname);
    expect(told.html).toContain("We know nobody &lt;b&gt;there&lt;/b&gt;.");
    const elsewhere = await signInAt(house.visitor(), at(), address, password);
    expect(textOf(elsewhere)).toContain("Contoso denied your request");
    expect(await guests(address)).toEqual([]);
    house.moveClock(24 * 3600 + 60);
    const anew = await signInAt(house.visitor(), at(), address, password);
    expect(textOf(anew)).toContain("Ask Contoso for an account");
  });

  it("withdraws, and nothing is left to decide", async () => {
    const { visitor, page } = await asked("wanda");
    const place = await linkTo(ada.userPrincipalName, "wanda");
    const { visitor: approver, page: shown } = await signedIn("ada", place);
    const back = await visitor.submit(page, { decision: "withdraw" });
    expect(back.url.searchParams.get("error")).toBe("access_denied");
    const late = await approver.submit(shown, { decision: "approve" }, "/approvals");
    expect(late.status).toBe(404);
    expect(textOf(late)).toContain("There is nothing to decide here");
    expect(await guests("wanda@fabrikam.example")).toEqual([]);
  });

  it("waits once, however many browsers ask, and no silent request is answered", async () => {
    const { visitor, address, answers } = await asked("eager");
    const before = (await mails(ada.userPrincipalName)).length;
    // The form that asked, sent again.
    const replayed = await visitor.submit(answers, { "answer-City": "Bruges", decision: "create" });
    expect(textOf(replayed)).toContain("A person at Contoso decides");
    const other = await signInAt(house.visitor(), at(), address, password);
    expect(textOf(other)).toContain("A person at Contoso decides");
    const silent = await visitor.get(at({ prompt: "none" }));
    expect(silent.url.searchParams.get("error")).toBe("login_required");
    expect(await mails(ada.userPrincipalName)).toHaveLength(before);
    expect((await rows()).filter(({ state }) => state === "pending")).toHaveLength(1);
    expect(await guests(address)).toEqual([]);
  });

  it("at the same moment in several browsers is one request", async () => {
    const { userPrincipalName } = await member("hasty", fabrikam.tenantId);
    const begun = await Promise.all(
      [1, 2, 3].map(async () => {
        const visitor = house.visitor();
        const agree = await signInAt(visitor, at(), userPrincipalName, password);
        return { visitor, page: await visitor.submit(agree, { decision: "accept" }) };
      }),
    );
    const before = (await mails(ben.userPrincipalName)).length;
    await Promise.all(
      begun.map(({ visitor, page }) => visitor.submit(page, { "answer-City": "Ghent", decision: "create" })),
    );
    expect(await mails(ben.userPrincipalName)).toHaveLength(before + 1);
  });
});

describe("a crowd of requests", () => {
  it("is shown from the oldest on, as many as a page holds, and the others are counted", async () => {
    const first = await asked("crowd-one");
    house.moveClock(1);
    await asked("crowd-two");
    const flows = [await freshFlow(machine, flow)];
    const all = await countOpenRequests(machine, tenantId, flows);
    const open = await listOpenRequests(machine, tenantId, flows, all - 1);
    expect(open).toHaveLength(all - 1);
    const addresses = open.map(({ asking }) => asking.address);
    expect(addresses).toContain(first.address);
    expect(addresses).not.toContain("crowd-two@fabrikam.example");
  });
});

describe("nobody gets around the decision", () => {
  it("by a link alone, by another site's form, or by looking", async () => {
    const { address } = await asked("linked");
    const place = await linkTo(ada.userPrincipalName, "linked");
    const stranger = await house.visitor().get(place);
    expect(textOf(stranger)).toContain("Sign in");
    const { visitor: approver, page } = await signedIn("ada", place);
    await approver.get(`${place}&decision=approve`);
    const forged = await approver.post(place, { decision: "approve", csrf: "forged" });
    expect(textOf(forged)).toContain("Open until");
    expect(await guests(address)).toEqual([]);
    expect(formOf(page, "/approvals").fields["csrf"]).toBeTruthy();
  });

  it("who is no approver, was one, or is one elsewhere", async () => {
    const { address } = await asked("wanted");
    const place = await linkTo(ada.userPrincipalName, "wanted");
    const { visitor: approver, page } = await signedIn("ada", place);
    await member("bystander");
    const { visitor: bystander, page: seen } = await signedIn("bystander", place);
    expect(seen.status).toBe(404);
    expect(textOf(seen)).not.toContain("wanted");
    const { fields } = formOf(page, "/approvals");
    expect((await bystander.post(place, { ...fields, decision: "approve" })).status).toBe(404);
    expect(textOf(await bystander.get(`/approvals?tenant=${tenantId}`))).toContain("Nobody waits");
    // An administrator of another organisation, there: the request is not theirs.
    const elsewhere = place.replace(tenantId, fabrikam.tenantId);
    const foreign = await member("fatima", fabrikam.tenantId);
    accepted(
      await assignDirectoryRole(machine, byOperator, {
        ...{ tenantId: fabrikam.tenantId, userId: foreign.userId, role: "global-administrator" },
      }),
    );
    const { page: abroad } = await signedIn("fatima", elsewhere, "fabrikam.example");
    expect(abroad.status).toBe(404);
    const changes = { accountEnabled: false };
    accepted(await updateUser(machine, byOperator, { tenantId, userId: ada.userId, changes }));
    await approver.submit(page, { decision: "approve" }, "/approvals");
    accepted(
      await updateUser(machine, byOperator, {
        tenantId,
        userId: ada.userId,
        changes: { accountEnabled: true },
      }),
    );
    expect(await guests(address)).toEqual([]);
  });

  it("a guest in the approving group", async () => {
    const { visitor, page: waiting, address } = await asked("insider");
    const { page, visitor: approver } = await signedIn("ada", await linkTo(ada.userPrincipalName, "insider"));
    await approver.submit(page, { decision: "approve" }, "/approvals");
    await visitor.get(waiting.url.pathname);
    const [guest] = await guests(address);
    const group = accepted(await createGroup(machine, byOperator, { tenantId, displayName: "Approving" }));
    const id = guest?.userId ?? ("" as never);
    const { groupId } = group;
    accepted(await addGroupMember(machine, byOperator, { tenantId, groupId, member: { id, kind: "user" } }));
    const cleo = await member("cleo");
    accepted(
      await addGroupMember(machine, byOperator, {
        ...{ tenantId, groupId, member: { id: cleo.userId, kind: "user" } as const },
      }),
    );
    accepted(await linkToFlow(machine, byOperator, { flow, part: { kind: "approving-group", id: groupId } }));
    await asked("second");
    expect(await mails(address)).toHaveLength(1);
    const place = await linkTo(cleo.userPrincipalName, "second");
    expect((await visitor.get(place)).status).toBe(404);
    expect(textOf((await signedIn("cleo", place)).page)).toContain("second");
  });

  it("after somebody else decided: the first wins, and the second sees who it was", async () => {
    const { address } = await asked("contested");
    const first = await signedIn("ada", await linkTo(ada.userPrincipalName, "contested"));
    const second = await signedIn("ben", await linkTo(ben.userPrincipalName, "contested"));
    const seen = await Promise.all([
      first.visitor.submit(first.page, { decision: "approve" }, "/approvals"),
      second.visitor.submit(second.page, { decision: "deny", reason: "No" }, "/approvals"),
    ]);
    const [one = "", other = ""] = seen.map((page) => /(ada|ben) (approved|denied)/.exec(textOf(page))?.[0]);
    expect(one).toMatch(/ada approved|ben denied/);
    expect(other).toBe(one);
    expect(await guests(address)).toHaveLength(one === "ada approved" ? 1 : 0);
    expect(await mails(address)).toHaveLength(1);
  });
});

describe("an approval meets the gates as they are", () => {
  /** Approves while something is different; what the approver reads. */
  async function approveWhile(
    name: string,
    happens: () => Promise<unknown>,
  ): Promise<{ seen: Seen; person: Asked }> {
    const person = await asked(name);
    const { visitor, page } = await signedIn("ada", await linkTo(ada.userPrincipalName, name));
    await happens();
    return { seen: await visitor.submit(page, { decision: "approve" }, "/approvals"), person };
  }

  it("sign-up was switched off", async () => {
    const { seen, person } = await approveWhile("off", () =>
      switchSignUp(machine, byOperator, { tenantId, isEnabled: false }),
    );
    expect(textOf(seen)).toContain("Nobody can sign up for this application at the moment");
    expect(await guests(person.address)).toEqual([]);
    expect(await mails(person.address)).toEqual([]);
    await switchSignUp(machine, byOperator, { tenantId, isEnabled: true });
    expect(textOf(await person.visitor.get(person.page.url.pathname))).toContain(
      "A person at Contoso decides",
    );
  });

  it("the domain was blocked", async () => {
    const { seen, person } = await approveWhile("blocked", () =>
      changeFlow({ blockedDomains: ["fabrikam.example" as DomainName] }),
    );
    expect(textOf(seen)).toContain("Addresses of this domain are not accepted any more");
    expect(await guests(person.address)).toEqual([]);
    expect(textOf(await person.visitor.get(person.page.url.pathname))).toContain(
      "You cannot sign up with this address",
    );
  });

  it("the way of proving was taken out", async () => {
    const { seen, person } = await approveWhile("wayless", () => changeFlow({ allowsOrganisations: false }));
    expect(textOf(seen)).toContain("is not accepted any more");
    expect(await guests(person.address)).toEqual([]);
  });

  it("their own organisation has disabled them", async () => {
    const { seen, person } = await approveWhile("leaver", async () => {
      const leaver = await findMemberBySignInName(
        machine.database,
        "leaver@fabrikam.example" as EmailAddress,
      );
      accepted(
        await updateUser(machine, byOperator, {
          ...{ tenantId: fabrikam.tenantId, userId: leaver?.user.userId ?? ("" as never) },
          changes: { accountEnabled: false },
        }),
      );
    });
    expect(textOf(seen)).toContain("is not accepted any more");
    expect(await guests(person.address)).toEqual([]);
  });

  it("the flow was deleted", async () => {
    const { seen, person } = await approveWhile("flowless", () => deleteUserFlow(machine, byOperator, flow));
    expect(seen.status).toBe(404);
    expect(await guests(person.address)).toEqual([]);
    expect(await rows()).toEqual([]);
  });

  it("the address was given to somebody else", async () => {
    const { seen, person } = await approveWhile("taken", async () => {
      const { userPrincipalName } = await member("holder", fabrikam.tenantId);
      const visitor = house.visitor();
      await changeFlow({ requiresApproval: false });
      const agree = await signInAt(visitor, at(), userPrincipalName, password);
      const form = await visitor.submit(agree, { decision: "accept" });
      await visitor.submit(form, { "answer-City": "Ghent", decision: "create" });
      const [holder] = await guests(userPrincipalName);
      accepted(
        await updateUser(machine, byOperator, {
          ...{ tenantId, userId: holder?.userId ?? ("" as never) },
          changes: { mail: "taken@fabrikam.example" as EmailAddress },
        }),
      );
    });
    expect(textOf(seen)).toContain("There is a guest with this address already");
    expect((await rows()).find(({ state }) => state === "pending")).toBeDefined();
    expect(await mails(person.address)).toEqual([]);
  });
});

describe("somebody whom a provider vouches for", () => {
  /** A request by a provider of the organisation, before anybody decides. */
  async function askedThrough(name: string) {
    const partner = await startForgingSamlProvider(machine.clock);
    await partner.close();
    const provider = accepted(
      await addIdentityProvider(machine, byOperator, {
        ...{ tenantId, kind: "saml", displayName: name, secret: undefined },
        domains: [`${name}.example` as DomainName],
        settings: {
          issuer: `https://login.${name}.example/`,
          signInUrl: `https://login.${name}.example/saml`,
          certificates: [partner.certificate()],
        },
      }),
    );
    const { providerId, issuer } = provider;
    accepted(await linkToFlow(machine, byOperator, { flow, part: { kind: "provider", id: providerId } }));
    const address = `person@${name}.example` as EmailAddress;
    const tenant = await findTenant(machine.database, tenantId);
    if (!tenant) throw new Error("there is no Contoso");
    await machine.database.transaction().execute((transaction) =>
      askForApproval(machine, transaction, byOperator, {
        ...{ tenant, flow, applicationId: web.clientId as ApplicationId, approvers: [] },
        asking: {
          identity: { issuer, subject: "s", providerKind: "saml", email: address },
          person: { providerKind: "saml", providerId, addresses: [address] },
          ...{ address, isOwnAddress: false, displayName: name, language: "en", answers: [] },
          ...{ profile: {}, customValues: {}, provenAt: machine.clock().toISOString() },
        },
      }),
    );
    const requests = await querySignUpRequests(machine, flow, { limit: 999 });
    const requestId = requests.find(({ asking }) => asking.address === address)?.requestId;
    if (!requestId) throw new Error("nobody asked");
    const approve = () =>
      decideSignUp(machine, byOperator, { tenantId, requestId, verdict: "approved", reason: undefined });
    return { providerId, address, approve };
  }

  it("is not let in while the provider is switched off", async () => {
    const { providerId, address, approve } = await askedThrough("switched");
    await switchIdentityProvider(machine, byOperator, { tenantId, providerId, isEnabled: false });
    expect(await approve()).toMatchObject({ ok: false, refusal: { code: "way-not-taken" } });
    expect(await guests(address)).toEqual([]);
    await switchIdentityProvider(machine, byOperator, { tenantId, providerId, isEnabled: true });
    expect(await approve()).toMatchObject({ ok: true });
    expect(await guests(address)).toHaveLength(1);
  });

  it("is not let in by an address that the provider may not vouch for any more", async () => {
    const { providerId, address, approve } = await askedThrough("lapsed");
    const changes = { domains: [] };
    accepted(await changeIdentityProvider(machine, byOperator, { tenantId, providerId, changes }));
    expect(await approve()).toMatchObject({ ok: false, refusal: { code: "way-not-taken" } });
    expect(await guests(address)).toEqual([]);
  });
});

describe("nobody waits in vain", () => {
  it("where all approvers are gone, whoever holds the role is asked and decides", async () => {
    const dora = await member("dora");
    accepted(
      await assignDirectoryRole(machine, byOperator, {
        ...{ tenantId, userId: dora.userId, role: "external-id-user-flow-administrator" },
      }),
    );
    for (const { userId } of [ada, ben])
      accepted(await deleteUser(machine, byOperator, { tenantId, userId }));
    const group = (await freshFlow(machine, flow)).approvingGroups;
    expect(group).toEqual([]);
    const { address } = await asked("lonely");
    const { visitor, page } = await signedIn("dora", await linkTo(dora.userPrincipalName, "lonely"));
    await visitor.submit(page, { decision: "approve" }, "/approvals");
    expect(await guests(address)).toHaveLength(1);
    // The other tests need them.
    ada = await member("ada2");
    ben = await member("ben2");
  });

  it("and what nobody decides is forgotten", async () => {
    const { address } = await asked("forgotten");
    house.moveClock(30 * 24 * 3600 + 1);
    const again = await signInAt(house.visitor(), at(), address, password);
    expect(textOf(again)).toContain("Ask Contoso for an account");
    await removeEndedRequests(machine);
    expect(await rows()).toEqual([]);
  });
});

describe("what is kept of somebody who asks", () => {
  it("cannot be read in the database, and leaves no name in the log", async () => {
    await asked("discreet");
    const row = (await rows()).find(({ state }) => state === "pending");
    const shown = JSON.stringify(row, (_key, value) =>
      value?.type === "Buffer" ? Buffer.from(value.data).toString("latin1") : value,
    );
    expect(shown).not.toContain("discreet");
    const events = await machine.database
      .selectFrom("auditEvent")
      .selectAll()
      .where("activity", "=", "sign-up-requested")
      .execute();
    expect(events.length).toBeGreaterThan(0);
    expect(JSON.stringify(events)).not.toContain("discreet");
  });
});

describe("mails to approvers", () => {
  it("are limited, whoever asks; the rest stands in the list", async () => {
    const before = (await mails(ada.userPrincipalName)).length;
    for (let number = 0; number < 22; number++) await asked(`many-${number}`);
    expect((await mails(ada.userPrincipalName)).length - before).toBe(20);
    const { page } = await signedIn(ada.displayName, `/approvals?tenant=${tenantId}`);
    expect(textOf(page)).toContain("many-21");
  }, 120_000);

  it("and nobody floods those who decide by asking and taking it back, each as somebody else", async () => {
    house.moveClock(3700);
    await changeFlow({ signUpsPerHour: 2 });
    for (const name of ["flo", "gil"]) {
      const { visitor, page } = await asked(name);
      await visitor.submit(page, { decision: "withdraw" });
    }
    const { page } = await asked("hana");
    expect(page.status).toBe(400);
    expect(textOf(page)).toContain("Many people have just signed up");
    house.moveClock(3700);
    expect(textOf((await asked("ivo")).page)).toContain("A person at Contoso decides");
  });

  it("and one person asks, withdraws and asks again only so often", async () => {
    const { userPrincipalName } = await member("restless", fabrikam.tenantId);
    let seen: Seen | undefined;
    for (let number = 0; number < 6; number++) {
      const visitor = house.visitor();
      const agree = await signInAt(visitor, at(), userPrincipalName, password);
      const form = await visitor.submit(agree, { decision: "accept" });
      seen = await visitor.submit(form, { "answer-City": "Ghent", decision: "create" });
      if (number < 5) await visitor.submit(seen, { decision: "withdraw" });
    }
    expect(seen?.status).toBe(400);
    expect(seen && textOf(seen)).toContain("Too many tries");
    expect(seen?.html).toContain('value="Ghent"');
  });
});
