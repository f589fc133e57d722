import { describe, expect, it } from "vitest";
import { groundStylesheet } from "./ground-stylesheet.ts";

const picture =
  "/branding/0d4cf2b4-9e1b-4f3a-8d53-7d1d9a3f4c11/default/background-image?v=aaaaaaaaaaaaaaaaaaaaaa";

describe("the ground of an organisation's pages", () => {
  it("has its colour and its picture", () => {
    const sheet = groundStylesheet("1B6b5c", picture);
    expect(sheet).toContain(":root{--ground:#1b6b5c}");
    expect(sheet).toContain(`url("${picture}")`);
  });

  it.each([
    "red}*{display:none",
    "https://evil.example/a.png",
    '/branding/x") ; x:url("/a',
    `${picture}"){}`,
    "/branding/0d4cf2b4-9e1b-4f3a-8d53-7d1d9a3f4c11/default/banner-logo?v=aaaaaaaaaaaaaaaaaaaaaa",
  ])("takes nothing else: %s", (text) => {
    const sheet = groundStylesheet(text, text);
    expect(sheet).not.toContain("url(");
    expect(sheet).not.toContain("--ground:");
  });
});
