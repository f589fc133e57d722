import type { Situation } from "./situation.ts";
import type { SignInRefusal } from "./step.ts";

/** Why nobody can answer a silent request: nobody is signed in, or not the one whose sign-in (`sid`) it names. */
export function silentRefusal({ facts, accounts }: Situation): SignInRefusal {
  const { purpose } = facts;
  const hint =
    purpose.kind === "authorize" || purpose.kind === "find-home" ? purpose.request.sessionHint : undefined;
  return hint !== undefined && accounts.length === 0 ? "session-unknown" : "login-required";
}
