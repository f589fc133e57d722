import { describe, expect, it } from "vitest";
import { readQrPicture } from "../../../../test/support/read-qr-code.ts";
import { qrCode } from "./qr-code.ts";

describe("a QR code", () => {
  it.each([
    "otpauth://totp/Contoso:bert@fabrikam.example?issuer=Contoso&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
    "otpauth://totp/%E6%9D%B1%E4%BA%AC:b",
    "x",
  ])("is read as what it was made of: %s", async (text) => {
    const svg = String(await qrCode(text, "Scan"));
    expect(readQrPicture(svg)).toBe(text);
    expect(svg).not.toMatch(/style=|<style|<script/);
  });

  it("says to those who do not see it what it is", async () => {
    expect(String(await qrCode("x", 'Scan "this"'))).toContain(
      'role="img" aria-label="Scan &quot;this&quot;"',
    );
  });
});
