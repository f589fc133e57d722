import { expect, it } from "vitest";
import type { Frame } from "../layout/frame.ts";
import { providerFailedPage } from "./provider-failed-page.ts";

const frame: Frame = { language: "en", organisation: undefined, demo: false, path: "/signin/1" };
const failed = {
  csrf: "csrf",
  action: "/signin/1/code-instead",
  provider: "Fabrikam",
  reason: "unreachable",
  tryAgainUrl: "/signin/1/provider",
  anotherUrl: "/signin/1/another",
  mayUseCode: false,
} as const;

it("leads to whom one may ask, where that is an address", async () => {
  const page = async (helpContact: string) =>
    String(await providerFailedPage({ ...failed, frame: { ...frame, helpContact } }));
  expect(await page("it@contoso.example")).toContain(
    '<a href="mailto:it@contoso.example">it@contoso.example</a></bdi>.</p>',
  );
  expect(await page("the harbour desk")).toContain("Ask <bdi>the harbour desk</bdi>.</p>");
});
