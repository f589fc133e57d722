import { expect, it } from "vitest";
import { isVersionRow, readHeadings } from "./invite-headings.ts";

it("reads the template by its bracketed names, whatever the words around them", () => {
  const headings = readHeadings([
    "Email address to invite [inviteeEmail] Required",
    "Weiterleitungs-URL [inviteRedirectURL] Erforderlich",
    "Send invitation message (true or false) [sendEmail]",
    "Customized invitation message [customizedMessageBody]",
  ]);
  expect(headings).toEqual({
    ok: true,
    value: { layout: "template", columns: ["email", "redirectUrl", "sendMail", "message"], unused: [] },
  });
});

it("reads its own header in any order, case and spelling, and leaves aside what it does not know", () => {
  const headings = readHeadings([
    "Redirect URL",
    " E-Mail ",
    "display_name",
    "Department",
    "",
    "lifetime-days",
  ]);
  expect(headings).toEqual({
    ok: true,
    value: {
      layout: "own",
      columns: ["redirectUrl", "email", "name", undefined, undefined, "lifetimeDays"],
      unused: ["Department"],
    },
  });
});

it("takes no property of every object for a column", () => {
  expect(readHeadings(["email", "constructor", "__proto__"])).toMatchObject({
    value: { columns: ["email", undefined, undefined], unused: ["constructor", "__proto__"] },
  });
});

it("refuses a header without addresses, and one in which a column stands twice", () => {
  expect(readHeadings(["ana@fabrikam.example", "Ana"])).toEqual({
    ok: false,
    refusal: { code: "email-column-missing" },
  });
  expect(readHeadings(["email", "name", "mail"])).toEqual({
    ok: false,
    refusal: { code: "column-twice", heading: "mail" },
  });
});

it("knows the template's version row from a row of headings", () => {
  expect(isVersionRow(["version:v1.0", "", ""])).toBe(true);
  expect(isVersionRow(["Version:v1.0"])).toBe(true);
  expect(isVersionRow(["email", "version:v1.0"])).toBe(false);
});
