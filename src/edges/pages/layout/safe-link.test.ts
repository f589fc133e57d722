import { describe, expect, it } from "vitest";
import { contactLink, mailLink, pathInLanguage, safeImage, safeLink } from "./safe-link.ts";

describe("a configured link", () => {
  it.each(["https://contoso.example/privacy", "/privacy", "mailto:it@contoso.example"])(
    "may be %s",
    (link) => {
      expect(safeLink(link)).toBe(link);
    },
  );

  it.each([
    "javascript:alert(1)",
    " JavaScript:alert(1)",
    "data:text/html,x",
    "//evil.example",
    "/\\evil.example",
  ])("may not be %s", (link) => {
    expect(safeLink(link)).toBeUndefined();
  });
});

it("turns an address into a mail link without letting it add headers", () => {
  expect(contactLink("it@contoso.example")).toBe("mailto:it@contoso.example");
  expect(mailLink("a?cc=b@x.example", "S & T")).toBe("mailto:a%3Fcc%3Db@x.example?subject=S%20%26%20T");
});

it("takes pictures from this site or from data only", () => {
  expect(safeImage("/logos/contoso.png")).toBe("/logos/contoso.png");
  expect(safeImage("data:image/png;base64,AA==")).toBe("data:image/png;base64,AA==");
  expect(safeImage("https://elsewhere.example/pixel.gif")).toBeUndefined();
});

describe("the same page in another language", () => {
  it("keeps the other parameters", () => {
    expect(pathInLanguage("/sign-in?transaction=1&ui_locales=de", "ja")).toBe(
      "/sign-in?transaction=1&ui_locales=ja",
    );
  });

  it("does not lead to another site", () => {
    expect(pathInLanguage("//evil.example/x", "ja")).toBe("/?ui_locales=ja");
  });
});
