import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import type { DomainName } from "../../foundation/domain-name.ts";
import type { EmailAddress } from "../../foundation/email-address.ts";
import type { ApplicationId, InvitationId, ServicePrincipalId } from "../../foundation/identifiers.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { assignDirectoryRole } from "../directory/assign-directory-role.ts";
import { createMember } from "../directory/create-member.ts";
import { createTenant } from "../directory/create-tenant.ts";
import { deleteUser } from "../directory/delete-user.ts";
import { findUser, findUserByIdentity, sponsorsOf } from "../directory/find-user.ts";
import { recordRedemption } from "../directory/record-redemption.ts";
import type { Tenant } from "../directory/rules/tenant.ts";
import type { User } from "../directory/rules/user.ts";
import { updateUser } from "../directory/update-user.ts";
import { changeCollaborationSettings } from "../policies/change-collaboration-settings.ts";
import { markInvitationsAccepted } from "./accept-invitations.ts";
import { findInvitation, findInvitationOfGuest } from "./find-invitation.ts";
import { findInvitationByTicket } from "./find-invitation-by-ticket.ts";
import { inviteGuest } from "./invite-guest.ts";
import { inviteGuests, inviteNewGuests } from "./invite-guests.ts";
import { listInvitations } from "./list-invitations.ts";
import { previewInvitations } from "./preview-invitations.ts";
import type { InvitedGuest } from "./record-invitations.ts";
import { resendInvitation } from "./resend-invitation.ts";
import { revokeInvitation } from "./revoke-invitation.ts";
import type { InviteRequest } from "./rules/invite-request.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
let tenant: Tenant;
let other: Tenant;
let anna: User;
let admin: User;
let byAnna: Circumstances;
let byAdmin: Circumstances;
const byApplication: Circumstances = {
  ...byOperator,
  actor: {
    kind: "application",
    applicationId: "3d0f7a52-6c33-4f2b-9f0a-2a5f6a3c1e10" as ApplicationId,
    servicePrincipalId: "4d0f7a52-6c33-4f2b-9f0a-2a5f6a3c1e10" as ServicePrincipalId,
    displayName: "Provisioner",
  },
};

beforeAll(async () => {
  const domains = ["contoso.example" as DomainName];
  tenant = accepted(
    await createTenant(machine, byOperator, { displayName: "Contoso", name: "contoso", domains }),
  );
  other = accepted(await createTenant(machine, byOperator, { displayName: "Fabrikam", name: "fabrikam" }));
  anna = await member("anna", "Anna Berg");
  admin = await member("admin", "Ada Admin");
  await assignDirectoryRole(machine, byOperator, {
    tenantId: tenant.tenantId,
    userId: admin.userId,
    role: "user-administrator",
  });
  byAnna = by(anna);
  byAdmin = by(admin);
});

async function member(name: string, displayName: string): Promise<User> {
  return accepted(
    await createMember(machine, byOperator, {
      tenantId: tenant.tenantId,
      userPrincipalName: `${name}@contoso.example`,
      displayName,
      password: "correct horse battery",
    }),
  );
}

function by(user: User): Circumstances {
  const { userId, displayName, mail: email } = user;
  return { ...byOperator, actor: { kind: "user", userId, displayName, email } };
}

let made = 0;
function request(changes: Partial<InviteRequest> = {}): InviteRequest {
  made += 1;
  const email = `guest${made}@fabrikam.example`;
  return { email, redirectUrl: "https://app.contoso.example/", sendMail: true, ...changes };
}

function invite(changes: Partial<InviteRequest> = {}, circumstances = byAnna) {
  return inviteGuest(machine, circumstances, { tenantId: tenant.tenantId, ...request(changes) });
}

function partsOf(redeemUrl: string) {
  const url = new URL(redeemUrl);
  return {
    tenantId: url.searchParams.get("tenant") as typeof tenant.tenantId,
    invitationId: url.searchParams.get("invitation") as InvitationId,
    ticket: url.searchParams.get("ticket") ?? "",
  };
}

