import { recordFacts } from "../../../domain/signin/sign-in-transaction.ts";
import { findRequestStanding } from "../../../domain/signup/approval/find-sign-up-requests.ts";
import { withdrawRequest } from "../../../domain/signup/approval/withdraw-request.ts";
import { circumstancesOf } from "../../shared/request-context.ts";
import type { PostedJourney } from "./journey.ts";

/**
 * Somebody about whom a person decides, or has decided, goes back to the application, which hears that there is no
 * account yet; or takes the request back first.
 */
export async function leaveWaiting(journey: PostedJourney): Promise<Response> {
  const { c, machine, transaction, step, form, path } = journey;
  if (step.kind !== "sign-up-waiting" && step.kind !== "sign-up-denied") return c.redirect(path, 303);
  const isWithdrawn = step.kind === "sign-up-waiting" && form["decision"] === "withdraw";
  if (isWithdrawn) {
    const { flow } = step.offer;
    const standing = await findRequestStanding(machine, machine.database, flow, step.account.account);
    const circumstances = circumstancesOf(c, { kind: "unknown" }, machine.configuration.behindProxy);
    const requestId = standing?.requestId;
    // Decided at this very moment: the page says how.
    if (!requestId || !(await withdrawRequest(machine, circumstances, { flow, requestId })))
      return c.redirect(path, 303);
  }
  await recordFacts(machine, transaction, ({ signUp: _said, ...facts }) => ({
    ...facts,
    declined: isWithdrawn ? "sign-up" : "waiting",
  }));
  return c.redirect(path, 303);
}
