import { codeMessage } from "../../src/domain/federation/connectors/email-code/code-message.ts";
import { invitationMessage } from "../../src/domain/invitations/invitation-message.ts";
import { factorMessage } from "../../src/domain/second-factor/factor-message.ts";
import { decisionMessage } from "../../src/domain/signup/approval/decision-message.ts";
import { requestMessage } from "../../src/domain/signup/approval/request-message.ts";
import type { EmailAddress } from "../../src/foundation/email-address.ts";
import { picture } from "./picture.ts";

const invitation = {
  inviterName: "Ana Lund",
  inviterEmail: "ana.lund@contoso.example",
  organisationName: "Contoso",
  organisationDomain: "contoso.example",
  applicationName: "Tender Room",
  redirectUrl: "https://tender.contoso.example/start",
  redeemUrl: "https://guests.contoso.example/redeem/3fQk2vXxk1m9w8q7z6y5x4w3v2u1t0s9aBcDeFgHiJk",
  messageBody: "Hi Bert,\n\nthe documents for the bridge are <ready> & waiting.\nSee you on Monday!",
  expiresAt: new Date("2027-03-03T14:32:00Z"),
  recipientName: "Bert Vogel",
  contactEmail: "it@contoso.example",
  brand: {},
};

const approval = {
  organisationName: "Contoso",
  organisationDomain: "contoso.example",
  applicationName: "Tender Room",
  brandIn: () => ({}),
};
const asked = {
  ...approval,
  asking: {
    displayName: "Vera Lind",
    address: "vera@peer.example" as EmailAddress,
    answers: [
      { label: "City", answer: "Ghent" },
      { label: "What you offer", answer: "Bridges, Roads" },
    ],
  },
  provenBy: "Peer Industries",
  decideUrl: "https://guests.contoso.example/approvals/5ed7692b-873a-4f4a-b66f-bbecff2bf6f6?tenant=c0a5",
  expiresAt: new Date("2027-03-31T09:15:00Z"),
};
const decided = {
  ...approval,
  openUrl: "https://tender.contoso.example/start",
  publicUrl: "https://guests.contoso.example",
  contact: "it@contoso.example",
};
const changed = {
  ...decided,
  address: "bert@fabrikam.example",
  at: new Date("2027-03-03T14:32:00Z"),
};

/** The HTML part of every mail in its forms, by name. */
export function sampleMails(language: string): Record<string, string> {
  const code = { language, code: "12345678", organisationName: "Contoso", brand: {}, validMinutes: 30 };
  const bare = { inviterName: "Contoso", inviterEmail: undefined, applicationName: undefined };
  const silent = { messageBody: undefined, expiresAt: undefined, recipientName: undefined };
  const rightToLeft = { inviterName: "דנה כהן", messageBody: "שלום ברט, המסמכים מוכנים." };
  const logo = `data:image/png;base64,${picture(64, 64).toString("base64")}`;
  const branded = invitationMessage({
    ...invitation,
    brand: { accentColour: "#7a1f5c", logo: { source: "default/square-logo", isWide: false } },
    language,
  });
  return {
    "mail-invitation-branded": branded.html.replace("cid:logo@guesthouse", logo),
    "mail-invitation": invitationMessage({ ...invitation, language }).html,
    "mail-invitation-bare": invitationMessage({ ...invitation, ...bare, ...silent, language }).html,
    "mail-invitation-names": invitationMessage({ ...invitation, ...rightToLeft, language }).html,
    "mail-code": codeMessage({ ...code, applicationName: "Tender Room", requestedFrom: "203.0.113.7" }).html,
    ...Object.fromEntries(
      (["set-up", "removed", "reset"] as const).map((change) => [
        `mail-second-factor-${change}`,
        factorMessage({ ...changed, change, languages: [language] }).html,
      ]),
    ),
    "mail-approval-request": requestMessage({ ...asked, languages: [language] }).html,
    "mail-approval-approved": decisionMessage({
      ...decided,
      language,
      verdict: "approved",
      reason: undefined,
    }).html,
    "mail-approval-denied": decisionMessage({
      ...decided,
      language,
      verdict: "denied",
      reason: "Ask Ana Lund.",
    }).html,
    "mail-code-bare": codeMessage(code).html,
  };
}
