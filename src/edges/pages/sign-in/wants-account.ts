import type { Context } from "hono";
import type { Situation } from "../../../domain/signin/rules/situation.ts";

/**
 * Whether the person is looking for a new account rather than for the one they have: by the link on the page, or by the
 * application's `prompt=create` until they choose otherwise.
 */
export function wantsAccount(c: Context, situation: Situation): boolean {
  if (!situation.signUp) return false;
  const chosen = c.req.query("account");
  if (chosen === "create" || chosen === "have") return chosen === "create";
  return situation.prompt.kind === "interactive" && situation.prompt.create === true;
}
