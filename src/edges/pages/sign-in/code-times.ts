import { codeLifetimeSeconds } from "../../../domain/federation/connectors/email-code/rules/code-attempts.ts";
import { secondsAfter } from "../../../foundation/clock.ts";
import type { Journey } from "./journey.ts";

/** A further code may be asked for after this long. */
const sendAgainSeconds = 30;

/** Until when a code mailed at a moment is good, and how long another one has to wait. */
export function codeTimes(
  { situation }: Pick<Journey, "situation">,
  sentAt: Date,
): { readonly validUntil: Date; readonly sendAgainAfterSeconds: number } {
  const secondsSince = (situation.now.getTime() - sentAt.getTime()) / 1000;
  return {
    validUntil: secondsAfter(sentAt, codeLifetimeSeconds),
    sendAgainAfterSeconds: Math.max(0, Math.ceil(sendAgainSeconds - secondsSince)),
  };
}
