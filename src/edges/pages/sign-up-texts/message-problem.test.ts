import { describe, expect, it } from "vitest";
import { messageProblem, partsOfMessage } from "./message-problem.ts";

const greeting = partsOfMessage("{organisation} wants to know this before you use {application}.", "en");
const counting = partsOfMessage(
  "{count, plural, one {# entry needs your attention.} other {# entries need your attention.}}",
  "en",
);

describe("a text in place of a message", () => {
  it.each([
    "Hello",
    "Welcome to {organisation}",
    "{application} – {organisation}, {application}",
    "L'accès à {application}",
    '<b>bold</b> & "quoted"',
    "100 % {organisation}",
  ])("may be %s", (text) => {
    expect(messageProblem(text, "fr", greeting)).toBeUndefined();
  });

  it.each([
    ["{organization}", "text-parameter-unknown"],
    ["{organisation, plural, one {a b} other {c d}}", "text-parameter-unknown"],
    ["{organisation, number}", "text-not-a-message"],
    ["{organisation, date}", "text-not-a-message"],
    ["{organisation, select, a {b} other {c}}", "text-not-a-message"],
    ["{", "text-not-a-message"],
    ["}", "text-not-a-message"],
    ["{}", "text-not-a-message"],
    ["{organisation", "text-not-a-message"],
    // An apostrophe before a brace would show the brace.
    ["L'{organisation}", "text-not-a-message"],
    ["{count, plural, one {x}}", "text-not-a-message"],
    ["{__proto__}", "text-parameter-unknown"],
    ["{constructor}", "text-parameter-unknown"],
  ])("may not be %s: %s", (text, problem) => {
    expect(messageProblem(text, "fr", greeting)).toBe(problem);
  });

  it("counts where ours counts, in the plurals of the language", () => {
    for (const text of [
      "{count} fields",
      "{count, plural, one {# champ à revoir} other {# champs à revoir}}",
      "Look at the fields",
    ])
      expect(messageProblem(text, "fr", counting), text).toBeUndefined();
    expect(messageProblem("{count, plural, other {{name} more}}", "fr", counting)).toBe(
      "text-parameter-unknown",
    );
    expect(messageProblem("{count, plural, other {{count, select, other {a}}}}", "fr", counting)).toBe(
      "text-not-a-message",
    );
  });
});
