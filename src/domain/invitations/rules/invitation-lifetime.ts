import { accept, type Result, refuse } from "../../../foundation/result.ts";

const longestLifetimeDays = 3650;
const dayMilliseconds = 24 * 60 * 60 * 1000;

export interface LifetimeRefusal {
  readonly code: "lifetime-unusable";
  readonly longestDays: number;
}

/**
 * When a link issued now ends. `requestedDays` is what the inviter asked for: a number, null for never, undefined
 * for the organisation's own setting (`settingDays`, null for never). The value is undefined for never.
 */
export function invitationEnd(
  now: Date,
  requestedDays: number | null | undefined,
  settingDays: number | undefined,
): Result<Date | undefined, LifetimeRefusal> {
  const days = requestedDays === undefined ? settingDays : requestedDays;
  if (days === null || days === undefined) return accept(undefined);
  if (!Number.isInteger(days) || days < 1 || days > longestLifetimeDays)
    return refuse({ code: "lifetime-unusable", longestDays: longestLifetimeDays });
  return accept(new Date(now.getTime() + days * dayMilliseconds));
}
