import { describe, expect, it } from "vitest";
import { forgetApplications } from "../../../src/domain/applications/find-application.ts";
import { createMember } from "../../../src/domain/directory/create-member.ts";
import { deleteUser } from "../../../src/domain/directory/delete-user.ts";
import { purgeDeleted } from "../../../src/domain/directory/purge-deleted.ts";
import type { User } from "../../../src/domain/directory/rules/user.ts";
import { updateUser } from "../../../src/domain/directory/update-user.ts";
import { revokeInvitation } from "../../../src/domain/invitations/revoke-invitation.ts";
import { changeCollaborationSettings } from "../../../src/domain/policies/change-collaboration-settings.ts";
import { changeDomainPolicy, removeDomainPolicy } from "../../../src/domain/policies/change-domain-policy.ts";
import type { SignInRefusal } from "../../../src/domain/signin/rules/step.ts";
import { type SignInError, signInErrors } from "../../../src/edges/shared/sign-in-errors.ts";
import type { DomainName } from "../../../src/foundation/domain-name.ts";
import type { InvitationId, ScopeId, TenantId, UserId } from "../../../src/foundation/identifiers.ts";
import { whileBlocked, whileDemanded } from "../../support/conditional-access-policies.ts";
import {
  acceptAtHome,
  authorizeAddress,
  type ClientOfHouse,
  clientsOf,
  signInAt,
} from "../../support/house-applications.ts";
import { openSignUp, requireApproval } from "../../support/open-sign-up.ts";
import { setUpApp } from "../../support/set-up-app.ts";
import { demandTerms } from "../../support/terms-of-use.ts";
import { testHouse } from "../../support/test-house.ts";
import { accepted, byOperator } from "../../support/test-machine.ts";
import { type Seen, textOf, type Visitor } from "../../support/visitor.ts";
import { registerClient, registerOrders, signedIn } from "../consent/consent-stage.ts";

const house = await testHouse();
const { contoso, fabrikam, machine } = house;
const { tenantId } = contoso;
const { web } = clientsOf(house);
const orders = await registerOrders(house, tenantId);
const calendar = await registerClient(house, tenantId, "Calendar");
const password = "a password for everybody here";

const at = (client: ClientOfHouse, more: Readonly<Record<string, string>> = {}) =>
  authorizeAddress(tenantId, client, { scope: "openid", ...more });
const silent = { prompt: "none" };
const mia = () => signedIn(house, "mia@contoso.example");

/** A new member of an organisation. */
async function newMember(name: string, home: TenantId, more: { mustChangePassword?: boolean } = {}) {
  const domain = home === tenantId ? "contoso.example" : "fabrikam.example";
  const userPrincipalName = `${name}@${domain}`;
  return accepted(
    await createMember(machine, byOperator, {
      ...{ tenantId: home, userPrincipalName, displayName: name, password },
      ...more,
    }),
  );
}

/** A new member of Fabrikam, signed in there, whom Contoso has invited. */
async function invited(name: string) {
  const { userPrincipalName: address, userId: homeId } = await newMember(name, fabrikam.tenantId);
  const invitation = await house.invite(address);
  return { ...invitation, address, homeId, userId: invitation.userId as UserId };
}

async function atHome(address: string): Promise<Visitor> {
  const visitor = house.visitor();
  await signInAt(visitor, `/myapps?tenant=${fabrikam.tenantId}`, address, password);
  return visitor;
}

/** An invitation's journey that has begun, and how it goes on after something has happened. */
async function redeeming(name: string, happens: (guest: Awaited<ReturnType<typeof invited>>) => unknown) {
  const guest = await invited(name);
  const visitor = house.visitor();
  const begun = await visitor.submit(await visitor.get(guest.link), { decision: "accept" });
  const journey = await beginnerOf(begun);
  await happens(guest);
  return visitor.get(journey);
}

/** The journey that sent somebody to their own organisation. */
async function beginnerOf(seen: Seen): Promise<string> {
  const transactionId = seen.url.pathname.split("/").at(-1) ?? "";
  const { facts } = await machine.database
    .selectFrom("signInTransaction")
    .select("facts")
    .where("transactionId", "=", transactionId as never)
    .executeTakeFirstOrThrow();
  const { purpose } = facts as { purpose: { forTransaction?: string } };
  return `/signin/${purpose.forTransaction ?? transactionId}`;
}

