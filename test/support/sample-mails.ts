import { codeMessage } from "../../src/domain/federation/connectors/email-code/code-message.ts";
import { invitationMessage } from "../../src/domain/invitations/invitation-message.ts";
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
    "mail-code-bare": codeMessage(code).html,
  };
}
