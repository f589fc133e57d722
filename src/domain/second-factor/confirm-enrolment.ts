import { secondsAfter } from "../../foundation/clock.ts";
import type { SecondFactorId } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { lockUser } from "../directory/lock-user.ts";
import { stepOfCode } from "./app-code.ts";
import { type CodeRefusal, countCodeTry, forgiveCodeTry, recordCodeRefusal } from "./count-code-try.ts";
import { deleteEnrolments, selectEnrolment, takeEnrolment } from "./enrolment-store.ts";
import { queueFactorMail } from "./factor-mail.ts";
import { isJustProved } from "./may-enrol.ts";
import { upsertProof } from "./proof-store.ts";
import { enrolmentLifetimeSeconds } from "./rules/authenticator-app.ts";
import { type FactorHolder, idsOfHolder } from "./rules/factor-holder.ts";
import { deleteFactor, insertFactor, selectFactor } from "./second-factor-store.ts";

export type EnrolmentRefusal =
  | CodeRefusal
  /** Not in this browser, or too long ago. */
  | { readonly code: "not-begun" }
  /** Another app was set up meanwhile. */
  | { readonly code: "set-up-already" };

interface Enrolment {
  readonly holder: FactorHolder;
  readonly secretEncrypted: Buffer;
  /** Of the code by which it is confirmed: it counts once, like every other. */
  readonly step: number;
  readonly language: string | undefined;
}

/**
 * Sets an app up once a first code of it is right; in place of an earlier one only where a code of that was entered a
 * moment ago. The person is told by mail.
 */
export async function confirmEnrolment(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly holder: FactorHolder; readonly typed: string; readonly language: string | undefined },
): Promise<Result<undefined, EnrolmentRefusal>> {
  const { holder, typed, language } = input;
  const { user } = holder;
  const now = machine.clock();
  const after = secondsAfter(now, -enrolmentLifetimeSeconds);
  const secretEncrypted = await selectEnrolment(machine.database, idsOfHolder(holder), after);
  if (!secretEncrypted) return refuse({ code: "not-begun" });
  const waitSeconds = await countCodeTry(machine, circumstances, user);
  if (waitSeconds !== undefined) return refuse({ code: "too-many-tries", retryAfterSeconds: waitSeconds });
  const step = stepOfCode(machine.masterKey.decrypt("second-factor", secretEncrypted), typed, now);
  if (step === undefined) {
    await recordCodeRefusal(machine, circumstances, user);
    return refuse({ code: "code-wrong" });
  }
  await forgiveCodeTry(machine, circumstances, user);
  const enrolment = { holder, secretEncrypted, step, language };
  return machine.database
    .transaction()
    .execute((transaction) => setUp(machine, transaction, circumstances, enrolment));
}

async function setUp(
  machine: Machine,
  transaction: DatabaseTransaction,
  circumstances: Circumstances,
  { holder, secretEncrypted, step, language }: Enrolment,
): Promise<Result<undefined, EnrolmentRefusal>> {
  const { user } = holder;
  const { tenantId, userId } = user;
  const now = machine.clock();
  // One at a time for each person: of two tabs or browsers the first sets the app up.
  if (!(await lockUser(transaction, tenantId, userId))) return refuse({ code: "not-begun" });
  if (!(await takeEnrolment(transaction, idsOfHolder(holder)))) return refuse({ code: "not-begun" });
  const earlier = await selectFactor(transaction, tenantId, userId);
  if (earlier && !(await isJustProved(machine, transaction, holder)))
    return refuse({ code: "set-up-already" });
  if (earlier) await deleteFactor(transaction, tenantId, earlier.factorId);
  const factorId = newIdentifier<SecondFactorId>();
  const row = { tenantId, factorId, userId, secretEncrypted, lastStep: step, setUpAt: now };
  if (!(await insertFactor(transaction, row))) return refuse({ code: "set-up-already" });
  await upsertProof(transaction, idsOfHolder(holder), { factorId, provedAt: now });
  await deleteEnrolments(transaction, tenantId, userId);
  await recordEvent(transaction, now, circumstances, {
    tenantId,
    activity: "second-factor-set-up",
    result: "success",
    target: { kind: "user", id: userId, name: user.displayName },
    details: { method: "authenticator-app", inPlaceOfAnother: earlier !== undefined },
  });
  await queueFactorMail(machine, transaction, { user, change: "set-up", language });
  return accept(undefined);
}
