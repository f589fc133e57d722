import { recordFacts } from "../../../domain/signin/sign-in-transaction.ts";
import type { PostedJourney } from "./journey.ts";

/** The person says whether the device that asks is theirs. */
export async function decideDevice(journey: PostedJourney): Promise<Response> {
  const { c, machine, transaction, step, form, path } = journey;
  if (step.kind !== "confirm-device") return c.redirect(path, 303);
  const deviceConfirmedAt = machine.clock().toISOString();
  await recordFacts(machine, transaction, (facts) =>
    form["decision"] === "continue" ? { ...facts, deviceConfirmedAt } : { ...facts, declined: "device" },
  );
  return c.redirect(path, 303);
}
