import { describe, expect, it } from "vitest";
import { parseXml } from "./parse-xml.ts";
import { writeXml } from "./write-xml.ts";

describe("XML that is written", () => {
  it("keeps the order of children, and leaves out what has no value", () => {
    const xml = writeXml("a:Top", {
      $: { "xmlns:a": "urn:a", No: undefined },
      "a:Second": ["1", "2"],
      "a:First": { $: { Name: "n" }, _: "text" },
      "a:None": undefined,
    });
    expect(xml).toBe(
      '<a:Top xmlns:a="urn:a"><a:Second>1</a:Second><a:Second>2</a:Second><a:First Name="n">text</a:First></a:Top>',
    );
  });

  it.each([
    "<script>alert(1)</script>",
    '"><!-- --><evil x="',
    "]]>&amp;&#0;",
    " blanks, \ttabs and\nlines ",
    "O'Neill & Söhne 🏠",
  ])("holds %j as text, whole", async (text) => {
    const read = (await parseXml(writeXml("Top", { $: { Name: text }, Value: text }))) as {
      Top: { $: { Name: string }; Value: { _: string }[] };
    };
    expect(read.Top.$.Name).toBe(text);
    expect(read.Top.Value[0]?._).toBe(text);
  });

  it("replaces characters that XML cannot hold", () => {
    expect(writeXml("Top", { Value: "a\u0000b\u0008c\uD800d\uFFFEe" })).toBe(
      "<Top><Value>a\uFFFDb\uFFFDc\uFFFDd\uFFFDe</Value></Top>",
    );
  });
});
