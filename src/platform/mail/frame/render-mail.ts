import { type MailLanguage, mailDirections } from "../words/mail-language.ts";
import type { Sentence } from "../words/mail-words.ts";
import { escaped, isolated, typedLine, typedLines } from "../words/typed-text.ts";
import type { MailBlock } from "./mail-block.ts";
import { mailFrame } from "./mail-frame.ts";

export interface MailToRender {
  readonly language: MailLanguage;
  readonly subject: string;
  /** What mail programs show after the subject in their list. */
  readonly preheader: Sentence;
  readonly organisationName: string;
  readonly organisationDomain?: string | undefined;
  readonly blocks: readonly MailBlock[];
  /** Who sent this mail and why. */
  readonly foot: Sentence;
}

/** Both forms of a mail, made from the same blocks in the same order. */
export function renderMail(mail: MailToRender): { readonly html: string; readonly text: string } {
  return { html: renderHtml(mail), text: renderText(mail) };
}

function renderHtml(mail: MailToRender): string {
  const domain = mail.organisationDomain && ` · <bdi>${escaped(typedLine(mail.organisationDomain))}</bdi>`;
  const { before, blocks, between, after } = mailFrame;
  return [
    before({
      language: mail.language,
      direction: mailDirections[mail.language],
      title: escaped(mail.subject),
      preheader: mail.preheader.html,
      organisation: escaped(typedLine(mail.organisationName)),
      domain: domain ?? "",
    }),
    ...mail.blocks.map((block) => blocks[block.kind](htmlValues(block))),
    between({}),
    blocks.foot({ sentence: mail.foot.html }),
    after({}),
  ].join("");
}

function htmlValues(block: MailBlock): Record<string, string> {
  switch (block.kind) {
    case "heading":
    case "text":
      return { sentence: block.sentence.html };
    case "quotation":
      return {
        label: block.label.html,
        message: escaped(typedLines(block.message)).replaceAll("\n", "<br />"),
      };
    case "button":
      return { label: block.label.html, url: escaped(block.url) };
    case "link":
      return { label: block.label.html, url: escaped(block.url), shown: escaped(block.url) };
    case "code":
      return { code: escaped(block.code) };
    case "quiet":
      return { title: block.title.html, sentence: block.sentence.html };
  }
}

function renderText(mail: MailToRender): string {
  const paragraphs = mail.blocks.map(textOf).filter((paragraph) => paragraph !== "");
  // "-- " sets a signature apart (RFC 3676 section 4.3).
  return `${paragraphs.join("\n\n")}\n\n-- \n${mail.foot.text}\n`;
}

function textOf(block: MailBlock): string {
  switch (block.kind) {
    case "heading":
    case "text":
      return block.sentence.text;
    case "quotation": {
      const lines = typedLines(block.message).split("\n");
      return `${block.label.text}\n${lines.map((line) => (line === "" ? ">" : `> ${isolated(line)}`)).join("\n")}`;
    }
    case "button":
      return "";
    case "link":
      return `${block.textLabel.text}\n${block.url}`;
    case "code":
      return block.code;
    case "quiet":
      return `${block.title.text} ${block.sentence.text}`;
  }
}
