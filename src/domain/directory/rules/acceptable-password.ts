import { accept, type Result, refuse } from "../../../foundation/result.ts";

const shortest = 10;
/** Far above any phrase; keeps the work of hashing bounded. */
const longest = 256;
/** A shorter user name would forbid too many innocent passwords. */
const shortestTellingName = 3;

export type PasswordRefusal = {
  readonly code: "password-too-short" | "password-too-long" | "password-contains-name";
};

/** Whether a new password is good enough: long, and not made of the person's own name. */
export function acceptablePassword(
  password: string,
  userPrincipalName: string,
): Result<string, PasswordRefusal> {
  if (password.length < shortest) return refuse({ code: "password-too-short" });
  if (password.length > longest) return refuse({ code: "password-too-long" });
  const name = (userPrincipalName.split("@")[0] ?? "").toLowerCase();
  if (name.length >= shortestTellingName && password.toLowerCase().includes(name))
    return refuse({ code: "password-contains-name" });
  return accept(password);
}