async function redeem(user: { userId: User["userId"] }): Promise<void> {
  const { tenantId } = tenant;
  await database.transaction().execute(async (transaction) => {
    await recordRedemption(transaction, {
      tenantId,
      userId: user.userId,
      identity: { issuer: "mail", subject: user.userId, providerKind: "email-code", email: undefined },
      now: machine.clock(),
    });
    await markInvitationsAccepted(transaction, tenantId, user.userId, machine.clock());
  });
}

async function auditOf(activity: string, result = "success") {
  return database
    .selectFrom("auditEvent")
    .selectAll()
    .where("activity", "=", activity)
    .where("result", "=", result as "success")
    .orderBy("eventId")
    .execute();
}

async function mailsTo(address: string) {
  const mails = await database.selectFrom("mail").selectAll().execute();
  return mails.filter((mail) => mail.recipients.includes(address));
}

describe("inviting somebody new", () => {
  it("makes guest, invitation, mail, sponsor and audit entry together", async () => {
    const email = "o'brien+tender@fabrikam.example";
    const invited = accepted(
      await invite({
        email: `  ${email} `,
        displayName: "Ana Lund",
        messageBody: "Hi Ana",
        messageLanguage: "de-DE",
        copyRecipients: [
          { name: "Bo", address: "bo@contoso.example" },
          { name: null, address: "cy@contoso.example" },
        ],
      }),
    );
    expect(invited.step).toBe("new-guest");
    const user = await findUser(database, tenant.tenantId, invited.user.userId);
    expect(user).toMatchObject({
      mail: email,
      displayName: "Ana Lund",
      kind: "guest",
      redemptionState: "pending",
      invitedByUserId: anna.userId,
    });
    expect(await sponsorsOf(database, tenant.tenantId, invited.user.userId)).toEqual([
      { kind: "user", id: anna.userId },
    ]);
    expect(await mailsTo(email)).toMatchObject([
      {
        mailId: invited.invitation.mailId,
        purpose: "invitation",
        recipients: [email, "bo@contoso.example", "cy@contoso.example"],
      },
    ]);
    expect(invited.invitation.expiresAt?.toISOString()).toBe("2026-05-30T10:00:00.000Z");
    expect(await auditOf("guest-invited")).toMatchObject([
      { actorId: anna.userId, targetId: invited.user.userId, details: { email } },
    ]);
  });

  it("stores only the digest of the ticket, and finds the invitation by the whole link alone", async () => {
    const invited = accepted(await invite());
    const { tenantId, invitationId, ticket } = partsOf(invited.redeemUrl);
    expect(Buffer.from(ticket, "base64url")).toHaveLength(32);
    const rows = await database.selectFrom("invitation").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(ticket);
    const audit = await database.selectFrom("auditEvent").selectAll().execute();
    expect(JSON.stringify(audit)).not.toContain(ticket);

    const now = machine.clock();
    const find = (parts: Partial<ReturnType<typeof partsOf>>) => {
      const whole = { tenantId, invitationId, ticket, ...parts };
      return findInvitationByTicket(database, whole.tenantId, whole.invitationId, whole.ticket, now);
    };
    expect(await find({})).toEqual(invited.invitation);
    expect(
      await find({ ticket: `${ticket.slice(0, -1)}${ticket.endsWith("A") ? "B" : "A"}` }),
    ).toBeUndefined();
    expect(await find({ ticket: "" })).toBeUndefined();
    expect(await find({ tenantId: other.tenantId })).toBeUndefined();
    const second = partsOf(accepted(await invite()).redeemUrl);
    expect(await find({ invitationId: second.invitationId })).toBeUndefined();
  });

  it("sends no mail when none is wanted", async () => {
    const invited = accepted(await invite({ sendMail: false }));
    expect(invited.invitation.mailId).toBeUndefined();
    expect(await mailsTo(invited.invitation.email)).toEqual([]);
  });

  it("gives no sponsor when an application invites, and the named ones when there are any", async () => {
    const byApp = accepted(await invite({}, byApplication));
    expect(await sponsorsOf(database, tenant.tenantId, byApp.user.userId)).toEqual([]);
    const sponsored = accepted(await invite({ sponsorIds: [admin.userId, admin.userId.toUpperCase()] }));
    expect(await sponsorsOf(database, tenant.tenantId, sponsored.user.userId)).toEqual([
      { kind: "user", id: admin.userId },
    ]);
  });

  it("lets eight invitations of one address at once meet in one guest", async () => {
    const email = "crowd@fabrikam.example";
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) => invite({ email: index % 2 ? email : email.toUpperCase() })),
    );
    const guests = outcomes.map((outcome) => accepted(outcome));
    expect(new Set(guests.map((guest) => guest.user.userId)).size).toBe(1);
    expect(new Set(guests.map((guest) => guest.redeemUrl)).size).toBe(8);
    expect(guests.filter((guest) => guest.step === "new-guest")).toHaveLength(1);
  });
});

