import type { Language } from "../../../foundation/language.ts";
import type { MailBlock } from "../../../platform/mail/frame/mail-block.ts";
import type { MailBrand } from "../../../platform/mail/frame/mail-brand.ts";
import { renderMail } from "../../../platform/mail/frame/render-mail.ts";
import type { MailMessage } from "../../../platform/mail/mail-content.ts";
import { fitSubject } from "../../../platform/mail/words/fit-subject.ts";
import { chooseMailLanguage } from "../../../platform/mail/words/mail-language.ts";
import { mailMoment } from "../../../platform/mail/words/mail-moment.ts";
import { typedLine } from "../../../platform/mail/words/typed-text.ts";
import type { AskingPerson } from "../rules/sign-up-request.ts";
import { approvalWords } from "./words/approval-words.ts";

export interface RequestMessageInput {
  /** Language tags, best first. */
  readonly languages: readonly (string | undefined)[];
  readonly organisationName: string;
  readonly organisationDomain: string;
  /** What the mail takes over from the organisation in a language. */
  readonly brandIn: (language: Language) => MailBrand;
  readonly applicationName: string;
  readonly asking: Pick<AskingPerson, "displayName" | "address" | "answers">;
  /** The organisation or provider that vouches for the address; undefined for a mailed code. */
  readonly provenBy: string | undefined;
  readonly decideUrl: string;
  readonly expiresAt: Date;
}

/** The mail that asks an approver to decide. */
export function requestMessage(input: RequestMessageInput): MailMessage {
  const language = chooseMailLanguage(input.languages);
  const w = approvalWords(language);
  const { organisationName: organisation, asking, decideUrl } = input;
  const date = mailMoment(language, input.expiresAt);
  const person = typedLine(asking.displayName);
  const subject = fitSubject(
    language,
    (name, application) => w("request-subject", { person: name, application }).text,
    person,
    typedLine(input.applicationName),
  );
  const rendered = renderMail({
    ...{ language, subject },
    preheader: w("request-preheader", { date }),
    organisationName: organisation,
    organisationDomain: input.organisationDomain,
    brand: input.brandIn(language),
    blocks: [
      { kind: "heading", sentence: w("request-subject", { person, application: input.applicationName }) },
      ...whoAsks(input, w),
      { kind: "button", label: w("decide"), url: decideUrl },
      {
        kind: "link",
        label: w("decide-link-beside"),
        textLabel: w("decide-link-alone"),
        url: decideUrl,
      },
      { kind: "text", sentence: w("decide-until", { date }) },
      { kind: "quiet", title: w("unsure-title"), sentence: w("unsure", { organisation, person }) },
    ],
    foot: w("request-why", { organisation, host: new URL(decideUrl).host }),
  });
  return { fromName: w("from-name", { organisation }).text, subject, language, ...rendered };
}

function whoAsks(
  { asking, organisationName: organisation, applicationName: application, provenBy }: RequestMessageInput,
  w: ReturnType<typeof approvalWords>,
): MailBlock[] {
  const { displayName: person, address, answers } = asking;
  const message = answers.map(({ label, answer }) => `${label}: ${answer}`).join("\n");
  return [
    { kind: "text", sentence: w("request-intro", { person, address, organisation, application }) },
    {
      kind: "text",
      sentence:
        provenBy === undefined ? w("proven-by-code") : w("proven-by-organisation", { proof: provenBy }),
    },
    ...(message === "" ? [] : [{ kind: "quotation", label: w("answers", { person }), message } as const]),
  ];
}
