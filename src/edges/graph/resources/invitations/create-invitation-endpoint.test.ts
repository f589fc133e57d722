import { beforeAll, describe, expect, it } from "vitest";
import { type GraphAnswer, type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { accepted, byOperator } from "../../../../../test/support/test-machine.ts";
import { findUser, sponsorsOf } from "../../../../domain/directory/find-user.ts";
import { recordRedemption } from "../../../../domain/directory/record-redemption.ts";
import type { User } from "../../../../domain/directory/rules/user.ts";
import { updateUser } from "../../../../domain/directory/update-user.ts";
import { findInvitationByTicket } from "../../../../domain/invitations/find-invitation-by-ticket.ts";
import type { EmailAddress } from "../../../../foundation/email-address.ts";
import type { InvitationId, TenantId, UserId } from "../../../../foundation/identifiers.ts";
import type { MailContent } from "../../../../platform/mail/mail-content.ts";
import { openContent } from "../../../../platform/mail/sealed-content.ts";

const { machine, call, organisation } = await graphStage();
let contoso: GraphTenant;
let anna: User;
let token: string;
let adminToken: string;

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  anna = await contoso.member("anna");
  token = await contoso.userToken(anna, ["User.Invite.All"]);
  const admin = await contoso.member("admin", "user-administrator");
  adminToken = await contoso.userToken(admin, ["User.Invite.All", "User.ReadWrite.All"]);
});

let made = 0;
function body(changes: Record<string, unknown> = {}): Record<string, unknown> {
  made += 1;
  return {
    invitedUserEmailAddress: `guest${made}@fabrikam.example`,
    inviteRedirectUrl: "https://app.contoso.example",
    ...changes,
  };
}

const invite = (changes: Record<string, unknown> = {}, by = token) =>
  call("POST /invitations", by, { body: body(changes) });

async function mailsTo(address: string) {
  const mails = await machine.database.selectFrom("mail").selectAll().execute();
  return mails
    .filter((mail) => mail.recipients.includes(address))
    .flatMap((mail) =>
      mail.contentEncrypted ? [openContent<MailContent>(machine.masterKey, mail.contentEncrypted)] : [],
    );
}

function expectRefusal(answer: GraphAnswer, status: number, code: string, message?: string): void {
  expect([answer.status, answer.body.error.code], answer.text).toEqual([status, code]);
  if (message !== undefined) expect(answer.body.error.message).toBe(message);
}

