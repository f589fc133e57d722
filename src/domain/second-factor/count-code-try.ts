import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordSignIn } from "../audit/record-sign-in.ts";
import type { User } from "../directory/rules/user.ts";

/** Why a code proves nothing: wrong, too old, or used before. Which of these is not told. */
export type CodeRefusal =
  | { readonly code: "code-wrong" }
  | { readonly code: "too-many-tries"; readonly retryAfterSeconds: number };

/** The dialect's number for a second factor that was not proved. */
const refusedNumber = 500121;

/**
 * Counts a try before it is judged: of many at once no more are judged than are allowed. Returns the seconds to wait
 * once there were too many.
 */
export async function countCodeTry(
  { limits }: Machine,
  circumstances: Circumstances,
  user: User,
): Promise<number | undefined> {
  return (
    (await limits.consume("second-factor-tried-by-network", networkOf(circumstances))) ??
    (await limits.consume("second-factor-tried-by-user", keyOf(user))) ??
    (await limits.consume("second-factor-tried-by-user-in-a-day", keyOf(user)))
  );
}

/** After a right code: it was no failed try. Those of others in the same day stay counted. */
export async function forgiveCodeTry(
  { limits }: Machine,
  circumstances: Circumstances,
  user: User,
): Promise<void> {
  await limits.giveBack("second-factor-tried-by-network", networkOf(circumstances));
  await limits.forget("second-factor-tried-by-user", keyOf(user));
  await limits.giveBack("second-factor-tried-by-user-in-a-day", keyOf(user));
}

/** Writes to the sign-in log that a code did not do. */
export async function recordCodeRefusal(
  machine: Machine,
  circumstances: Circumstances,
  { tenantId, userId, mail, userPrincipalName, kind }: User,
): Promise<void> {
  await recordSignIn(machine.database, machine.clock(), circumstances, {
    tenantId,
    user: { id: userId, name: mail ?? userPrincipalName, kind },
    isInteractive: true,
    errorCode: refusedNumber,
    failureReason: "second-factor-code-wrong",
  });
}

function keyOf({ tenantId, userId }: User): string {
  return `${tenantId} ${userId}`;
}

function networkOf({ ipAddress }: Circumstances): string {
  return ipAddress ?? "unknown";
}