/** Does something to an application's presence for as long as a visit takes. */
async function whileItIs(
  change: { accountEnabled?: boolean; assignmentRequired?: boolean },
  visit: () => Promise<Seen>,
): Promise<Seen> {
  const { servicePrincipalId } = calendar.registered.servicePrincipal;
  const set = (values: typeof change) =>
    machine.database
      .updateTable("servicePrincipal")
      .set(values)
      .where("servicePrincipalId", "=", servicePrincipalId)
      .execute();
  await set(change);
  forgetApplications(machine.database);
  const seen = await visit();
  await set({ accountEnabled: true, assignmentRequired: false });
  forgetApplications(machine.database);
  return seen;
}

/** What an application hears in silence about somebody who is signed in, once a second factor is demanded of them. */
async function silentlyDemanded({ userId, userPrincipalName }: User): Promise<Seen> {
  const visitor = house.visitor();
  await signInAt(visitor, at(web), userPrincipalName, password);
  return whileDemanded(machine, tenantId, userId, () => visitor.get(at(web, silent)));
}

/** Asks for everything of the orders in the name of a client whose registration names these permissions of them. */
async function askByDefault(displayName: string, scopeIds: readonly ScopeId[]): Promise<Seen> {
  const resourceApplicationId = orders.application.applicationId;
  const client = await registerClient(house, tenantId, displayName, {
    requiredPermissions: [{ resourceApplicationId, scopeIds, roleIds: [] }],
  });
  return (await mia()).get(at(client, { scope: "openid api://orders/.default" }));
}

/**
 * A device is told by its own next question, and the person by a page without a number. An organisation on another
 * deployment is told about its guest, and shows it there (`test/attacks/visited-organisations.test.ts`).
 */
type ShownOrTold = Exclude<SignInRefusal, "device-declined" | "visit-declined" | "visit-not-allowed">;

const atCalendar = { tenantId, applicationId: calendar.clientId, name: "Calendar" };

