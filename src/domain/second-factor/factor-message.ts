import type { Language } from "../../foundation/language.ts";
import type { MailBrand } from "../../platform/mail/frame/mail-brand.ts";
import { renderMail } from "../../platform/mail/frame/render-mail.ts";
import type { MailMessage } from "../../platform/mail/mail-content.ts";
import { fitSubject } from "../../platform/mail/words/fit-subject.ts";
import { chooseMailLanguage } from "../../platform/mail/words/mail-language.ts";
import { mailMoment } from "../../platform/mail/words/mail-moment.ts";
import { typedLine } from "../../platform/mail/words/typed-text.ts";
import { factorWords } from "./words/factor-words.ts";

/** What became of somebody's authenticator app; `reset`: by an administrator. */
export type FactorChange = "set-up" | "removed" | "reset";

export interface FactorMessageInput {
  readonly change: FactorChange;
  /** Language tags, best first; English when there are no words for any. */
  readonly languages: readonly (string | undefined)[];
  /** By which the person is known there. */
  readonly address: string;
  readonly organisationName: string;
  readonly organisationDomain: string;
  /** What the mail takes over from the organisation in a language. */
  readonly brandIn: (language: Language) => MailBrand;
  /** Whom guests of the organisation write to. */
  readonly contact: string | undefined;
  readonly at: Date;
}

/** The mail that tells a person that the way they sign in has changed. It has no link: nothing is asked of them. */
export function factorMessage(input: FactorMessageInput): MailMessage {
  const language = chooseMailLanguage(input.languages);
  const w = factorWords(language);
  const { change, organisationName: organisation, address, contact } = input;
  const subjectKey = `${change}-subject` as const;
  const subject = fitSubject(
    language,
    (name) => w(subjectKey, { organisation: name }).text,
    typedLine(organisation),
    "",
  );
  const date = mailMoment(language, input.at);
  const rendered = renderMail({
    language,
    subject,
    preheader: w("preheader"),
    organisationName: organisation,
    organisationDomain: input.organisationDomain,
    brand: input.brandIn(language),
    blocks: [
      { kind: "heading", sentence: w(subjectKey, { organisation }) },
      { kind: "text", sentence: w(`${change}-intro`, { organisation, address, date }) },
      { kind: "text", sentence: w(`${change}-next`) },
      {
        kind: "quiet",
        title: w("not-you-title"),
        sentence: contact ? w("not-you-write", { contact }) : w("not-you-tell", { organisation }),
      },
    ],
    foot: w("why", { organisation }),
  });
  return { fromName: w("from-name", { organisation }).text, subject, language, ...rendered };
}
