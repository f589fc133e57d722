import * as fc from "fast-check";
import { getContrast } from "polished";
import { describe, expect, it } from "vitest";
import { defaultAccent } from "../../../platform/colours/accent-colours.ts";
import { accentStylesheet } from "./accent-stylesheet.ts";

/** The three colours for light, then for dark. */
function coloursIn(stylesheet: string): { accent: string; onAccent: string; link: string }[] {
  return [...stylesheet.matchAll(/--accent:(#\w+);--on-accent:(#\w+);--link:(#\w+)/g)].map((match) => ({
    accent: match[1] ?? "",
    onAccent: match[2] ?? "",
    link: match[3] ?? "",
  }));
}

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((value) => value.toString(16).padStart(6, "0"));

describe("the accent stylesheet", () => {
  it("makes text on buttons and links readable with any colour, in light and dark", () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const [light, dark] = coloursIn(accentStylesheet(colour));
        for (const [colours, card] of [
          [light, "#ffffff"],
          [dark, "#1c2126"],
        ] as const) {
          expect(getContrast(colours?.accent ?? "", colours?.onAccent ?? "")).toBeGreaterThanOrEqual(4.5);
          expect(getContrast(colours?.link ?? "", card)).toBeGreaterThanOrEqual(4.5);
        }
      }),
    );
  });

  it("keeps the chosen colour on the button when it can be seen", () => {
    expect(coloursIn(accentStylesheet("0f6cbd"))[0]?.accent).toBe("#0f6cbd");
  });

  it("does not hide a white button on a white card", () => {
    expect(getContrast(coloursIn(accentStylesheet("ffffff"))[0]?.accent ?? "", "#ffffff")).toBeGreaterThan(3);
  });

  it.each(["", "red;}body{display:none", "12345", "#gggggg"])("falls back from %j", (colour) => {
    expect(accentStylesheet(colour)).toBe(accentStylesheet(defaultAccent));
  });
});
