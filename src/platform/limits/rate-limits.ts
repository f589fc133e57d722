import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";

/** How often something may happen, per key and period; shared by all nodes through the database. */
const limits = {
  "password-by-account": { points: 10, periodSeconds: 900 },
  "password-by-network": { points: 100, periodSeconds: 900 },
  "code-sent-to-address": { points: 5, periodSeconds: 900 },
  "code-sent-by-network": { points: 60, periodSeconds: 900 },
  "code-tried-by-network": { points: 100, periodSeconds: 900 },
  // Six digits, and three codes are right at any time: whoever knows the first proof guesses one in 11 000 in a day.
  "second-factor-tried-by-user": { points: 5, periodSeconds: 900 },
  "second-factor-tried-by-user-in-a-day": { points: 30, periodSeconds: 86_400 },
  "second-factor-tried-by-network": { points: 100, periodSeconds: 900 },
  // An office of devices behind one address that ask again at every start stays far below.
  "device-code-made-by-client": { points: 300, periodSeconds: 900 },
  "device-code-tried-by-network": { points: 30, periodSeconds: 900 },
  "provider-metadata-reread": { points: 1, periodSeconds: 60 },
  // Each calls the outside several times.
  "provider-test": { points: 60, periodSeconds: 900 },
  // Only documents that are not known yet are read: one for each organisation that people come from.
  "visit-document-read-by-network": { points: 60, periodSeconds: 900 },
  // A class or an office that signs up together stays below.
  "sign-up-check-by-network": { points: 100, periodSeconds: 900 },
  "sign-up-check-by-identity": { points: 20, periodSeconds: 900 },
  "sign-up-by-network": { points: 100, periodSeconds: 900 },
  "sign-up-by-identity": { points: 20, periodSeconds: 900 },
  // Asking, taking it back and asking again would mail the approvers each time.
  "approval-asked-by-identity": { points: 5, periodSeconds: 3600 },
  // Whoever approves finds the rest in the list.
  "approval-mail-to-approver": { points: 20, periodSeconds: 3600 },
  // Anybody can post an answer that nobody asked for; those beyond are refused without an entry in the log.
  "unsolicited-answer-logged-by-network": { points: 60, periodSeconds: 900 },
  "ticket-tried-by-network": { points: 300, periodSeconds: 900 },
} as const;

export type RateLimitName = keyof typeof limits;

export interface RateLimits {
  /**
   * Counts one more. Returns undefined while within the limit, else the seconds to wait.
   * `key` may be anything; only a short form of it is stored.
   */
  consume(name: RateLimitName, key: string): Promise<number | undefined>;
  /** The seconds to wait if the limit is used up already, without counting. */
  waitOf(name: RateLimitName, key: string): Promise<number | undefined>;
  /** Takes one count back: what was counted beforehand turned out to be no failure. */
  giveBack(name: RateLimitName, key: string): Promise<void>;
  /** Forgets a key, after a success. */
  forget(name: RateLimitName, key: string): Promise<void>;
}

/** Opens the limits on the database's pool. */
export function openRateLimits(pool: Pool): RateLimits {
  const limiters = new Map<RateLimitName, RateLimiterPostgres>();
  for (const [name, limit] of Object.entries(limits)) {
    limiters.set(
      name as RateLimitName,
      new RateLimiterPostgres({
        storeClient: pool,
        storeType: "pool",
        tableName: "rate_limit",
        tableCreated: true,
        clearExpiredByTimeout: true,
        keyPrefix: name,
        points: limit.points,
        duration: limit.periodSeconds,
      }),
    );
  }
  const limiterOf = (name: RateLimitName) => limiters.get(name) as RateLimiterPostgres;
  return {
    async consume(name, key) {
      try {
        await limiterOf(name).consume(shortened(key));
        return undefined;
      } catch (outcome) {
        if (outcome instanceof RateLimiterRes) return Math.ceil(outcome.msBeforeNext / 1000);
        throw outcome;
      }
    },
    async waitOf(name, key) {
      const standing = await limiterOf(name).get(shortened(key));
      return standing && standing.consumedPoints >= limits[name].points
        ? Math.ceil(standing.msBeforeNext / 1000)
        : undefined;
    },
    async giveBack(name, key) {
      await limiterOf(name).reward(shortened(key));
    },
    async forget(name, key) {
      await limiterOf(name).delete(shortened(key));
    },
  };
}

/** The column holds 255 characters; keys of people are far shorter. */
function shortened(key: string): string {
  return key.slice(0, 200);
}
