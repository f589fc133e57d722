import { Builder } from "xml2js";

/** An element: its attributes under `$`, its text under `_`, its children by name in the order they are written. */
export interface XmlElement {
  readonly $?: Readonly<Record<string, string | undefined>>;
  readonly [child: string]: XmlContent | readonly XmlContent[] | undefined;
}

type XmlContent = string | XmlElement | Readonly<Record<string, string | undefined>>;

/** Writes one element as XML on one line, without a declaration. What has no value is left out; text is text. */
export function writeXml(name: string, element: XmlElement): string {
  const builder = new Builder({ headless: true, renderOpts: { pretty: false } });
  return builder.buildObject({ [name]: present(element) });
}

function present(content: unknown): unknown {
  if (typeof content === "string") return legalText(content);
  if (Array.isArray(content)) return content.map(present);
  return Object.fromEntries(
    Object.entries(content as Record<string, unknown>).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, present(value)]],
    ),
  );
}

/** XML 1.0 section 2.2: some characters cannot be written at all, not even as references. */
function legalText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\u{FFFD}");
}
