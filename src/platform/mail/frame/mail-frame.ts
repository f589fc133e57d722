import { readFileSync } from "node:fs";
import type { MailBlock } from "./mail-block.ts";

/** A piece of HTML with places to fill in. */
export type Template = (values: Readonly<Record<string, string>>) => string;

/** The compiled frame taken apart: what stands around the blocks, and a template for each kind of block. */
export interface MailFrame {
  readonly before: Template;
  readonly blocks: Readonly<Record<MailBlock["kind"] | "foot", Template>>;
  readonly between: Template;
  readonly after: Template;
}

const blockKinds = ["heading", "text", "quotation", "button", "link", "code", "quiet", "foot"] as const;
const place = /\[\[(\w+)\]\]/;

/** The frame of all mails, made from mail-frame.mjml by scripts/make-mail-frame.ts. */
export const mailFrame: MailFrame = takeApart(
  readFileSync(new URL("mail-frame.html", import.meta.url), "utf8"),
);

function takeApart(html: string): MailFrame {
  const pieces = blockKinds.map((kind) => {
    const begin = `[[begin:${kind}]]`;
    const end = `[[end:${kind}]]`;
    return [kind, html.slice(html.indexOf(begin) + begin.length, html.indexOf(end))] as const;
  });
  return {
    before: template(html.slice(0, html.indexOf("[[begin:heading]]"))),
    blocks: Object.fromEntries(pieces.map(([kind, piece]) => [kind, template(piece)])) as MailFrame["blocks"],
    between: template(
      html.slice(html.indexOf("[[end:quiet]]") + "[[end:quiet]]".length, html.indexOf("[[begin:foot]]")),
    ),
    after: template(html.slice(html.indexOf("[[end:foot]]") + "[[end:foot]]".length)),
  };
}

/** Values are put in once and never looked at again, so that a typed `[[url]]` stays what it is. */
function template(html: string): Template {
  // Split by a pattern with one group: texts and names of places alternate.
  const parts = html.split(place);
  return (values) => parts.map((part, index) => (index % 2 === 0 ? part : filled(values, part))).join("");
}

function filled(values: Readonly<Record<string, string>>, name: string): string {
  const value = values[name];
  if (value === undefined)
    throw new Error(`the frame of the mails has a place "${name}" that was not filled`);
  return value;
}
