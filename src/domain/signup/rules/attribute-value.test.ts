import { describe, expect, it } from "vitest";
import { readGivenValue, readTypedValue } from "./attribute-value.ts";
import type { AttributeType } from "./sign-up-attribute.ts";

const typed = (dataType: AttributeType, ...texts: string[]) =>
  readTypedValue({ attributeId: "extension_0_Any", dataType }, texts);
const given = (dataType: AttributeType, value: unknown) =>
  readGivenValue({ attributeId: "extension_0_Any", dataType }, value);

describe("a value that a person types", () => {
  it.each<[AttributeType, string[], unknown]>([
    ["text", ["Böblingen"], "Böblingen"],
    ["text", ["tea", "coffee"], "tea,coffee"],
    ["texts", ["tea", "coffee"], ["tea", "coffee"]],
    ["flag", ["true"], true],
    ["flag", ["false"], false],
    ["number", [" 42 "], 42],
    ["number", ["-7"], -7],
    ["number", ["٤٢"], 42],
    ["moment", ["2026-02-28"], "2026-02-28T00:00:00Z"],
    ["moment", ["۲۰۲۶-۰۲-۲۸"], "2026-02-28T00:00:00Z"],
    ["moment", ["2026-02-28T12:30:00+02:00"], "2026-02-28T10:30:00Z"],
  ])("of the type %s: %j", (type, texts, value) => {
    expect(typed(type, ...texts)).toEqual({ ok: true, value });
  });

  it.each<[AttributeType, string, string]>([
    ["text", "two\nlines", "not-one-line"],
    ["text", "turned\u202eround", "not-one-line"],
    ["text", "x".repeat(1025), "too-long"],
    ["number", "4.5", "not-a-number"],
    ["number", "1e3", "not-a-number"],
    ["number", "9007199254740993", "not-a-number"],
    ["number", "", "not-a-number"],
    ["moment", "2026-02-30", "not-a-date"],
    ["moment", "yesterday", "not-a-date"],
    ["flag", "perhaps", "not-yes-or-no"],
  ])("of the type %s is refused: %j", (type, text, code) => {
    expect(typed(type, text)).toEqual({ ok: false, refusal: { code } });
  });

  it("of a built-in attribute is as long as the property of the user may be", () => {
    const postalCode = { attributeId: "PostalCode", dataType: "text" } as const;
    expect(readTypedValue(postalCode, ["x".repeat(40)]).ok).toBe(true);
    expect(readTypedValue(postalCode, ["x".repeat(41)]).ok).toBe(false);
  });
});

describe("a value that a program gives", () => {
  it("must be of the type already", () => {
    expect(given("number", 7)).toEqual({ ok: true, value: 7 });
    expect(given("number", "7")).toBeUndefined();
    expect(given("flag", "true")).toBeUndefined();
    expect(given("texts", ["a", 1])).toBeUndefined();
    expect(given("text", 7)).toBeUndefined();
    expect(given("number", 0.5)).toEqual({ ok: false, refusal: { code: "not-a-number" } });
    expect(given("moment", "2026-13-01")).toEqual({ ok: false, refusal: { code: "not-a-date" } });
  });
});