describe("inviting somebody known", () => {
  it("keeps a pending guest and issues a fresh link", async () => {
    const first = accepted(await invite());
    const second = accepted(await invite({ email: first.invitation.email.toUpperCase() }, byAdmin));
    expect(second).toMatchObject({ step: "invite-again", user: first.user });
    expect(second.redeemUrl).not.toBe(first.redeemUrl);
    expect(await mailsTo(first.invitation.email)).toHaveLength(1);
    expect(await sponsorsOf(database, tenant.tenantId, first.user.userId)).toEqual([
      { kind: "user", id: anna.userId },
    ]);
  });

  it("mails nothing to a guest who has accepted, and says so", async () => {
    const first = accepted(await invite({ sendMail: false }));
    await redeem(first.user);
    const again = accepted(await invite({ email: first.invitation.email }));
    expect(again).toMatchObject({ step: "already-accepted", user: first.user });
    expect(again.invitation.state).toBe("accepted");
    expect(await mailsTo(first.invitation.email)).toEqual([]);
  });

  it("refuses members and the organisation's own domains", async () => {
    const bea = await member("bea", "Bea");
    accepted(
      await updateUser(machine, byOperator, {
        tenantId: tenant.tenantId,
        userId: bea.userId,
        changes: { otherMails: ["bea@private.example" as EmailAddress] },
      }),
    );
    expect(await invite({ email: "bea@private.example" })).toEqual({
      ok: false,
      refusal: { code: "already-member", userId: bea.userId, accountEnabled: true },
    });
    expect(await invite({ email: "anybody@CONTOSO.example" })).toMatchObject({
      refusal: { code: "own-domain" },
    });
    expect(await invite({ email: "anybody@contoso.guesthouse.internal" })).toMatchObject({
      refusal: { code: "own-domain" },
    });
  });

  it("makes a new guest where the earlier one was deleted", async () => {
    const first = accepted(await invite());
    await deleteUser(machine, byOperator, { tenantId: tenant.tenantId, userId: first.user.userId });
    const second = accepted(await invite({ email: first.invitation.email }));
    expect(second.step).toBe("new-guest");
    expect(second.user.userId).not.toBe(first.user.userId);
  });

  it("adds sponsors to those there are, up to five", async () => {
    const first = accepted(await invite());
    const email = first.invitation.email;
    accepted(await invite({ email, sponsorIds: [admin.userId] }));
    expect(await sponsorsOf(database, tenant.tenantId, first.user.userId)).toHaveLength(2);
    const more = await Promise.all(["s1", "s2", "s3", "s4"].map((name) => member(name, name)));
    expect(await invite({ email, sponsorIds: more.map((user) => user.userId) })).toMatchObject({
      refusal: { code: "too-many-sponsors", count: 6 },
    });
  });
});

