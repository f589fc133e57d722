import type { SecondFactorId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { lockUser } from "../directory/lock-user.ts";
import type { User } from "../directory/rules/user.ts";
import { deleteEnrolments } from "./enrolment-store.ts";
import { queueFactorMail } from "./factor-mail.ts";
import { isJustProved } from "./may-enrol.ts";
import type { FactorHolder } from "./rules/factor-holder.ts";
import { deleteFactor, selectFactor } from "./second-factor-store.ts";

/** Takes away a person's own app, after they have just entered a code of it. Where one is demanded they set one up anew. */
export async function removeOwnApp(
  machine: Machine,
  circumstances: Circumstances,
  { holder, language }: { readonly holder: FactorHolder; readonly language: string | undefined },
): Promise<Result<undefined, { readonly code: "not-set-up" | "not-proved" }>> {
  const { user } = holder;
  return machine.database.transaction().execute(async (transaction) => {
    if (!(await isJustProved(machine, transaction, holder))) return refuse({ code: "not-proved" });
    const removal = { user, activity: "second-factor-removed", change: "removed", language } as const;
    return remove(machine, transaction, circumstances, removal);
  });
}

/**
 * Takes a user's app away, for instance after they lost it: every proof made by it ends, and where one is demanded they
 * set up another. With `factorId` only that very one.
 */
export async function resetSecondFactor(
  machine: Machine,
  circumstances: Circumstances,
  { user, factorId }: { readonly user: User; readonly factorId?: SecondFactorId },
): Promise<Result<undefined, { readonly code: "not-set-up" }>> {
  const removal = { user, activity: "second-factor-reset", change: "reset", language: undefined } as const;
  return machine.database
    .transaction()
    .execute((transaction) => remove(machine, transaction, circumstances, removal, factorId));
}

async function remove(
  machine: Machine,
  transaction: DatabaseTransaction,
  circumstances: Circumstances,
  {
    user,
    activity,
    change,
    language,
  }: {
    readonly user: User;
    readonly activity: "second-factor-removed" | "second-factor-reset";
    readonly change: "removed" | "reset";
    readonly language: string | undefined;
  },
  factorId?: SecondFactorId,
): Promise<Result<undefined, { readonly code: "not-set-up" }>> {
  const { tenantId, userId } = user;
  if (!(await lockUser(transaction, tenantId, userId))) return refuse({ code: "not-set-up" });
  const factor = await selectFactor(transaction, tenantId, userId);
  if (!factor || (factorId !== undefined && factor.factorId !== factorId))
    return refuse({ code: "not-set-up" });
  if (!(await deleteFactor(transaction, tenantId, factor.factorId))) return refuse({ code: "not-set-up" });
  // What was begun beside it in another browser must not become the next one unasked.
  await deleteEnrolments(transaction, tenantId, userId);
  await recordEvent(transaction, machine.clock(), circumstances, {
    tenantId,
    activity,
    result: "success",
    target: { kind: "user", id: userId, name: user.displayName },
    details: { method: "authenticator-app" },
  });
  await queueFactorMail(machine, transaction, { user, change, language });
  return accept(undefined);
}
