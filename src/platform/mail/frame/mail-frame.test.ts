import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileMailFrame } from "../../../../scripts/make-mail-frame.ts";

describe("the frame of the mails", () => {
  it("is what its MJML source compiles to (else run: node scripts/make-mail-frame.ts)", async () => {
    const kept = readFileSync(new URL("mail-frame.html", import.meta.url), "utf8");
    expect(kept).toBe(await compileMailFrame());
  });
});
