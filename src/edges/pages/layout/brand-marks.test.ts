import { describe, expect, it } from "vitest";
import { brandMark } from "./brand-marks.ts";

describe("the mark of a provider", () => {
  it.each([
    ["google", ["#4285f4", "#34a853", "#fbbc05", "#eb4335"]],
    ["facebook", ["#1877f2"]],
    ["microsoft", ["#f1511b", "#80cc28", "#00adef", "#fbbc09"]],
    ["entra", ["#f1511b"]],
    ["linkedin", ["#0a66c2"]],
  ] as const)("has its own colours: %s", (kind, colours) => {
    const mark = String(brandMark(kind));
    for (const colour of colours) expect(mark).toContain(`fill="${colour}"`);
    expect(mark).toContain('class="provider-mark coloured"');
  });

  it.each(["apple", "github"] as const)("has the colour of the words: %s", (kind) => {
    const mark = String(brandMark(kind));
    expect([...mark.matchAll(/fill="([^"]*)"/g)].map(([, colour]) => colour)).toEqual(["currentColor"]);
    expect(mark).toContain('aria-hidden="true"');
  });

  it("is missing where there is no brand", () => {
    expect(brandMark("openid-connect")).toBeUndefined();
  });
});
