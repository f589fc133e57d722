import type { Circumstances } from "../../../domain/audit/circumstances.ts";
import type { User } from "../../../domain/directory/rules/user.ts";
import { grantAdminConsent } from "../../../domain/signin/grant-admin-consent.ts";
import { grantConsent } from "../../../domain/signin/grant-consent.ts";
import { recordFacts } from "../../../domain/signin/sign-in-transaction.ts";
import { circumstancesOf } from "../../shared/request-context.ts";
import type { PostedJourney } from "./journey.ts";

/** The person lets the application act for them, or not. */
export async function decideConsent(journey: PostedJourney): Promise<Response> {
  const { c, machine, transaction, step, form, path } = journey;
  const { purpose } = transaction.facts;
  if (step.kind !== "consent" || purpose.kind !== "authorize") return c.redirect(path, 303);
  const { user, permissions, mayBeForAll } = step;
  return decide(journey, () =>
    grantConsent(machine, circumstancesOfUser(journey, user), {
      request: purpose.request,
      user,
      permissions,
      forAll: mayBeForAll && form["forEverybody"] === "yes",
    }),
  );
}

/** An administrator allows the application what it asked for everybody, or not. */
export async function decideAdminConsent(journey: PostedJourney): Promise<Response> {
  const { c, machine, step, path } = journey;
  if (step.kind !== "admin-consent") return c.redirect(path, 303);
  return decide(journey, () =>
    grantAdminConsent(machine, circumstancesOfUser(journey, step.user), step.request),
  );
}

async function decide(journey: PostedJourney, grant: () => Promise<void>): Promise<Response> {
  const { c, machine, transaction, form, path } = journey;
  if (form["decision"] !== "accept") {
    await recordFacts(machine, transaction, (facts) => ({ ...facts, declined: "consent" }));
    return c.redirect(path, 303);
  }
  await grant();
  const consentedAt = machine.clock().toISOString();
  await recordFacts(machine, transaction, (facts) => ({ ...facts, consentedAt }));
  return c.redirect(path, 303);
}

function circumstancesOfUser({ c, machine }: PostedJourney, user: User): Circumstances {
  const { userId, displayName, mail } = user;
  const actor = { kind: "user", userId, displayName, email: mail } as const;
  return circumstancesOf(c, actor, machine.configuration.behindProxy);
}
