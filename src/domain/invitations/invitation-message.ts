import type { Language } from "../../foundation/language.ts";
import type { MailBlock } from "../../platform/mail/frame/mail-block.ts";
import type { MailBrand } from "../../platform/mail/frame/mail-brand.ts";
import { renderMail } from "../../platform/mail/frame/render-mail.ts";
import type { MailMessage } from "../../platform/mail/mail-content.ts";
import { fitSubject } from "../../platform/mail/words/fit-subject.ts";
import { chooseMailLanguage } from "../../platform/mail/words/mail-language.ts";
import { mailMoment } from "../../platform/mail/words/mail-moment.ts";
import type { Sentence } from "../../platform/mail/words/mail-words.ts";
import { typedLine } from "../../platform/mail/words/typed-text.ts";
import { invitationWords } from "./words/invitation-words.ts";

export interface InvitationMessageInput {
  /** A language tag; English when there are no words for it. */
  readonly language: string;
  /** The person who invites; the organisation's name when a program does. */
  readonly inviterName: string;
  readonly inviterEmail?: string | undefined;
  readonly organisationName: string;
  readonly organisationDomain: string;
  readonly brand: MailBrand;
  /** The application the invitation leads to, when it is one that is known by name. */
  readonly applicationName?: string | undefined;
  readonly redirectUrl: string;
  /** The inviter's own words; text, whatever it contains. */
  readonly messageBody?: string | undefined;
  readonly redeemUrl: string;
  /** Undefined when the invitation does not end. */
  readonly expiresAt: Date | undefined;
  readonly recipientName?: string | undefined;
  /** Whom to ask in the organisation; the inviter when absent. */
  readonly contactEmail?: string | undefined;
  readonly timeZone?: string | undefined;
}

type Input = InvitationMessageInput & { readonly language: Language };

/** The mail that invites a guest. */
export function invitationMessage(typed: InvitationMessageInput): MailMessage {
  const input = { ...typed, language: chooseMailLanguage([typed.language]) };
  const w = invitationWords(input.language);
  const subject = invitationSubject(input);
  const inviter = input.inviterName;
  const organisation = input.organisationName;
  const host = new URL(input.redeemUrl).host;
  const foot = invitesAsOrganisation(input)
    ? w("why-organisation", { organisation, host })
    : w("why", { organisation, inviter, host });
  const rendered = renderMail({
    language: input.language,
    subject,
    preheader: w("preheader", { organisation, domain: input.organisationDomain }),
    organisationName: organisation,
    organisationDomain: input.organisationDomain,
    brand: input.brand,
    blocks: invitationBlocks(input),
    foot,
  });
  const fromName = w("from-name", { organisation }).text;
  return { fromName, subject, language: input.language, ...rendered };
}

/** Who invites to what, in a few words; cut to length for the subject, whole in the heading. */
function invitationSubject(input: Input): string {
  const w = invitationWords(input.language);
  const { inviter, target, key } = headline(input);
  if (key === "subject-no-target")
    return fitSubject(input.language, (name) => w(key, { inviter: name }).text, inviter, "");
  return fitSubject(
    input.language,
    (name, place) => w(key, { inviter: name, target: place }).text,
    inviter,
    target,
  );
}

function invitationHeading(input: Input): Sentence {
  const w = invitationWords(input.language);
  const { inviter, target, key } = headline(input);
  return key === "subject-no-target" ? w(key, { inviter }) : w(key, { inviter, target });
}

function headline(input: Input) {
  const inviter = typedLine(input.inviterName);
  const target = typedLine(input.applicationName ?? input.organisationName);
  if (inviter === target) return { inviter, target, key: "subject-no-target" } as const;
  return {
    inviter,
    target,
    key: invitesAsOrganisation(input) ? "subject-from-organisation" : "subject",
  } as const;
}

/** An application that invites has no person's name to give: the organisation speaks. */
function invitesAsOrganisation(input: Input): boolean {
  return input.inviterName === input.organisationName;
}

function invitationBlocks(input: Input): MailBlock[] {
  const w = invitationWords(input.language);
  const { redeemUrl, messageBody, recipientName } = input;
  const contact = input.contactEmail ?? input.inviterEmail;
  const end = input.expiresAt
    ? w("until", { date: mailMoment(input.language, input.expiresAt, input.timeZone) })
    : w("no-end");
  return [
    { kind: "heading", sentence: invitationHeading(input) },
    ...(recipientName
      ? ([{ kind: "text", sentence: w("greeting", { recipient: recipientName }) }] as const)
      : []),
    { kind: "text", sentence: introduction(input) },
    ...(messageBody?.trim() ? [quotation(input, messageBody)] : []),
    { kind: "button", label: w("accept"), url: redeemUrl },
    { kind: "link", label: w("link-beside-button"), textLabel: w("link-alone"), url: redeemUrl },
    { kind: "text", sentence: sideBySide(w("leads-to", { host: hostOf(input.redirectUrl) }), end) },
    {
      kind: "quiet",
      title: w("unexpected-title"),
      sentence: contact ? w("unexpected-ask", { contact }) : w("unexpected"),
    },
  ];
}

/** Who invites, and to what. */
function introduction(input: Input): Sentence {
  const w = invitationWords(input.language);
  const { inviterName: name, inviterEmail: address, applicationName: application } = input;
  const organisation = w("organisation", { name: input.organisationName, domain: input.organisationDomain });
  if (invitesAsOrganisation(input)) {
    return application === undefined
      ? w("intro-from-organisation", { organisation })
      : w("intro-from-organisation-to-application", { organisation, application });
  }
  const inviter =
    address === undefined ? w("inviter", { name }) : w("inviter-with-address", { name, address });
  return application === undefined
    ? w("intro", { inviter, organisation })
    : w("intro-to-application", { inviter, organisation, application });
}

function quotation(input: Input, message: string): MailBlock {
  const w = invitationWords(input.language);
  const label = invitesAsOrganisation(input)
    ? w("message-label-organisation", { organisation: input.organisationName })
    : w("message-label", { inviter: input.inviterName });
  return { kind: "quotation", label, message };
}

function sideBySide(first: Sentence, second: Sentence): Sentence {
  return { html: `${first.html}<br />${second.html}`, text: `${first.text}\n${second.text}` };
}

function hostOf(url: string): string {
  return URL.parse(url)?.host || url;
}
