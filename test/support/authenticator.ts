import { TOTP } from "otpauth";
import { readQrPicture } from "./read-qr-code.ts";

/** The code that somebody's authenticator app shows at a moment for a secret that was typed into it. */
export function codeFromApp(secret: string, at: Date): string {
  const app = new TOTP({ secret: secret.replace(/\s/g, ""), algorithm: "SHA1", digits: 6, period: 30 });
  return app.generate({ timestamp: at.getTime() });
}

/** Any code but that one. */
export function wrongCode(code: string): string {
  return String((Number(code) + 500_000) % 1_000_000).padStart(6, "0");
}

/** The secret that an app takes from the picture on a page. */
export function scannedSecret(html: string): string {
  const address = new URL(readQrPicture(html) ?? "");
  return address.searchParams.get("secret") ?? "";
}
