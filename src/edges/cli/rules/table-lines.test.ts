import { expect, it } from "vitest";
import { tableLines } from "./table-lines.ts";

it("puts columns below each other, also for names that are wide or combined", () => {
  expect(
    tableLines([
      ["Name", "Kind"],
      ["山田 幸", "guest"],
      ["Zoe\u0308", "guest"],
    ]),
  ).toEqual(["Name     Kind", "山田 幸  guest", "Zoe\u0308      guest"]);
});

it("lets nobody command the terminal by their name", () => {
  const [line] = tableLines([["Eve\u001b[2J\u001b]0;owned\u0007", "a\nb", "\u202egpj.exe"]]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what must not be there
  expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
  expect(line).toContain("Eve");
});