describe("resetting a redemption", () => {
  it("is for administrators, needs the user, and unlinks the identity and every earlier link", async () => {
    const first = accepted(await invite());
    const stray = accepted(await invite({ email: first.invitation.email }));
    await redeem(first.user);
    const { userId } = first.user;
    const reset = { email: first.invitation.email, resetRedemption: true, userId };
    expect(await invite(reset, byAnna)).toMatchObject({ refusal: { code: "only-administrators-reset" } });
    expect(await invite({ ...reset, userId: undefined }, byAdmin)).toMatchObject({
      refusal: { code: "reset-needs-user" },
    });
    const done = accepted(await invite(reset, byAdmin));
    expect(done).toMatchObject({ step: "reset", user: { userId } });
    expect(await findUserByIdentity(database, tenant.tenantId, "mail", userId)).toBeUndefined();
    expect((await findUser(database, tenant.tenantId, userId))?.redemptionState).toBe("pending");
    expect(await auditOf("guest-invited-with-reset")).toMatchObject([{ targetId: userId }]);

    const again = accepted(await invite(reset, byAdmin));
    const state = async (id: InvitationId) =>
      (await findInvitation(database, tenant.tenantId, id, machine.clock()))?.state;
    expect(await state(stray.invitation.invitationId)).toBe("accepted");
    expect(await state(done.invitation.invitationId)).toBe("revoked");
    expect(await state(again.invitation.invitationId)).toBe("pending");
  });

  it("moves the guest to an address that an administrator put on the user before", async () => {
    const first = accepted(await invite());
    await redeem(first.user);
    const { userId } = first.user;
    const email = "ana.lund@newco.example";
    const reset = { email, resetRedemption: true, userId };
    expect(await invite(reset, byAdmin)).toEqual({
      ok: false,
      refusal: { code: "email-not-on-user", userId },
    });
    const changes = { otherMails: [email as EmailAddress] };
    accepted(await updateUser(machine, byOperator, { tenantId: tenant.tenantId, userId, changes }));
    accepted(await invite(reset, byAdmin));
    expect((await findUser(database, tenant.tenantId, userId))?.mail).toBe(email);
  });

  it("does not hand an administrator's account to a mailbox", async () => {
    const first = accepted(await invite());
    const { userId } = first.user;
    await assignDirectoryRole(machine, byOperator, {
      tenantId: tenant.tenantId,
      userId,
      role: "global-administrator",
    });
    const reset = { email: first.invitation.email, resetRedemption: true, userId };
    for (const circumstances of [byAdmin, byApplication])
      expect(await invite(reset, circumstances)).toMatchObject({ refusal: { code: "target-holds-role" } });
  });

  it("knows no users of other tenants", async () => {
    const first = accepted(
      await inviteGuest(machine, byOperator, {
        tenantId: other.tenantId,
        ...request({ email: "x@y.example" }),
      }),
    );
    const { userId } = first.user;
    expect(await invite({ email: "x@y.example", resetRedemption: true, userId }, byAdmin)).toMatchObject({
      refusal: { code: "user-unknown" },
    });
    expect(await invite({ sponsorIds: [userId] })).toMatchObject({ refusal: { code: "sponsor-unknown" } });
  });
});

describe("converting a member", () => {
  it("keeps the object and makes it redeem from outside", async () => {
    const cora = await member("cora", "Cora");
    const email = "cora@private.example" as EmailAddress;
    const { tenantId } = tenant;
    accepted(
      await updateUser(machine, byOperator, {
        tenantId,
        userId: cora.userId,
        changes: { otherMails: [email] },
      }),
    );
    expect(await invite({ email, userId: cora.userId }, byAnna)).toMatchObject({
      refusal: { code: "only-administrators-reset" },
    });
    const done = accepted(await invite({ email, userId: cora.userId }, byAdmin));
    expect(done).toMatchObject({ step: "convert", user: { userId: cora.userId } });
    expect(await findUser(database, tenantId, cora.userId)).toMatchObject({
      isExternal: true,
      redemptionState: "pending",
    });
  });
});

