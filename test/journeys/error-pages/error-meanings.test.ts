import { describe, expect, it } from "vitest";
import { remedyOf } from "../../../src/edges/oidc/remedy-of-number.ts";
import { protocolErrorTable } from "../../../src/edges/oidc/rules/protocol-error-table.ts";
import { words } from "../../../src/edges/pages/words/words.ts";
import { signInErrors } from "../../../src/edges/shared/sign-in-errors.ts";
import { languages } from "../../../src/foundation/language.ts";
import { testHouse } from "../../support/test-house.ts";
import { textOf } from "../../support/visitor.ts";

const house = await testHouse();
const rows = [
  ...Object.values(protocolErrorTable).map(({ number, text }) => ({ number, text })),
  ...Object.values(signInErrors).map(({ number, description }) => ({ number, text: description })),
];
const numbers = [...new Set(rows.map(({ number }) => number))];

describe("the page of an error's number", () => {
  it.each(languages)("says in %s what each number means and what to do", async (language) => {
    const visitor = house.visitor();
    for (const number of numbers) {
      const page = await visitor.get(`/error?code=${number}&ui_locales=${language}`);
      const shown = textOf(page);
      const remedy = remedyOf(number);
      expect(page.status, `${number}`).toBe(200);
      expect(remedy, `${number} has a remedy`).toBeDefined();
      if (remedy) expect(shown, `${number}`).toContain(words(language)(`meaning.remedy.${remedy}`));
      for (const { text } of rows.filter((row) => row.number === number))
        expect(shown, `${number}`).toContain(text.split(/:? ?'?\{detail\}/)[0]);
      expect(shown).not.toMatch(/\{detail\}|:\.|''/);
    }
  });

  it("knows nothing about other numbers", async () => {
    const page = await house.visitor().get("/error?code=12345");
    expect(textOf(page)).toContain("Guesthouse has no error of this number.");
  });
});
