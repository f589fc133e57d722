import { expect, it } from "vitest";
import type { Frame } from "../layout/frame.ts";
import { guestsResetPage } from "./reset-guests-page.ts";

const frame: Frame = { language: "en", organisation: undefined, demo: false, path: "/providers" };
const about = { frame, address: "anna@contoso.example", provider: "Fabrikam", providersUrl: "/providers" };

it("does not call it a success that no guest was reset", async () => {
  const left = ["vera@fabrikam.example"];
  const none = String(await guestsResetPage({ ...about, done: 0, left }));
  expect(none).toContain("1 guest was not reset.");
  expect(none).not.toContain("notice good");
  expect(String(await guestsResetPage({ ...about, done: 2, left }))).toContain(
    "2 guests were invited again.",
  );
  expect(String(await guestsResetPage({ ...about, done: 0, left: [] }))).toContain("0 guests");
});
