import { describe, expect, it } from "vitest";
import { languages } from "../../../../foundation/language.ts";
import { codeMessage } from "./code-message.ts";

const input = {
  language: "en",
  code: "01234567",
  organisationName: "Contoso",
  brand: {},
  applicationName: "Tender Room",
  validMinutes: 30,
  requestedFrom: "Firefox, 203.0.113.7",
};

describe.each(languages)("the code mail in %s", (language) => {
  const message = codeMessage({ ...input, language });

  it("has the code at the beginning of subject and text", () => {
    expect(message.subject).toMatch(/^01234567/);
    expect([...message.subject].length).toBeLessThanOrEqual(60);
    expect(message.text.split("\n")[0]).toBe("01234567");
    expect(message.html).toContain(">01234567</td>");
  });

  it("says which application, organisation and place asked, and how long it is valid", () => {
    for (const part of [message.html, message.text]) {
      expect(part).toContain("Tender Room");
      expect(part).toContain("Contoso");
      expect(part).toContain("Firefox, 203.0.113.7");
      expect(part).toMatch(/\b30\b/);
    }
  });

  it("carries no link: there is nothing to click", () => {
    expect(message.html).not.toMatch(/<a\s/);
    expect(message.text).not.toMatch(/https?:/);
  });

  it("manages without an application and a place", () => {
    const bare = codeMessage({
      language,
      code: "01234567",
      organisationName: "Contoso",
      brand: {},
      validMinutes: 1,
    });
    expect(bare.subject).toContain("Contoso");
    expect(bare.text).not.toContain("Tender Room");
    expect(bare.text).not.toContain("undefined");
  });
});

describe("the code mail", () => {
  it("speaks of one minute and of several", () => {
    expect(codeMessage({ ...input, validMinutes: 1 }).text).toContain("within 1 minute.");
    expect(codeMessage({ ...input, validMinutes: 30 }).text).toContain("within 30 minutes.");
  });

  it("shows names as text", () => {
    const message = codeMessage({ ...input, applicationName: "<b>A</b> & B", requestedFrom: "<i>x</i>" });
    expect(message.html).not.toMatch(/<b>A|<i>x/);
    expect(message.text).toContain("<b>A</b> & B");
  });
});
