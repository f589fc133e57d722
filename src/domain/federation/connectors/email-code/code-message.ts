import type { Language } from "../../../../foundation/language.ts";
import type { MailBlock } from "../../../../platform/mail/frame/mail-block.ts";
import type { MailBrand } from "../../../../platform/mail/frame/mail-brand.ts";
import { renderMail } from "../../../../platform/mail/frame/render-mail.ts";
import type { MailMessage } from "../../../../platform/mail/mail-content.ts";
import { fitSubject } from "../../../../platform/mail/words/fit-subject.ts";
import { chooseMailLanguage } from "../../../../platform/mail/words/mail-language.ts";
import { typedLine } from "../../../../platform/mail/words/typed-text.ts";
import { codeWords } from "./words/code-words.ts";

export interface CodeMessageInput {
  /** A language tag; English when there are no words for it. */
  readonly language: string;
  readonly code: string;
  /** The organisation at which the person signs in. */
  readonly organisationName: string;
  readonly brand: MailBrand;
  readonly applicationName?: string | undefined;
  readonly validMinutes: number;
  /** The place the code was asked for from, in words: browser and network address. */
  readonly requestedFrom?: string | undefined;
}

/** The mail that brings a one-time code. */
export function codeMessage(typed: CodeMessageInput): MailMessage {
  const input = { ...typed, language: chooseMailLanguage([typed.language]) };
  const w = codeWords(input.language);
  const { code, organisationName: organisation, validMinutes: minutes } = input;
  const target = typedLine(input.applicationName ?? organisation);
  const subject = fitSubject(
    input.language,
    (number, place) => w("subject", { code: number, target: place }).text,
    code,
    target,
  );
  const rendered = renderMail({
    language: input.language,
    subject,
    preheader: w("preheader", { code, minutes }),
    organisationName: organisation,
    brand: input.brand,
    blocks: codeBlocks(input),
    foot: w("why", { organisation }),
  });
  const fromName = w("from-name", { organisation }).text;
  return { fromName, subject, language: input.language, ...rendered };
}

function codeBlocks(input: CodeMessageInput & { readonly language: Language }): MailBlock[] {
  const w = codeWords(input.language);
  const { code, organisationName: organisation, applicationName: application, requestedFrom: place } = input;
  return [
    { kind: "code", code },
    {
      kind: "text",
      sentence:
        application === undefined
          ? w("for-organisation", { organisation })
          : w("for-application", { application, organisation }),
    },
    { kind: "text", sentence: w("enter", { minutes: input.validMinutes }) },
    ...(place ? ([{ kind: "text", sentence: w("place", { place }) }] as const) : []),
    { kind: "quiet", title: w("never-title"), sentence: w("never", { organisation }) },
    { kind: "quiet", title: w("unexpected-title"), sentence: w("unexpected") },
  ];
}