describe("who may invite", () => {
  it("is asked before anything about the address, and refusals are logged", async () => {
    const { tenantId } = tenant;
    const allow = (allowInvitesFrom: "everyone" | "inviters" | "none") =>
      changeCollaborationSettings(machine, byOperator, { tenantId, changes: { allowInvitesFrom } });
    const bad = { email: "not an address" };
    accepted(await allow("inviters"));
    expect(await invite(bad)).toMatchObject({ refusal: { code: "only-inviters-invite" } });
    expect(await invite(bad, byAdmin)).toMatchObject({ refusal: { code: "email-malformed" } });
    accepted(await allow("none"));
    expect(await invite(bad, byAdmin)).toMatchObject({ refusal: { code: "invitations-turned-off" } });
    accepted(await allow("everyone"));
    expect((await auditOf("guest-invited", "failure")).map((entry) => entry.reason)).toEqual(
      expect.arrayContaining(["only-inviters-invite", "email-malformed", "invitations-turned-off"]),
    );
  });

  it("is nobody who is disabled, unknown, or of another tenant", async () => {
    const dora = await member("dora", "Dora");
    const { tenantId } = tenant;
    await updateUser(machine, byOperator, {
      tenantId,
      userId: dora.userId,
      changes: { accountEnabled: false },
    });
    expect(await invite({}, by(dora))).toMatchObject({ refusal: { code: "inviter-unknown" } });
    const unknown = { ...byOperator, actor: { kind: "unknown" as const } };
    expect(await invite({}, unknown)).toMatchObject({ refusal: { code: "inviter-unknown" } });
    const abroad = { tenantId: other.tenantId, ...request() };
    expect(await inviteGuest(machine, byAnna, abroad)).toMatchObject({
      refusal: { code: "inviter-unknown" },
    });
  });

  it("with members' rights only administrators", async () => {
    expect(await invite({ kind: "member" })).toMatchObject({
      refusal: { code: "only-administrators-invite-members" },
    });
    const invited = accepted(await invite({ kind: "member" }, byAdmin));
    expect(await findUser(database, tenant.tenantId, invited.user.userId)).toMatchObject({
      kind: "member",
      isExternal: true,
    });
  });
});

describe("a request", () => {
  it.each<[string, Partial<InviteRequest>, string]>([
    ["an empty address", { email: " " }, "email-missing"],
    ["two addresses", { email: "a@b.example, c@d.example" }, "email-malformed"],
    ["a header in the address", { email: "a@b.example\r\nBcc: c@d.example" }, "email-malformed"],
    ["no redirect address", { redirectUrl: "" }, "redirect-url-missing"],
    ["a script as redirect address", { redirectUrl: "javascript:alert(1)" }, "redirect-url-unusable"],
    ["a message of 5001 characters", { messageBody: "x".repeat(5001) }, "message-too-long"],
    ["a language that is none", { messageLanguage: "../../etc" }, "language-malformed"],
    [
      "21 copies",
      { copyRecipients: Array.from({ length: 21 }, (_, i) => ({ name: null, address: `c${i}@b.example` })) },
      "too-many-copies",
    ],
    ["a copy to nowhere", { copyRecipients: [{ name: "x", address: "nowhere" }] }, "copy-address-malformed"],
    [
      "six sponsors",
      { sponsorIds: Array.from({ length: 6 }, (_, i) => `00000000-0000-4000-8000-00000000000${i}`) },
      "too-many-sponsors",
    ],
    ["a sponsor nobody knows", { sponsorIds: ["00000000-0000-4000-8000-000000000001"] }, "sponsor-unknown"],
    [
      "an application nobody knows",
      { applicationId: "00000000-0000-4000-8000-000000000001" },
      "application-unknown",
    ],
    ["no lifetime at all", { lifetimeDays: 0 }, "lifetime-unusable"],
  ])("with %s is refused", async (_, changes, code) => {
    expect(await invite(changes)).toMatchObject({ ok: false, refusal: { code } });
  });

  it("keeps what was typed as text, on one line where it is a name", async () => {
    const invited = accepted(
      await invite({
        displayName: "Eve\r\nBcc: all@contoso.example <script>",
        messageBody: "<script>alert(1)</script>\nsecond line",
      }),
    );
    expect(invited.invitation).toMatchObject({
      displayName: "Eve Bcc: all@contoso.example <script>",
      messageBody: "<script>alert(1)</script>\nsecond line",
    });
  });
});

