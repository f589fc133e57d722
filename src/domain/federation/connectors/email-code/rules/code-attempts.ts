/** Eight digits (10^8), five tries, thirty minutes: one guess in twenty million per code. */
export const codeDigits = 8;
export const codeLifetimeSeconds = 30 * 60;
const mostFailedTries = 5;

export interface StoredCode {
  readonly failedTries: number;
  readonly expiresAt: Date;
  readonly usedAt: Date | undefined;
}

export type CodeVerdict = "accepted" | "code-wrong" | "code-expired" | "code-used-up";

/** What an entered code is worth. */
export function judgeCode(stored: StoredCode | undefined, matches: boolean, now: Date): CodeVerdict {
  if (!stored || stored.usedAt !== undefined || stored.expiresAt <= now) return "code-expired";
  if (stored.failedTries >= mostFailedTries) return "code-used-up";
  return matches ? "accepted" : "code-wrong";
}
