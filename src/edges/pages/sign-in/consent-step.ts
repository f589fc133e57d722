import { grantConsent } from "../../../domain/signin/grant-consent.ts";
import { recordFacts } from "../../../domain/signin/sign-in-transaction.ts";
import { circumstancesOf } from "../../shared/request-context.ts";
import type { PostedJourney } from "./journey.ts";

/** The person lets the application act for them, or not. */
export async function decideConsent(journey: PostedJourney): Promise<Response> {
  const { c, machine, transaction, step, form, path } = journey;
  const { purpose } = transaction.facts;
  if (step.kind !== "consent" || purpose.kind !== "authorize") return c.redirect(path, 303);
  if (form["decision"] !== "accept") {
    await recordFacts(machine, transaction, (facts) => ({ ...facts, declined: "consent" }));
    return c.redirect(path, 303);
  }
  const { user, permissions, mayBeForAll } = step;
  const actor = {
    kind: "user",
    userId: user.userId,
    displayName: user.displayName,
    email: user.mail,
  } as const;
  await grantConsent(machine, circumstancesOf(c, actor, machine.configuration.behindProxy), {
    request: purpose.request,
    user,
    permissions,
    forAll: mayBeForAll && form["forEverybody"] === "yes",
  });
  const consentedAt = machine.clock().toISOString();
  await recordFacts(machine, transaction, (facts) => ({ ...facts, consentedAt }));
  return c.redirect(path, 303);
}
