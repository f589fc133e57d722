import type { Platform } from "../../applications/rules/application.ts";

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** RFC 6749 section 4.1.2 recommends ten minutes at most. */
export const codeLifetimeSeconds: number = 10 * minute;

/** RFC 8628 section 3.2: time to find a browser, type the code and sign in there. */
export const deviceCodeLifetimeSeconds: number = 15 * minute;

export const idTokenLifetimeSeconds: number = hour;

/** Access tokens last 60 to 90 minutes; the spread keeps many clients from renewing at the same moment. */
export function accessTokenLifetimeSeconds(random: number): number {
  return hour + Math.floor(random * 30 * minute);
}

/** No token is valid for longer than this: a retired key is published at least as long. */
export const longestTokenLifetimeSeconds: number = 90 * minute;

/** Browser applications get a fixed day that renewal does not extend; others as long as they come back within 90 days. */
export function refreshTokenExpiry(platform: Platform, now: Date, earlierExpiry: Date | undefined): Date {
  if (platform === "spa") return earlierExpiry ?? new Date(now.getTime() + day * 1000);
  return new Date(now.getTime() + 90 * day * 1000);
}
