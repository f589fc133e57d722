import { describe, expect, it } from "vitest";
import { type PlainMessageKey, words } from "../../../src/edges/pages/words/words.ts";
import { languages } from "../../../src/foundation/language.ts";
import { authorizeAddress, clientsOf } from "../../support/house-applications.ts";
import { testHouse } from "../../support/test-house.ts";
import { textOf } from "../../support/visitor.ts";

const house = await testHouse();
const { contoso } = house;
const { web } = clientsOf(house);
const nobody = "00000000-0000-4000-8000-000000000001";

/** Requests that cannot be answered to an application, and the page a person sees instead. */
const shown: readonly [number, string, PlainMessageKey, PlainMessageKey][] = [
  [
    90002,
    authorizeAddress("nobody.example", web),
    "problem.unknown-organisation.title",
    "problem.application-owner",
  ],
  [
    700016,
    authorizeAddress(contoso.tenantId, { ...web, clientId: nobody }),
    "problem.unknown-application.title",
    "problem.application-owner",
  ],
  [
    50011,
    authorizeAddress(contoso.tenantId, { ...web, redirectUri: "https://evil.example/" }),
    "problem.redirect.title",
    "problem.application-owner",
  ],
  [
    50089,
    `/${contoso.tenantId}/oauth2/v2.0/authorize/complete?transaction=${nobody}`,
    "problem.too-late.title",
    "problem.too-late.todo",
  ],
];

describe("an error that is shown", () => {
  it.each(shown)(
    "%i says what happened, what to do, and the details to pass on",
    async (number, address, title, todo) => {
      for (const language of languages) {
        const separator = address.includes("?") ? "&" : "?";
        const page = await house.visitor().get(`${address}${separator}ui_locales=${language}`);
        const t = words(language);
        const text = textOf(page);
        expect(page.status).toBe(400);
        expect(text, language).toContain(t(title));
        expect(text, language).toContain(t(todo));
        expect(page.html, language).toContain(`AADSTS${number}`);
        expect(text, language).toContain(t("details.correlation-id"));
      }
    },
  );
});