describe("POST /invitations", () => {
  it("answers the smallest request with every property of the reference, in its order", async () => {
    const { status, headers, body: answer } = await invite();
    expect(status).toBe(201);
    expect(headers.get("content-type")).toMatch(/^application\/json;odata.metadata=minimal/);
    expect(Object.keys(answer)).toEqual([
      "@odata.context",
      "id",
      "inviteRedeemUrl",
      "invitedUserDisplayName",
      "invitedUserType",
      "invitedUserEmailAddress",
      "sendInvitationMessage",
      "resetRedemption",
      "inviteRedirectUrl",
      "status",
      "invitedUserMessageInfo",
      "invitedUser",
    ]);
    expect(answer).toMatchObject({
      "@odata.context": "http://localhost:8080/v1.0/$metadata#invitations/$entity",
      invitedUserDisplayName: null,
      invitedUserType: "Guest",
      sendInvitationMessage: false,
      resetRedemption: false,
      inviteRedirectUrl: "https://app.contoso.example",
      status: "PendingAcceptance",
      invitedUserMessageInfo: {
        messageLanguage: null,
        customizedMessageBody: null,
        ccRecipients: [{ emailAddress: { name: null, address: null } }],
      },
      invitedUser: { userPrincipalName: expect.stringMatching(/#EXT#@contoso\.guesthouse\.internal$/) },
    });
    expect(answer.id).not.toBe(answer.invitedUser.id);
  });

  it("gives a link that opens this invitation and no other", async () => {
    const { body: answer } = await invite();
    const { pathname, searchParams } = new URL(answer.inviteRedeemUrl);
    expect(pathname).toBe("/redeem");
    const found = await findInvitationByTicket(
      machine.database,
      searchParams.get("tenant") as TenantId,
      searchParams.get("invitation") as InvitationId,
      searchParams.get("ticket") ?? "",
      machine.clock(),
    );
    expect(found?.invitationId).toBe(answer.id);
  });

  it("honours every property of the full request", async () => {
    const sponsor = await contoso.member("sponsor");
    const message = {
      messageLanguage: "de-DE",
      customizedMessageBody: "Hi Ana,\n<b>welcome</b>",
      ccRecipients: [
        { emailAddress: { name: "Bo Holm", address: "bo.holm@contoso.example" } },
        { emailAddress: { name: null, address: "cy@contoso.example" } },
      ],
    };
    const { status, body: answer } = await invite({
      "@odata.type": "#microsoft.graph.invitation",
      invitedUserEmailAddress: "ana.lund+tender@fabrikam.example",
      invitedUserDisplayName: "Ana Lund",
      invitedUserType: "Guest",
      sendInvitationMessage: true,
      invitedUserMessageInfo: { "@odata.type": "#microsoft.graph.invitedUserMessageInfo", ...message },
      invitedUserSponsors: [{ "@odata.type": "#microsoft.graph.user", id: sponsor.userId, displayName: "x" }],
      "invitedUserSponsors@odata.bind": [`https://graph.microsoft.com/v1.0/users/${anna.userId}`],
      invitedUser: null,
      resetRedemption: false,
      status: "PendingAcceptance",
    });
    expect([status, answer.error]).toEqual([201, undefined]);
    expect(answer.invitedUserMessageInfo).toEqual(message);
    const userId = answer.invitedUser.id as UserId;
    const sponsors = await sponsorsOf(machine.database, contoso.tenant.tenantId, userId);
    expect(sponsors.map((one) => one.id).sort()).toEqual([sponsor.userId, anna.userId].sort());
    const [mail] = await mailsTo("ana.lund+tender@fabrikam.example");
    expect(mail).toMatchObject({
      to: { address: "ana.lund+tender@fabrikam.example", name: "Ana Lund" },
      cc: [{ address: "bo.holm@contoso.example", name: "Bo Holm" }, { address: "cy@contoso.example" }],
      replyTo: { address: "anna@contoso.example" },
      language: "de",
    });
    expect(mail?.text).toContain("<b>welcome</b>");
    expect(mail?.html).not.toContain("<b>welcome</b>");
    expect(mail?.html).toContain("&#60;b&#62;welcome&#60;/b&#62;");
    expect(mail?.text).toContain(answer.inviteRedeemUrl);
  });

  it("keeps header and script injection out of the mail", async () => {
    const evil = 'Eve"\r\nBcc: all@contoso.example\r\n\r\n<script>alert(1)</script>';
    const { status, body: answer } = await invite({
      invitedUserEmailAddress: "eve@fabrikam.example",
      invitedUserDisplayName: evil,
      sendInvitationMessage: true,
      invitedUserMessageInfo: {
        customizedMessageBody: evil,
        ccRecipients: [{ emailAddress: { name: evil, address: "cc@contoso.example" } }],
      },
    });
    expect([status, answer.error]).toEqual([201, undefined]);
    const [mail] = await mailsTo("eve@fabrikam.example");
    for (const header of [mail?.subject, mail?.fromName, mail?.to.name, mail?.cc?.[0]?.name])
      expect(header).not.toMatch(/[\r\n]/);
    expect(mail?.html).not.toContain("<script>");
  });

  it("invites again with the same user and a fresh link, and calls an accepted guest completed", async () => {
    const first = await invite({ invitedUserEmailAddress: "again@fabrikam.example" });
    const second = await invite({ invitedUserEmailAddress: "AGAIN@fabrikam.example" });
    expect(second.status).toBe(201);
    expect(second.body.invitedUser).toEqual(first.body.invitedUser);
    expect(second.body.inviteRedeemUrl).not.toBe(first.body.inviteRedeemUrl);
    const { tenantId } = contoso.tenant;
    const userId = first.body.invitedUser.id as UserId;
    const identity = {
      issuer: "mail",
      subject: "again",
      providerKind: "email-code" as const,
      email: undefined,
    };
    await machine.database
      .transaction()
      .execute((transaction) =>
        recordRedemption(transaction, { tenantId, userId, identity, now: machine.clock() }),
      );
    const third = await invite({
      invitedUserEmailAddress: "again@fabrikam.example",
      sendInvitationMessage: true,
    });
    expect([third.status, third.body.status]).toEqual([201, "Completed"]);
    expect(await mailsTo("again@fabrikam.example")).toEqual([]);

    const reset = {
      invitedUserEmailAddress: "again@fabrikam.example",
      resetRedemption: true,
      // Client libraries send the whole user.
      invitedUser: { id: userId, displayName: "Again", accountEnabled: true, userType: "Guest" },
    };
    expectRefusal(await invite(reset), 403, "Forbidden", "Generic authorization exception.");
    const fourth = await invite(reset, adminToken);
    expect(fourth.status).toBe(201);
    expect(fourth.body).toMatchObject({
      status: "PendingAcceptance",
      resetRedemption: true,
      invitedUser: { id: userId },
    });
  });

  it("lets an application invite with User.Invite.All, and reset with User.ReadWrite.All only", async () => {
    const app = await contoso.appToken(["User.Invite.All"]);
    const first = await invite({ invitedUserEmailAddress: "byapp@fabrikam.example" }, app);
    expect(first.status).toBe(201);
    const reset = {
      invitedUserEmailAddress: "byapp@fabrikam.example",
      resetRedemption: true,
      invitedUser: { id: first.body.invitedUser.id },
    };
    const refused = await invite(reset, app);
    expectRefusal(refused, 403, "Forbidden", "Generic authorization exception.");
    expect(refused.body.error.details[0].message).toContain("User.ReadWrite.All");
    expectRefusal(await invite({ invitedUserType: "Member" }, app), 403, "Forbidden");
    expect((await invite(reset, await contoso.appToken(["User.ReadWrite.All"]))).status).toBe(201);
  });

  it("refuses members with the words that clients take the id from", async () => {
    const { tenantId } = contoso.tenant;
    const bea = await contoso.member("bea");
    const changes = { otherMails: ["bea@private.example" as EmailAddress] };
    accepted(await updateUser(machine, byOperator, { tenantId, userId: bea.userId, changes }));
    const refused = await invite({ invitedUserEmailAddress: "bea@private.example" });
    expectRefusal(refused, 400, "BadRequest");
    const { message, details } = refused.body.error;
    expect(/: ([^.]+)\./.exec(message)?.[1]).toBe(bea.userId);
    expect(details[0].target).toBe(bea.userId);
    accepted(
      await updateUser(machine, byOperator, {
        tenantId,
        userId: bea.userId,
        changes: { accountEnabled: false },
      }),
    );
    const blocked = await invite({ invitedUserEmailAddress: "bea@private.example" });
    expect(blocked.body.error.message).toMatch(
      /: [0-9a-f-]{36}, but the account is blocked from signing in\./,
    );

    const converted = await invite(
      { invitedUserEmailAddress: "bea@private.example", invitedUser: { id: bea.userId } },
      adminToken,
    );
    expect(converted.status).toBe(201);
    expect(converted.body.invitedUser.id).toBe(bea.userId);
    expect((await findUser(machine.database, tenantId, bea.userId))?.isExternal).toBe(true);
  });

  it.each<[string, Record<string, unknown>, number, string, string | undefined]>([
    [
      "an own domain",
      { invitedUserEmailAddress: "new@contoso.example" },
      400,
      "BadRequest",
      "This user cannot be invited because the domain of the user's email address is a verified domain of this directory.",
    ],
    ["no address", { invitedUserEmailAddress: null }, 400, "BadRequest", undefined],
    ["a broken address", { invitedUserEmailAddress: "ana@@fabrikam" }, 400, "BadRequest", undefined],
    ["no redirect address", { inviteRedirectUrl: "" }, 400, "BadRequest", undefined],
    [
      "a script as redirect address",
      { inviteRedirectUrl: "javascript:alert(1)" },
      400,
      "BadRequest",
      undefined,
    ],
    [
      "a message that is too long",
      { invitedUserMessageInfo: { customizedMessageBody: "x".repeat(5001) } },
      400,
      "BadRequest",
      "The customized message body is too long.",
    ],
    [
      "a reset of nobody",
      { resetRedemption: true },
      400,
      "BadRequest",
      "invitedUser with an id is required when resetRedemption is true.",
    ],
    [
      "a user who is not there",
      { resetRedemption: true, invitedUser: { id: "00000000-0000-4000-8000-000000000001" } },
      404,
      "Request_ResourceNotFound",
      undefined,
    ],
    [
      "a sponsor who is not there",
      { invitedUserSponsors: [{ id: "00000000-0000-4000-8000-000000000001" }] },
      404,
      "Request_ResourceNotFound",
      undefined,
    ],
    [
      "an unknown property",
      { invitedToGroups: [] },
      400,
      "Request_BadRequest",
      "Invalid property 'invitedToGroups'.",
    ],
    [
      "an unknown property inside",
      { invitedUserMessageInfo: { color: "red" } },
      400,
      "Request_BadRequest",
      "Invalid property 'invitedUserMessageInfo/color'.",
    ],
    ["a value of a wrong type", { sendInvitationMessage: "yes" }, 400, "Request_BadRequest", undefined],
    ["an unknown user type", { invitedUserType: "Admin" }, 400, "Request_BadRequest", undefined],
  ])("refuses %s", async (_, changes, status, code, message) => {
    const answer = await invite(changes, adminToken);
    expectRefusal(answer, status, code, message);
  });
});
