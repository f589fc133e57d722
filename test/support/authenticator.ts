import { TOTP } from "otpauth";

/** The code that somebody's authenticator app shows at a moment for a secret that was typed into it. */
export function codeFromApp(secret: string, at: Date): string {
  const app = new TOTP({ secret: secret.replace(/\s/g, ""), algorithm: "SHA1", digits: 6, period: 30 });
  return app.generate({ timestamp: at.getTime() });
}

/** Any code but that one. */
export function wrongCode(code: string): string {
  return String((Number(code) + 500_000) % 1_000_000).padStart(6, "0");
}