describe("inviting many", () => {
  it("answers each in its place, invites a repeated address once, and lets the others through", async () => {
    const requests = [
      request(),
      request({ email: "broken" }),
      request({ email: "Twice@fabrikam.example" }),
      request({ email: "twice@fabrikam.example" }),
      request({ email: "x@contoso.example" }),
    ];
    const forecasts = accepted(
      await previewInvitations(machine, byAnna.actor, { tenantId: tenant.tenantId, requests }),
    );
    expect(
      forecasts.map((one) => (one.ok ? [one.value.step, one.value.isRepeated] : one.refusal.code)),
    ).toEqual([
      ["new-guest", false],
      "email-malformed",
      ["new-guest", false],
      ["new-guest", true],
      "own-domain",
    ]);
    const outcomes = accepted(await inviteGuests(machine, byAnna, { tenantId: tenant.tenantId, requests }));
    expect(outcomes.map((one) => (one.ok ? one.value.step : one.refusal.code))).toEqual([
      "new-guest",
      "email-malformed",
      "new-guest",
      "invite-again",
      "own-domain",
    ]);
  });

  it("previews without writing anything", async () => {
    const email = "nobody-yet@fabrikam.example";
    await previewInvitations(machine, byAnna.actor, {
      tenantId: tenant.tenantId,
      requests: [request({ email })],
    });
    expect(await database.selectFrom("user").select("userId").where("mail", "=", email).execute()).toEqual(
      [],
    );
  });

  it("invites a thousand people over several transactions, each with a mail of their own", async () => {
    const mailsBefore = machine.enqueued.length;
    const requests = Array.from({ length: 1000 }, () => request());
    const { tenantId } = tenant;
    const outcomes = accepted(await inviteGuests(machine, byAnna, { tenantId, requests }));
    const invited = outcomes.map((one) => accepted(one));
    expect(invited.map((one) => one.invitation.email)).toEqual(requests.map((one) => one.email));
    expect(new Set(invited.map((one) => one.user.userId)).size).toBe(1000);
    expect(machine.enqueued.length - mailsBefore).toBe(1000);
  });
});

describe("inviting only who is new", () => {
  it("leaves pending and accepted guests as they are, without a mail or a trace", async () => {
    const pending = accepted(await invite());
    const joined = accepted(await invite());
    await redeem(joined.user);
    const requests = [pending, joined].map(({ invitation }) => request({ email: invitation.email }));
    const outcomes = accepted(
      await inviteNewGuests(machine, byAnna, {
        tenantId: tenant.tenantId,
        requests: [...requests, request({ email: "new@fabrikam.example" })],
      }),
    );
    expect(outcomes).toMatchObject([
      { ok: false, refusal: { code: "invited-before", userId: pending.user.userId, hasAccepted: false } },
      { ok: false, refusal: { code: "invited-before", userId: joined.user.userId, hasAccepted: true } },
      { ok: true, value: { step: "new-guest" } },
    ]);
    expect(await mailsTo(pending.invitation.email)).toHaveLength(1);
    const reasons = (await auditOf("guest-invited", "failure")).map((event) => event.reason);
    expect(reasons).not.toContain("invited-before");
  });

  it("invites pending guests again when that is asked for, and accepted ones never", async () => {
    const pending = accepted(await invite());
    const joined = accepted(await invite());
    await redeem(joined.user);
    const requests = [pending, joined].map(({ invitation }) => request({ email: invitation.email }));
    const input = { tenantId: tenant.tenantId, requests, pendingToo: true };
    expect(accepted(await inviteNewGuests(machine, byAnna, input))).toMatchObject([
      { ok: true, value: { step: "invite-again" } },
      { ok: false, refusal: { code: "invited-before", hasAccepted: true } },
    ]);
    expect(await mailsTo(pending.invitation.email)).toHaveLength(2);
    expect(await mailsTo(joined.invitation.email)).toHaveLength(1);
  });

  it("mails each guest once when two work off the same list at once", async () => {
    const requests = Array.from({ length: 12 }, () => request());
    const input = { tenantId: tenant.tenantId, requests };
    const runs = await Promise.all([1, 2, 3].map(() => inviteNewGuests(machine, byAnna, input)));
    const invited = runs.flatMap(accepted).filter((outcome) => outcome.ok);
    expect(invited).toHaveLength(requests.length);
    for (const { email } of requests) expect(await mailsTo(email)).toHaveLength(1);
  });
});

