import type { Language } from "../../../foundation/language.ts";
import type { MailBlock } from "../../../platform/mail/frame/mail-block.ts";
import type { MailBrand } from "../../../platform/mail/frame/mail-brand.ts";
import { renderMail } from "../../../platform/mail/frame/render-mail.ts";
import type { MailMessage } from "../../../platform/mail/mail-content.ts";
import { fitSubject } from "../../../platform/mail/words/fit-subject.ts";
import { chooseMailLanguage } from "../../../platform/mail/words/mail-language.ts";
import { typedLine } from "../../../platform/mail/words/typed-text.ts";
import { approvalWords } from "./words/approval-words.ts";

export interface DecisionMessageInput {
  readonly verdict: "approved" | "denied";
  /** The words of whoever decided; text, whatever they contain. */
  readonly reason: string | undefined;
  /** A language tag; English when there are no words for it. */
  readonly language: string;
  readonly organisationName: string;
  readonly organisationDomain: string;
  /** What the mail takes over from the organisation in a language. */
  readonly brandIn: (language: Language) => MailBrand;
  readonly applicationName: string;
  /** Where the person goes once approved. */
  readonly openUrl: string;
  /** Where Guesthouse is. */
  readonly publicUrl: string;
  /** Whom guests of the organisation write to. */
  readonly contact: string | undefined;
}

/** The mail that tells a person what was decided about their request. */
export function decisionMessage(input: DecisionMessageInput): MailMessage {
  const language = chooseMailLanguage([input.language]);
  const w = approvalWords(language);
  const { verdict, organisationName: organisation, applicationName: application } = input;
  const subjectKey = `${verdict}-subject` as const;
  const rendered = renderMail({
    language,
    subject: subjectOf(language, w, subjectKey, input),
    preheader: verdict === "approved" ? w("approved-preheader", { application }) : w("denied-preheader"),
    organisationName: organisation,
    organisationDomain: input.organisationDomain,
    brand: input.brandIn(language),
    blocks: [
      { kind: "heading", sentence: w(subjectKey, { organisation, application }) },
      { kind: "text", sentence: w(`${verdict}-intro`, { organisation, application }) },
      ...(input.reason === undefined
        ? []
        : [
            {
              kind: "quotation",
              label: w("reason-label", { organisation }),
              message: input.reason,
            } as const,
          ]),
      ...(verdict === "approved" ? wayIn(input, w) : [whatNow(input, w)]),
    ],
    foot: w("decision-why", { organisation, host: new URL(input.publicUrl).host }),
  });
  return {
    fromName: w("from-name", { organisation }).text,
    subject: subjectOf(language, w, subjectKey, input),
    language,
    ...rendered,
  };
}

type Words = ReturnType<typeof approvalWords>;

function subjectOf(
  language: Language,
  w: Words,
  key: `${DecisionMessageInput["verdict"]}-subject`,
  { organisationName, applicationName }: DecisionMessageInput,
): string {
  return fitSubject(
    language,
    (organisation, application) => w(key, { organisation, application }).text,
    typedLine(organisationName),
    typedLine(applicationName),
  );
}

function wayIn({ applicationName: application, openUrl }: DecisionMessageInput, w: Words): MailBlock[] {
  return [
    { kind: "button", label: w("open", { application }), url: openUrl },
    {
      kind: "link",
      label: w("open-link-beside"),
      textLabel: w("open-link-alone", { application }),
      url: openUrl,
    },
    { kind: "text", sentence: w("sign-in") },
  ];
}

function whatNow({ contact }: DecisionMessageInput, w: Words): MailBlock {
  return { kind: "text", sentence: contact ? w("denied-ask", { contact }) : w("denied-todo") };
}
