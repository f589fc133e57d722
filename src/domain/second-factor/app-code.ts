import { Secret, TOTP } from "otpauth";
import { readTypedCode } from "../../foundation/typed-code.ts";
import { appManner, stepsOfGrace } from "./rules/authenticator-app.ts";

/** The time step whose code was typed, if it is the present one or one beside it. */
export function stepOfCode(secret: Buffer, typed: string, now: Date): number | undefined {
  const app = new TOTP({ ...appManner, secret: secretOf(secret) });
  const timestamp = now.getTime();
  const delta = app.validate({ token: readTypedCode(typed), timestamp, window: stepsOfGrace });
  return delta === null ? undefined : app.counter({ timestamp }) + delta;
}

/** The secret as an app takes it: to be typed (base32), and as the address that a QR code holds. */
export function secretForApp(
  secret: Buffer,
  { issuer, label }: { readonly issuer: string; readonly label: string },
): { readonly text: string; readonly address: string } {
  const shared = secretOf(secret);
  // A colon divides issuer and account in such an address.
  const app = new TOTP({
    ...appManner,
    secret: shared,
    issuer: withoutColon(issuer),
    label: withoutColon(label),
  });
  return { text: shared.base32, address: app.toString() };
}

function withoutColon(text: string): string {
  return text.replaceAll(":", " ");
}

function secretOf(bytes: Buffer): Secret {
  return new Secret({ buffer: new Uint8Array(bytes).buffer });
}
