import type { FactorHolder } from "../../../domain/second-factor/rules/factor-holder.ts";
import type { Journey } from "./journey.ts";
import type { SecondFactorStep } from "./shown-step.ts";

/** The account of the session that a step is about, with who it is. */
export function holderOf({ session }: Journey, { account, user }: SecondFactorStep): FactorHolder {
  return { sessionId: session.sessionId, accountId: account.account.accountId, user };
}