const provocations: Readonly<Record<ShownOrTold, () => Promise<Seen>>> = {
  "login-required": () => house.visitor().get(at(web, silent)),
  "session-unknown": async () => (await mia()).get(at(web, { ...silent, sid: "of-another-browser" })),
  async "several-accounts"() {
    const visitor = await mia();
    const second = await newMember("nele", tenantId);
    const picked = await visitor.get(at(web, { prompt: "login" }));
    await visitor.submit(await visitor.submit(picked, { email: second.userPrincipalName }), { password });
    return visitor.get(at(web, silent));
  },
  async "redemption-required"() {
    const { address } = await invited("pending");
    return (await atHome(address)).get(at(web, silent));
  },
  async "password-expired"() {
    const { userPrincipalName } = await newMember("newcomer", tenantId, { mustChangePassword: true });
    const visitor = house.visitor();
    await signInAt(visitor, at(web), userPrincipalName, password);
    return visitor.get(at(web, silent));
  },
  "consent-required": async () =>
    (await mia()).get(at(calendar, { ...silent, scope: "openid api://orders/Orders.Read" })),
  "resource-not-registered": async () => (await mia()).get(at(calendar, { scope: "api://orders/.default" })),
  "no-permission-registered": () => askByDefault("Permitless", []),
  "registration-outdated": () =>
    askByDefault("Outdated", ["00000000-0000-4000-8000-000000000009" as ScopeId]),
  async "resource-is-itself"() {
    const client = await registerClient(house, tenantId, "Selfish");
    return (await mia()).get(at(client, { scope: `openid ${client.clientId}/.default` }));
  },
  async "not-a-guest"() {
    const { userPrincipalName } = await newMember("stranger", fabrikam.tenantId);
    return signInAt(house.visitor(), at(web), userPrincipalName, password);
  },
  async "other-provider"() {
    // Who left, and somebody new who got the same address.
    const { address, link, homeId } = await invited("recycled");
    await acceptAtHome(house.visitor(), link, password);
    const old = { tenantId: fabrikam.tenantId, userId: homeId };
    accepted(await deleteUser(machine, byOperator, old));
    accepted(await purgeDeleted(machine, byOperator, { tenantId: old.tenantId, kind: "user", id: homeId }));
    await newMember("recycled", fabrikam.tenantId);
    return signInAt(house.visitor(), at(web), address, password);
  },
  async "no-way-to-prove"() {
    const settle = async (emailCodeEnabled: boolean) =>
      accepted(
        await changeCollaborationSettings(machine, byOperator, { tenantId, changes: { emailCodeEnabled } }),
      );
    await settle(false);
    const seen = await house.visitor().get(at(web, { login_hint: "somebody@elsewhere.example" }));
    await settle(true);
    return seen;
  },
  async "application-disabled"() {
    const { userPrincipalName } = await newMember("late", tenantId);
    const visitor = house.visitor();
    const begun = await visitor.get(at(calendar, { login_hint: userPrincipalName }));
    return whileItIs({ accountEnabled: false }, () => visitor.submit(begun, { password }));
  },
  "not-assigned": () => whileItIs({ assignmentRequired: true }, async () => (await mia()).get(at(calendar))),
  "access-blocked": async () => {
    const { userPrincipalName, userId } = await newMember("kept-out", tenantId);
    return whileBlocked(machine, tenantId, userId, () =>
      signInAt(house.visitor(), at(web), userPrincipalName, password),
    );
  },
  "second-factor-required": async () => {
    const member = await newMember("with-an-app", tenantId);
    await setUpApp(machine, member);
    return silentlyDemanded(member);
  },
  "second-factor-not-set-up": async () => silentlyDemanded(await newMember("without-an-app", tenantId)),
  async "terms-required"() {
    const { userPrincipalName, userId } = await newMember("unsigned", tenantId);
    await demandTerms(machine, tenantId, { userIds: [userId] });
    const visitor = house.visitor();
    await signInAt(visitor, at(web), userPrincipalName, password);
    return visitor.get(at(web, silent));
  },
  async "terms-declined"() {
    const { userPrincipalName, userId } = await newMember("unwilling", tenantId);
    await demandTerms(machine, tenantId, { userIds: [userId] });
    const visitor = house.visitor();
    const asked = await signInAt(visitor, at(web), userPrincipalName, password);
    return visitor.submit(asked, { decision: "decline" }, "/signin/");
  },
  "admin-consent-required": async () => {
    const { userPrincipalName } = await newMember("ordinary", tenantId);
    const asked = at(calendar, { scope: "openid api://orders/Orders.All" });
    return signInAt(house.visitor(), asked, userPrincipalName, password);
  },
  async "consent-by-administrators-only"() {
    const allow = async (userConsent: "everyone" | "nobody") =>
      accepted(
        await changeCollaborationSettings(machine, byOperator, { tenantId, changes: { userConsent } }),
      );
    await allow("nobody");
    const seen = await (await mia()).get(at(calendar, { scope: "openid api://orders/Orders.Read" }));
    await allow("everyone");
    expect(textOf(seen)).toContain("only administrators decide what Calendar may do");
    expect(textOf(seen)).toContain("Ask an administrator of Contoso");
    return seen;
  },
  async "redemption-declined"() {
    const { address } = await invited("unwilling");
    const visitor = house.visitor();
    const review = await signInAt(visitor, at(web), address, password);
    return visitor.submit(review, { decision: "cancel" });
  },
  async "sign-up-domain"() {
    await openSignUp(machine, {
      ...atCalendar,
      changes: { allowedDomains: ["partner.example" as DomainName] },
    });
    const { userPrincipalName } = await newMember("outsider", fabrikam.tenantId);
    return signInAt(house.visitor(), at(calendar), userPrincipalName, password);
  },
  async "sign-up-declined"() {
    await openSignUp(machine, { ...atCalendar, changes: { allowedDomains: [] } });
    const { userPrincipalName } = await newMember("hesitant", fabrikam.tenantId);
    const visitor = house.visitor();
    const agree = await signInAt(visitor, at(calendar), userPrincipalName, password);
    return visitor.submit(agree, { decision: "cancel" });
  },
  async "sign-up-not-approved"() {
    const flow = await openSignUp(machine, { ...atCalendar, changes: { allowedDomains: [] } });
    const { userId } = await newMember("approver", tenantId);
    await requireApproval(machine, flow, [userId]);
    const { userPrincipalName } = await newMember("waiting", fabrikam.tenantId);
    const visitor = house.visitor();
    const agree = await signInAt(visitor, at(calendar), userPrincipalName, password);
    return visitor.submit(await visitor.submit(agree, { decision: "accept" }), { decision: "leave" });
  },
  async "consent-declined"() {
    const visitor = await mia();
    const asked = await visitor.get(at(calendar, { scope: "openid api://orders/Orders.Read" }));
    return visitor.submit(asked, { decision: "cancel" });
  },
  async "account-disabled"() {
    const { address, link, userId } = await invited("disabled");
    await acceptAtHome(house.visitor(), link, password);
    const changes = { accountEnabled: false };
    accepted(await updateUser(machine, byOperator, { tenantId, userId, changes }));
    return signInAt(house.visitor(), at(web), address, password);
  },
  "guest-deleted": () =>
    redeeming("deleted", ({ userId }) => deleteUser(machine, byOperator, { tenantId, userId })),
  "invitation-unknown": () =>
    redeeming("purged", async ({ userId }) => {
      accepted(await deleteUser(machine, byOperator, { tenantId, userId }));
      accepted(await purgeDeleted(machine, byOperator, { tenantId, kind: "user", id: userId }));
    }),
  async "domain-refused"() {
    const domains = [{ domain: "fabrikam.example" as DomainName, includesSubdomains: false }];
    const changes = { restriction: { kind: "deny", domains } } as const;
    const seen = await redeeming("closed", () =>
      changeDomainPolicy(machine, byOperator, { tenantId, changes }),
    );
    await removeDomainPolicy(machine, byOperator, tenantId);
    return seen;
  },
  "invitation-revoked": () =>
    redeeming("revoked", async ({ invitationId }) =>
      accepted(
        await revokeInvitation(machine, byOperator, {
          tenantId,
          invitationId: invitationId as InvitationId,
        }),
      ),
    ),
  "invitation-accepted": () =>
    redeeming("accepted", ({ link }) => acceptAtHome(house.visitor(), link, password)),
  async "invitation-expired"() {
    const address = "late@elsewhere.example";
    const { link } = await house.invite(address, { lifetimeDays: 1 });
    // What was begun is good for a day as well.
    house.moveClock(12 * 3600);
    const visitor = house.visitor();
    const begun = await visitor.submit(await visitor.get(link), { decision: "accept" });
    house.moveClock(12 * 3600);
    return visitor.get(begun.url.pathname);
  },
};

