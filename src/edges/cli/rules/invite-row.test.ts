import { describe, expect, it } from "vitest";
import type { InviteHeadings } from "./invite-headings.ts";
import { isRowToSkip, readInviteRow } from "./invite-row.ts";

const own: InviteHeadings = {
  layout: "own",
  columns: ["email", undefined, "name", "sendMail", "lifetimeDays", "sponsors", "copies"],
  unused: ["department"],
};
const template: InviteHeadings = { layout: "template", columns: ["email", "sendMail"], unused: [] };

describe("a row", () => {
  it("is read by its headings, without the blanks around cells", () => {
    const cells = [
      " ana@fabrikam.example ",
      "Sales",
      "Ana Lund ",
      "No",
      "30",
      "mia@contoso.example; ivo@contoso.example",
      "",
    ];
    expect(readInviteRow(own, cells)).toEqual({
      ok: true,
      value: {
        email: "ana@fabrikam.example",
        name: "Ana Lund",
        message: undefined,
        language: undefined,
        redirectUrl: undefined,
        sponsors: ["mia@contoso.example", "ivo@contoso.example"],
        application: undefined,
        copies: [],
        sendMail: false,
        lifetimeDays: 30,
      },
    });
  });

  it("may end early, and may have empty cells too many", () => {
    expect(readInviteRow(own, ["ana@fabrikam.example"])).toMatchObject({ ok: true });
    expect(readInviteRow(template, ["ana@fabrikam.example", "true", "", " "])).toMatchObject({ ok: true });
    expect(readInviteRow(template, ["ana@fabrikam.example", "true", "hello"])).toEqual({
      ok: false,
      refusal: { code: "too-many-cells", count: 3, expected: 2 },
    });
  });

  it("with no word about mail means a mail, but in the template none", () => {
    expect(readInviteRow(own, ["a@b.example"])).toMatchObject({ value: { sendMail: undefined } });
    expect(readInviteRow(template, ["a@b.example", ""])).toMatchObject({ value: { sendMail: false } });
    expect(readInviteRow(template, ["a@b.example", "TRUE"])).toMatchObject({ value: { sendMail: true } });
    expect(readInviteRow(template, ["a@b.example", "perhaps"])).toMatchObject({
      refusal: { code: "send-mail-unclear", text: "perhaps" },
    });
  });

  it("says how long a link lives in whole days, or never", () => {
    const lifetime = (text: string) => readInviteRow(own, ["a@b.example", "", "", "", text]);
    expect(lifetime("never")).toMatchObject({ value: { lifetimeDays: null } });
    expect(lifetime("")).toMatchObject({ value: { lifetimeDays: undefined } });
    for (const text of ["-1", "1.5", "soon", "1e3"])
      expect(lifetime(text)).toMatchObject({ refusal: { code: "lifetime-unclear" } });
  });
});

it("skips what spreadsheets leave behind and the template's example", () => {
  expect(isRowToSkip([""])).toBe(true);
  expect(isRowToSkip([" ", "", ""])).toBe(true);
  expect(isRowToSkip(["Example: chris@contoso.com", "https://x.example"])).toBe(true);
  expect(isRowToSkip(["example@fabrikam.example"])).toBe(false);
  expect(isRowToSkip(["", "Ana"])).toBe(false);
});
