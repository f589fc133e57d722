import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { SignUpQuestion } from "../../../domain/signup/rules/sign-up-offer.ts";
import type { Frame } from "../layout/frame.ts";
import { english } from "../words/en.ts";
import type { OwnWords } from "../words/words.ts";
import { pageSamples } from "./page-samples.ts";
import { signUpTextPages, type TextPage, type TextPageId } from "./sign-up-text-pages.ts";

const frame: Frame = {
  language: "en",
  organisation: { displayName: "Contoso", domain: "contoso.example" },
  demo: false,
  helpContact: "it@contoso.example",
  path: "/sign-up",
};
const pages = Object.entries<TextPage>(signUpTextPages) as [TextPageId, TextPage][];
const keysOf = ({ words, errors, agreed }: TextPage) =>
  [words, errors, agreed].flatMap((table) => Object.values(table));

const question: SignUpQuestion = {
  attributeId: "extension_d09380e2b4c642b9a203fb816a04a7ad_Size",
  label: "Size",
  isRequired: false,
  requiresVerification: false,
  input: "dropdown",
  choices: [{ label: "Small", value: "small", isDefault: false }],
  dataType: "text",
  description: "",
  origin: "custom",
};

/** Every key that a page speaks, found by giving it words of its own that remember what they are asked for. */
async function spokenOn(pageId: TextPageId): Promise<Set<string>> {
  const spoken = new Set<string>();
  const ownWords = new Proxy<OwnWords>(
    {},
    {
      get: (_none, key) => {
        spoken.add(String(key));
        return undefined;
      },
    },
  );
  for (const needsApproval of [false, true]) {
    const privacyUrl = needsApproval ? undefined : "https://contoso.example/privacy";
    const samples = pageSamples[pageId]({
      frame: { ...frame, privacyUrl, termsUrl: privacyUrl, ownWords },
      questions: [question, { ...question, attributeId: "Country", isRequired: true }],
      application: "Tender Room",
      providers: [{ displayName: "Peer Industries", kind: "openid-connect" }],
      needsApproval,
      providersFirst: false,
      now: new Date("2026-11-23T09:15:00Z"),
    });
    for (const sample of Object.values(samples)) await sample;
  }
  return spoken;
}

describe("the pages of a sign-up", () => {
  it.each(pages)("%s says nothing that is not in its row", async (pageId, page) => {
    const known = new Set<string>(keysOf(page));
    expect([...(await spokenOn(pageId))].filter((key) => !known.has(key))).toEqual([]);
  });

  it.each(pages)("%s says all that is in its row", async (pageId, page) => {
    const spoken = await spokenOn(pageId);
    const silent = [page.words, page.agreed].flatMap((table) =>
      Object.values(table).filter((key) => !spoken.has(key)),
    );
    expect(silent).toEqual([]);
  });

  it("have a row for every sentence about signing up", () => {
    const known = new Set<string>(pages.flatMap(([, page]) => keysOf(page)));
    const about = Object.keys(english).filter((key) => key.startsWith("sign-up."));
    expect(about.filter((key) => !known.has(key))).toEqual([]);
  });

  it("are all shown by a sample, each view that a step of a sign-up shows among them", () => {
    const steps = globSync("src/edges/pages/sign-in/{present-sign-up,sign-up-*}.ts");
    const views = steps.flatMap((path) =>
      [...readFileSync(path, "utf8").matchAll(/"\.\.\/views\/([\w-]+-page)\.ts"/g)].map(
        ([, view]) => view ?? "",
      ),
    );
    expect(views.length).toBeGreaterThan(5);
    const samples = readFileSync("src/edges/pages/sign-up-texts/page-samples.ts", "utf8");
    expect(views.filter((view) => !samples.includes(`/${view}.ts"`))).toEqual([]);
  });

  it("name each text once, by ids that no page confuses", () => {
    for (const [pageId, { words, errors, agreed }] of pages) {
      const ids = [words, errors, agreed].flatMap((table) => Object.keys(table));
      expect(new Set(ids).size, pageId).toBe(ids.length);
    }
  });
});
