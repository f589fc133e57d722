import { type Language, languageFacts } from "../../../foundation/language.ts";
import { accentColours } from "../../colours/accent-colours.ts";
import type { MailPicture } from "../mail-content.ts";
import type { Sentence } from "../words/mail-words.ts";
import { escaped, isolated, typedLine, typedLines } from "../words/typed-text.ts";
import type { MailBlock } from "./mail-block.ts";
import type { MailBrand, MailLogo } from "./mail-brand.ts";
import { mailFrame } from "./mail-frame.ts";

export interface MailToRender {
  readonly language: Language;
  readonly subject: string;
  /** What mail programs show after the subject in their list. */
  readonly preheader: Sentence;
  readonly organisationName: string;
  readonly organisationDomain?: string | undefined;
  readonly brand: MailBrand;
  readonly blocks: readonly MailBlock[];
  /** Who sent this mail and why. */
  readonly foot: Sentence;
}

export interface RenderedMail {
  readonly html: string;
  readonly text: string;
  /** What the HTML shows; without them it is complete too. */
  readonly pictures: readonly MailPicture[];
}

const logoId = "logo@guesthouse";

/** Both forms of a mail, made from the same blocks in the same order. */
export function renderMail(mail: MailToRender): RenderedMail {
  const { logo } = mail.brand;
  const pictures = logo ? [{ contentId: logoId, source: logo.source }] : [];
  return { html: renderHtml(mail), text: renderText(mail), pictures };
}

function renderHtml(mail: MailToRender): string {
  const domain = mail.organisationDomain && ` · <bdi>${escaped(typedLine(mail.organisationDomain))}</bdi>`;
  const { before, blocks, between, after } = mailFrame;
  const { direction } = languageFacts[mail.language];
  // Mail programs do not all know `start`.
  const writing = { direction, start: direction === "rtl" ? "right" : "left" };
  const colours = colourValues(mail.brand);
  return [
    before({
      ...colours,
      ...writing,
      logo: logoTag(mail.brand.logo),
      language: mail.language,
      title: escaped(mail.subject),
      preheader: mail.preheader.html,
      organisation: escaped(typedLine(mail.organisationName)),
      domain: domain ?? "",
    }),
    ...mail.blocks.map((block) => blocks[block.kind]({ ...colours, ...writing, ...htmlValues(block) })),
    between(writing),
    blocks.foot({ ...writing, sentence: mail.foot.html }),
    after(writing),
  ].join("");
}

function colourValues({ accentColour }: MailBrand): Record<string, string> {
  const { light, dark } = accentColours(accentColour);
  return {
    accent: light.button,
    onAccent: light.onButton,
    link: light.link,
    darkAccent: dark.button,
    onDarkAccent: dark.onButton,
    darkLink: dark.link,
  };
}

/** The name stands beside it in words, so that the picture itself needs none. */
function logoTag(logo: MailLogo | undefined): string {
  if (logo === undefined) return "";
  const picture = (height: number) =>
    `<img class="logo" src="cid:${logoId}" alt="" height="${height}" style="height:${height}px;max-width:100%;vertical-align:middle;border:0">`;
  return logo.isWide ? `${picture(36)}<br>` : `${picture(32)}&nbsp; `;
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
  const paragraphs = mail.blocks
    .map((block) => textOf(mail.language, block))
    .filter((paragraph) => paragraph !== "");
  // "-- " sets a signature apart (RFC 3676 section 4.3).
  return `${paragraphs.join("\n\n")}\n\n-- \n${mail.foot.text}\n`;
}

function textOf(language: Language, block: MailBlock): string {
  switch (block.kind) {
    case "heading":
    case "text":
      return block.sentence.text;
    case "quotation": {
      const lines = typedLines(block.message).split("\n");
      return `${block.label.text}\n${lines.map((line) => (line === "" ? ">" : `> ${isolated(language, line)}`)).join("\n")}`;
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
