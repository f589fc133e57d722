import type { Agreement } from "./agreement.ts";
import { periodsAfter } from "./period.ts";

/** When an acceptance given at a moment ends by itself; undefined: never. Whatever comes first counts. */
export function acceptanceEnd(
  { acceptAgainAfter, expiration }: Pick<Agreement, "acceptAgainAfter" | "expiration">,
  acceptedAt: Date,
): Date | undefined {
  const ends = [
    acceptAgainAfter && periodsAfter(acceptedAt, acceptAgainAfter),
    expiration && nextExpiration(expiration, acceptedAt),
  ].filter((end) => end !== undefined);
  return ends.sort((one, other) => one.getTime() - other.getTime())[0];
}

function nextExpiration(
  { startsAt, every }: NonNullable<Agreement["expiration"]>,
  after: Date,
): Date | undefined {
  const start = new Date(startsAt);
  if (start > after) return start;
  if (!every) return undefined;
  // A guess from below by the longest that a period can be, and then on to the first one that is later.
  const longestDays = every.months * 31 + every.days;
  let count = Math.floor((after.getTime() - start.getTime()) / (longestDays * 24 * 3600_000));
  while (periodsAfter(start, every, count) <= after) count += 1;
  return periodsAfter(start, every, count);
}