describe("an invitation afterwards", () => {
  it("is listed newest first, once per guest, by inviter and page", async () => {
    const lister = by(await member("lister", "Lister"));
    const actorId = lister.actor.kind === "user" ? lister.actor.userId : undefined;
    const start = machine.clock();
    const invited: InvitedGuest[] = [];
    for (let index = 0; index < 5; index += 1) {
      machine.setClock(new Date(start.getTime() + index * 1000));
      invited.push(accepted(await invite({}, lister)));
    }
    machine.setClock(new Date(start.getTime() + 10_000));
    const again = accepted(await invite({ email: invited[1]?.invitation.email ?? "" }, lister));
    accepted(await invite({ email: invited[2]?.invitation.email ?? "" }, byAnna));

    const list = { tenantId: tenant.tenantId, inviterId: actorId, limit: 3 };
    const first = await listInvitations(machine, list);
    const second = await listInvitations(machine, { ...list, before: first.next });
    const ids = [...first.invitations, ...second.invitations].map((row) => row.invitation.invitationId);
    expect(ids).toEqual([
      again.invitation.invitationId,
      ...[4, 3, 2, 0].map((index) => invited[index]?.invitation.invitationId),
    ]);
    expect(first.invitations[0]?.mail?.state).toBe("queued");
    expect(second.next).toBeUndefined();
    expect((await listInvitations(machine, { ...list, tenantId: other.tenantId })).invitations).toEqual([]);
    machine.setClock(start);
  });

  it("is sent again by its inviter with a fresh link, and only to a guest who has not accepted", async () => {
    const invited = accepted(await invite({ lifetimeDays: 7, messageBody: "Hello" }));
    const { tenantId } = tenant;
    const { invitationId } = invited.invitation;
    const resend = (circumstances: Circumstances, sendMail = true) =>
      resendInvitation(machine, circumstances, { tenantId, invitationId, sendMail });
    const stranger = by(await member("stranger", "Stranger"));
    expect(await resend(stranger)).toMatchObject({ refusal: { code: "invitation-of-another-inviter" } });
    const resent = accepted(await resend(byAnna));
    expect(resent.redeemUrl).not.toBe(invited.redeemUrl);
    expect(resent.invitation).toMatchObject({
      messageBody: "Hello",
      expiresAt: invited.invitation.expiresAt,
    });
    expect(await mailsTo(invited.invitation.email)).toHaveLength(2);
    accepted(await resend(byAdmin, false));
    expect(await mailsTo(invited.invitation.email)).toHaveLength(2);
    await redeem(invited.user);
    expect(await resend(byAnna)).toMatchObject({ refusal: { code: "already-accepted" } });
    const abroad = { tenantId: other.tenantId, invitationId, sendMail: true };
    expect(await resendInvitation(machine, byOperator, abroad)).toMatchObject({
      refusal: { code: "invitation-unknown" },
    });
  });

  it("is revoked with every other open link of the guest", async () => {
    const invited = accepted(await invite());
    accepted(await invite({ email: invited.invitation.email }));
    const { tenantId } = tenant;
    const { invitationId, userId } = invited.invitation;
    const revoked = accepted(await revokeInvitation(machine, byAnna, { tenantId, invitationId }));
    expect(revoked).toEqual({ revokedLinks: 2, guest: "never-accepted" });
    const speaking = await findInvitationOfGuest(database, tenantId, userId, machine.clock());
    expect(speaking?.state).toBe("revoked");
    expect(await auditOf("invitation-revoked")).toMatchObject([
      { targetId: userId, details: { revokedLinks: 2 } },
    ]);
  });

  it("expires by the clock alone", async () => {
    const invited = accepted(await invite({ lifetimeDays: 1 }));
    const { tenantId } = tenant;
    const later = new Date(machine.clock().getTime() + 24 * 60 * 60 * 1000);
    const { invitationId } = invited.invitation;
    expect((await findInvitation(database, tenantId, invitationId, later))?.state).toBe("expired");
  });
});
