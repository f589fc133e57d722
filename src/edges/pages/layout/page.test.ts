import { describe, expect, it } from "vitest";
import { sampleViews } from "../../../../test/support/sample-views.ts";
import { languages } from "../../../foundation/language.ts";
import { page } from "./page.ts";

const frame = { language: "en", organisation: undefined, demo: false, path: "/" } as const;

async function markupOf(language: (typeof languages)[number]): Promise<[string, string][]> {
  return Promise.all(
    Object.entries(sampleViews(language)).map(
      async ([name, view]): Promise<[string, string]> => [name, String(await view)],
    ),
  );
}

describe.each(languages)("every page in %s", (language) => {
  it("has one main heading and a title that names the organisation", async () => {
    for (const [name, markup] of await markupOf(language)) {
      expect(markup.match(/<h1>/g), name).toHaveLength(1);
      expect(markup, name).toMatch(/<title>[^<]+ – [^<]+<\/title>/);
    }
  });

  it("carries no script, style or handler of its own, so that a strict policy holds", async () => {
    for (const [name, markup] of await markupOf(language)) {
      expect(markup, name).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/i);
      expect(markup, name).not.toMatch(/<script(?![^>]*\ssrc="\/static\/)/);
    }
  });

  it("protects every form that is posted to this site, and sets no id twice", async () => {
    for (const [name, markup] of await markupOf(language)) {
      // What is looked at in a frame belongs to nobody's session, and its policy lets no form be sent.
      const value = name.startsWith("flow-preview-framed") ? "" : "csrf";
      for (const [form] of markup.matchAll(/<form method="post" action="\/.*?<\/form>/gs))
        expect(form, name).toContain(`name="csrf" value="${value}"`);
      const ids = [...markup.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
      expect(new Set(ids).size, name).toBe(ids.length);
    }
  });
});

describe("a page", () => {
  it("shows what people typed as text", async () => {
    const organisation = { displayName: '<img src=x onerror="x">', domain: "contoso.example" };
    const markup = String(
      await page(
        { ...frame, organisation },
        { title: "</title><script>", body: Promise.resolve("") as never },
      ),
    );
    expect(markup).not.toContain("<img src=x");
    expect(markup).not.toContain("<script>");
  });

  it("takes no link from the organisation that would run as a script", async () => {
    const markup = String(
      await page(
        { ...frame, privacyUrl: "javascript:alert(1)" },
        { title: "x", body: Promise.resolve("") as never },
      ),
    );
    expect(markup).not.toContain("javascript:");
  });
});