/** What was told to the application, else what the page says. */
function told(seen: Seen): { error?: string; text: string } {
  const fields = new URLSearchParams(seen.url.search || seen.url.hash.slice(1));
  const error = fields.get("error");
  return error === null ? { text: textOf(seen) } : { error, text: fields.get("error_description") ?? "" };
}

describe("every refusal of a sign-in", () => {
  it.each(Object.keys(provocations) as ShownOrTold[])("%s is what its journey ends with", async (code) => {
    const { number, error, description }: SignInError = signInErrors[code];
    const seen = await provocations[code]();
    const refusal = told(seen);
    expect(refusal.text).toContain(description);
    expect(refusal.text).toContain(`AADSTS${number}`);
    if (refusal.error !== undefined) expect(refusal.error).toBe(error);
    else expect(seen.status).toBe(403);
  });

  it("device-declined stands in the sign-in log", async () => {
    const client = await registerClient(house, tenantId, "Television", { allowsPublicClient: true });
    const body = new URLSearchParams({ client_id: client.clientId, scope: "openid" });
    const address = `${machine.configuration.publicUrl}/${tenantId}/oauth2/v2.0/devicecode`;
    const answer = await house.fetch(new Request(address, { method: "POST", body }));
    const { user_code: code = "" } = (await answer.json()) as Record<string, string>;
    const visitor = await mia();
    const confirm = await visitor.submit(await visitor.get("/devicelogin"), { code });
    await visitor.submit(confirm, { decision: "cancel" });
    const { number, description } = signInErrors["device-declined"];
    const entry = await machine.database
      .selectFrom("signInEvent")
      .selectAll()
      .where("applicationId", "=", client.clientId as never)
      .executeTakeFirstOrThrow();
    expect(entry).toMatchObject({ errorCode: number, failureReason: description });
  });
});
