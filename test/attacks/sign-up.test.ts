import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { findApplicationInTenant } from "../../src/domain/applications/find-application.ts";
import { changeTenant } from "../../src/domain/directory/change-tenant.ts";
import { createGroup } from "../../src/domain/directory/create-group.ts";
import { createMember } from "../../src/domain/directory/create-member.ts";
import { groupsOf } from "../../src/domain/directory/find-groups.ts";
import { findExternalUsersByAddress } from "../../src/domain/directory/find-user.ts";
import { updateUser } from "../../src/domain/directory/update-user.ts";
import { changeCollaborationSettings } from "../../src/domain/policies/change-collaboration-settings.ts";
import { defineAttribute } from "../../src/domain/signup/define-attribute.ts";
import { linkToFlow, unlinkFromFlow } from "../../src/domain/signup/link-to-flow.ts";
import type { UserFlow } from "../../src/domain/signup/rules/user-flow.ts";
import { switchSignUp } from "../../src/domain/signup/switch-sign-up.ts";
import { type FlowChanges, updateUserFlow } from "../../src/domain/signup/update-user-flow.ts";
import type { DomainName } from "../../src/foundation/domain-name.ts";
import { type EmailAddress, normalizeEmailAddress } from "../../src/foundation/email-address.ts";
import type { ApplicationId, TenantId } from "../../src/foundation/identifiers.ts";
import { authorizeAddress, clientsOf, signInAt } from "../support/house-applications.ts";
import { askIn, freshFlow, openSignUp } from "../support/open-sign-up.ts";
import { testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { formOf, type Seen, textOf, type Visitor } from "../support/visitor.ts";

const house = await testHouse();
const { contoso, fabrikam, machine } = house;
const { tenantId } = contoso;
const { web, spa } = clientsOf(house);
const password = "a password for everybody here";
let flow: UserFlow;
let badge = "";
let secretValue = "";

beforeAll(async () => {
  flow = await openSignUp(machine, { tenantId, applicationId: web.clientId, name: "Partners" });
  const define = async (displayName: string, dataType: "text" | "number") =>
    accepted(await defineAttribute(machine, byOperator, { tenantId, displayName, description: "", dataType }))
      .attributeId;
  badge = await define("Badge number", "number");
  secretValue = await define("Clearance", "text");
  await askIn(machine, flow, { attributeId: "City" });
  await askIn(machine, flow, { attributeId: badge, isRequired: false });
});

const at = (client = web, more: Readonly<Record<string, string>> = {}, tenant: string = tenantId) =>
  authorizeAddress(tenant, client, { scope: "openid", ...more });

/** Somebody new at Fabrikam. */
async function stranger(name: string, home: TenantId = fabrikam.tenantId, domain = "fabrikam.example") {
  const userPrincipalName = `${name}@${domain}`;
  const user = accepted(
    await createMember(machine, byOperator, {
      tenantId: home,
      userPrincipalName,
      displayName: name,
      password,
    }),
  );
  return { ...user, address: userPrincipalName };
}

async function changeFlow(changes: FlowChanges): Promise<void> {
  accepted(await updateUserFlow(machine, byOperator, { flow: await freshFlow(machine, flow), changes }));
}

const guests = (address: string, tenant = tenantId) =>
  findExternalUsersByAddress(machine.database, tenant, normalizeEmailAddress(address as EmailAddress));

/** A stranger who stands before the question whether they want an account. */
async function askedToAgree(name: string): Promise<{ visitor: Visitor; page: Seen; address: string }> {
  const { address } = await stranger(name);
  const visitor = house.visitor();
  return { visitor, page: await signInAt(visitor, at(), address, password), address };
}

/** A stranger who stands before the questions. */
async function askedToAnswer(name: string) {
  const { visitor, page, address } = await askedToAgree(name);
  return { visitor, page: await visitor.submit(page, { decision: "accept" }), address };
}

const answers = { "answer-City": "Ghent", decision: "create" };

describe("somebody who was never invited", () => {
  it("signs up, and comes to the application, which knows them the next time", async () => {
    const { visitor, page, address } = await askedToAgree("amira");
    expect(textOf(page)).toContain("You have no account at Contoso yet");
    expect(await guests(address)).toEqual([]);
    const asked = await visitor.submit(page, { decision: "accept" });
    expect(textOf(asked)).toContain("Tell Contoso about you");
    // The proof counts, however long somebody thinks about their answers.
    house.moveClock(600);
    const landed = await visitor.submit(asked, { ...answers, [`answer-${badge}`]: "77" });
    expect(landed.url.href).toMatch(/^http:\/\/localhost:4000\/callback\?code=/);
    const [guest] = await guests(address);
    expect(guest).toMatchObject({
      ...{ kind: "guest", origin: "self-service-sign-up", redemptionState: "accepted", city: "Ghent" },
      ...{ customValues: { [badge]: 77 }, invitedByUserId: undefined, displayName: "amira" },
    });
    expect((await house.visitor().get(at(web, { prompt: "none" }))).url.searchParams.get("error")).toBe(
      "login_required",
    );
    const again = await signInAt(house.visitor(), at(), address, password);
    expect(again.url.searchParams.has("code")).toBe(true);
    expect(await guests(address)).toHaveLength(1);
  });

  it("finds the organisation's privacy statement beside the button that says yes", async () => {
    const privacyStatementUrl = "https://contoso.example/privacy";
    const change = (url: string | null) =>
      changeTenant(machine, byOperator, { tenantId, changes: { privacyStatementUrl: url } });
    await change(privacyStatementUrl);
    const { page } = await askedToAgree("paula");
    await change(null);
    expect(page.html).toMatch(/<main[\s\S]*href="https:\/\/contoso\.example\/privacy"[\s\S]*value="accept"/);
  });

  it("leaves nothing behind when they cancel on any page", async () => {
    const first = await askedToAgree("chris");
    const told = await first.visitor.submit(first.page, { decision: "cancel" });
    expect(told.url.searchParams.get("error")).toBe("access_denied");
    const second = await askedToAnswer("carol");
    expect(
      (await second.visitor.submit(second.page, { decision: "cancel" })).url.searchParams.get("error"),
    ).toBe("access_denied");
    for (const { address } of [first, second]) expect(await guests(address)).toEqual([]);
  });

  it("loses nothing of what they typed by an error, a reload or a second tab", async () => {
    const { visitor, page } = await askedToAnswer("dora");
    const path = page.url.pathname;
    const wrong = await visitor.submit(page, {
      decision: "create",
      "answer-City": "",
      [`answer-${badge}`]: "seven",
    });
    expect(wrong.status).toBe(400);
    expect(textOf(wrong)).toContain("City: Enter this, or choose one.");
    expect(textOf(wrong)).toContain("Enter a whole number");
    expect(wrong.html).toContain('value="seven"');
    expect((await visitor.get(path)).html).toContain('value="seven"');
    expect((await visitor.get(`${path}?ui_locales=de`)).html).toContain('value="seven"');
  });
});

describe("there is no way to an account", () => {
  it("while the organisation has switched sign-up off", async () => {
    const begun = await askedToAnswer("off-late");
    await switchSignUp(machine, byOperator, { tenantId, isEnabled: false });
    const { address } = await stranger("off-early");
    const early = await signInAt(house.visitor(), at(), address, password);
    const late = await begun.visitor.submit(begun.page, answers);
    const offered = await house.visitor().get(at());
    await switchSignUp(machine, byOperator, { tenantId, isEnabled: true });
    expect(early.html).toContain("AADSTS50020");
    expect(late.html).toContain("AADSTS50020");
    expect(offered.html).not.toContain("Create one");
    for (const one of [address, begun.address]) expect(await guests(one)).toEqual([]);
  });

  it("for an application that is not linked, or not any more", async () => {
    expect((await house.visitor().get(at(spa))).html).not.toContain("Create one");
    expect((await house.visitor().get(at(web))).html).toContain("Create one");
    const { address } = await stranger("unlinked");
    expect((await signInAt(house.visitor(), at(spa), address, password)).html).toContain("AADSTS50020");
    const begun = await askedToAnswer("unlinking");
    const found = await findApplicationInTenant(machine.database, tenantId, web.clientId as ApplicationId);
    const part = {
      kind: "application",
      id: found?.servicePrincipal.servicePrincipalId ?? ("" as never),
    } as const;
    accepted(await unlinkFromFlow(machine, byOperator, { flow, part }));
    const late = await begun.visitor.submit(begun.page, answers);
    accepted(await linkToFlow(machine, byOperator, { flow, part }));
    expect(late.html).toContain("AADSTS50020");
    expect(await guests(begun.address)).toEqual([]);
  });

  it("by the flow of another organisation", async () => {
    const { address } = await stranger("misled", tenantId, "contoso.example");
    const elsewhere = await house.visitor().get(at(web, {}, fabrikam.tenantId));
    expect(elsewhere.html).not.toContain("Create one");
    const seen = await signInAt(house.visitor(), at(web, {}, fabrikam.tenantId), address, password).catch(
      () => undefined,
    );
    expect(seen?.html ?? "").not.toContain("Create an account");
    expect(await guests(address, fabrikam.tenantId)).toEqual([]);
  });

  it("by an address for all organisations", async () => {
    for (const alias of ["common", "organizations"]) {
      const page = await house.visitor().get(at(web, { prompt: "create" }, alias));
      expect(page.html, alias).not.toContain("Create one");
      expect(page.html, alias).not.toContain("Create an account");
    }
  });

  it("past the domains of the flow, whichever page was reached before", async () => {
    const begun = await askedToAnswer("blocked-late");
    await changeFlow({ blockedDomains: ["fabrikam.example" as DomainName] });
    const { address } = await stranger("blocked-early");
    const early = await signInAt(house.visitor(), at(), address, password);
    const late = await begun.visitor.submit(begun.page, answers);
    await changeFlow({ blockedDomains: [], allowedDomains: ["partner.example" as DomainName] });
    const outside = await begun.visitor.get(begun.page.url.pathname);
    await changeFlow({ allowedDomains: [] });
    for (const seen of [early, late, outside])
      expect(textOf(seen)).toContain("You cannot sign up with this address");
    for (const one of [address, begun.address]) expect(await guests(one)).toEqual([]);
  });

  it("by a proof that the flow does not take", async () => {
    const visitor = house.visitor();
    const page = await visitor.get(at(web, { prompt: "create" }));
    expect(textOf(page)).toContain("Create an account");
    const refused = await visitor.submit(page, { email: "somebody@elsewhere.example" });
    expect(textOf(refused)).toContain("Nobody can sign up here with this address");
    // By the way of those who have an account a code is mailed; it makes nobody a guest.
    const other = house.visitor();
    const sendCode = await other.submit(await other.get(at()), { email: "somebody@elsewhere.example" });
    const enterCode = await other.submit(sendCode, {});
    const stopped = await other.submit(enterCode, {
      code: await house.newestCode("somebody@elsewhere.example"),
    });
    expect(stopped.html).toContain("AADSTS50020");
    await changeFlow({ allowsOrganisations: false });
    const { address } = await stranger("not-taken");
    const home = await signInAt(house.visitor(), at(), address, password);
    await changeFlow({ allowsOrganisations: true });
    expect(home.html).toContain("AADSTS50020");
    expect(await guests(address)).toEqual([]);
  });

  it("by a provider that the flow does not name", async () => {
    const visitor = house.visitor();
    const page = await visitor.get(at());
    const path = formOf(page).action.replace(/\/identify.*$/, "");
    const seen = await visitor.get(`${path}/sign-up/provider/99999999-0000-4000-8000-000000000001`);
    expect(textOf(seen)).toContain("Sign in");
    expect(seen.url.pathname).toBe(path);
  });

  it("around the page that says what the organisation will see, or around the questions", async () => {
    const { visitor, page, address } = await askedToAgree("hasty");
    const path = page.url.pathname;
    const { fields } = formOf(page);
    const deep = await visitor.post(`${path}/sign-up/answers`, { ...fields, ...answers });
    expect(textOf(deep)).toContain("Create an account at Contoso");
    const empty = await visitor.submit(
      await visitor.post(`${path}/sign-up/agree`, { ...fields, decision: "accept" }),
      { decision: "create" },
    );
    expect(empty.status).toBe(400);
    for (const place of ["code", "send-code", "answer-again"])
      expect(
        textOf(await visitor.post(`${path}/sign-up/${place}`, { ...fields, code: "12345678" })),
      ).toContain("Tell Contoso about you");
    expect(await guests(address)).toEqual([]);
    const forged = await visitor.post(`${path}/sign-up/answers`, { ...answers, csrf: "forged" });
    expect(forged.status).toBe(400);
    expect(await guests(address)).toEqual([]);
  });
});

describe("what somebody sends along", () => {
  it("counts only as an answer to what the flow asks", async () => {
    const { visitor, page, address } = await askedToAnswer("forger");
    await visitor.submit(page, {
      ...answers,
      [`answer-${secretValue}`]: "top secret",
      "answer-JobTitle": "Chief executive",
      "answer-DisplayName": "Anna Lindqvist",
      accountEnabled: "true",
      userType: "Member",
      [secretValue]: "top secret",
      [`answer-${badge}`]: "",
    });
    const [guest] = await guests(address);
    expect(guest).toMatchObject({
      kind: "guest",
      jobTitle: undefined,
      displayName: "forger",
      customValues: {},
    });
  });

  it("is text on every page, whatever it looks like", async () => {
    const { visitor, page } = await askedToAnswer("marker");
    const shown = await visitor.submit(page, {
      ...answers,
      "answer-City": '"><script>alert(1)</script>',
      [`answer-${badge}`]: "x",
    });
    expect(shown.status).toBe(400);
    expect(shown.html).not.toContain("<script>alert");
  });
});

describe("one identity becomes one guest", () => {
  it("when it signs up in several tabs and browsers at once", async () => {
    const { address } = await stranger("eager");
    const tabs = await Promise.all(
      [1, 2, 3, 4].map(async () => {
        const visitor = house.visitor();
        const agree = await signInAt(visitor, at(), address, password);
        return { visitor, page: await visitor.submit(agree, { decision: "accept" }) };
      }),
    );
    const landed = await Promise.all(tabs.map(({ visitor, page }) => visitor.submit(page, answers)));
    for (const seen of landed) expect(seen.url.searchParams.has("code"), textOf(seen)).toBe(true);
    expect(await guests(address)).toHaveLength(1);
    const rows = await machine.database
      .selectFrom("auditEvent")
      .select("activity")
      .where("tenantId", "=", tenantId)
      .where("activity", "=", "guest-signed-up")
      .where("actorName", "=", "eager")
      .execute();
    expect(rows).toHaveLength(1);
  });

  it("and one that was disabled does not come back by signing up", async () => {
    const { visitor, page, address } = await askedToAnswer("banned");
    await visitor.submit(page, answers);
    const [guest] = await guests(address);
    const changes = { accountEnabled: false };
    accepted(
      await updateUser(machine, byOperator, { tenantId, userId: guest?.userId ?? ("" as never), changes }),
    );
    const seen = await signInAt(house.visitor(), at(), address, password);
    expect(seen.html).toContain("AADSTS50057");
  });
});

describe("the gates behind the account", () => {
  it("hold: groups of the flow and the assignment come with it, and no more people than the hour allows", async () => {
    const group = accepted(await createGroup(machine, byOperator, { tenantId, displayName: "Signed up" }));
    accepted(await linkToFlow(machine, byOperator, { flow, part: { kind: "group", id: group.groupId } }));
    const found = await findApplicationInTenant(machine.database, tenantId, web.clientId as ApplicationId);
    const { visitor, page, address } = await askedToAnswer("grouped");
    await visitor.submit(page, answers);
    const [guest] = await guests(address);
    const userId = guest?.userId ?? ("" as never);
    expect(await groupsOf(machine.database, tenantId, userId)).toEqual([group.groupId]);
    const assigned = await machine.database
      .selectFrom("appRoleAssignment")
      .select("resourceId")
      .where("tenantId", "=", tenantId)
      .where("principalId", "=", userId)
      .execute();
    expect(assigned).toEqual([{ resourceId: found?.servicePrincipal.servicePrincipalId }]);
    await changeFlow({ signUpsPerHour: 1 });
    const late = await askedToAnswer("too-late");
    const told = await late.visitor.submit(late.page, answers);
    expect(told.status).toBe(400);
    expect(textOf(told)).toContain("there is a limit for each hour");
    expect(told.html).toContain('value="Ghent"');
    expect(await guests(late.address)).toEqual([]);
    house.moveClock(3601);
    const again = await late.visitor.get(late.page.url.pathname);
    const landed = await late.visitor.submit(again, answers);
    expect(landed.url.searchParams.has("code"), textOf(landed)).toBe(true);
    await changeFlow({ signUpsPerHour: 1000 });
  });

  it("hold: so many tries by one person, and from one network", async () => {
    await changeFlow({ signUpsPerHour: 1 });
    const first = await askedToAnswer("first");
    await first.visitor.submit(first.page, answers);
    const { visitor, page } = await askedToAnswer("tireless");
    for (let tries = 0; tries < 20; tries++)
      expect(textOf(await visitor.submit(page, answers))).toContain("there is a limit for each hour");
    expect(textOf(await visitor.submit(page, answers))).toContain("Too many tries");
    await changeFlow({ signUpsPerHour: 1000 });
    const neighbour = await askedToAnswer("neighbour");
    while ((await machine.limits.consume("sign-up-by-network", "unknown")) === undefined);
    expect(textOf(await neighbour.visitor.submit(neighbour.page, answers))).toContain("Too many tries");
    expect(await guests(neighbour.address)).toEqual([]);
    // Further than the quarter of an hour for which tries are counted.
    await sql`delete from rate_limit`.execute(machine.database);
    const landed = await neighbour.visitor.submit(neighbour.page, answers);
    expect(landed.url.searchParams.has("code"), textOf(landed)).toBe(true);
  });

  it("hold for a mailed code, which the organisation can forbid again", async () => {
    await changeFlow({ allowsEmailCode: true });
    const address = "free@elsewhere.example";
    const visitor = house.visitor();
    const page = await visitor.get(at(web, { prompt: "create" }));
    const enter = await visitor.submit(await visitor.submit(page, { email: address }), {});
    const agree = await visitor.submit(enter, { code: await house.newestCode(address) });
    const asked = await visitor.submit(agree, { decision: "accept" });
    const settle = async (emailCodeEnabled: boolean) =>
      accepted(
        await changeCollaborationSettings(machine, byOperator, { tenantId, changes: { emailCodeEnabled } }),
      );
    await settle(false);
    const late = await visitor.submit(asked, answers);
    await settle(true);
    expect(late.url.searchParams.has("code")).toBe(false);
    expect(await guests(address)).toEqual([]);
    const again = await visitor.get(asked.url.pathname);
    expect((await visitor.submit(again, answers)).url.searchParams.has("code")).toBe(true);
    const [guest] = await guests(address);
    expect(guest).toMatchObject({ redemptionState: "accepted", mail: address });
  });
});
