import { recordFacts } from "../../../domain/signin/sign-in-transaction.ts";
import { agreeToVisit } from "../../../domain/visits/agree-to-visit.ts";
import { circumstancesOf } from "../../shared/request-context.ts";
import type { PostedJourney } from "./journey.ts";

/** The person lets the organisation elsewhere know who they are, or not. */
export async function decideVisit(journey: PostedJourney): Promise<Response> {
  const { c, machine, transaction, step, form, path } = journey;
  if (step.kind !== "agree-visit") return c.redirect(path, 303);
  if (form["decision"] !== "accept") {
    await recordFacts(machine, transaction, (facts) => ({ ...facts, declined: "visit" }));
    return c.redirect(path, 303);
  }
  const { userId, displayName, mail: email } = step.user;
  const actor = { kind: "user", userId, displayName, email } as const;
  const circumstances = circumstancesOf(c, actor, machine.configuration.behindProxy);
  await agreeToVisit(machine, circumstances, step.user, step.organisation);
  return c.redirect(path, 303);
}
