import { randomBytes } from "node:crypto";
import { secondsAfter } from "../../foundation/clock.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { secretForApp } from "./app-code.ts";
import { insertEnrolment, selectEnrolment } from "./enrolment-store.ts";
import { mayEnrol } from "./may-enrol.ts";
import { enrolmentLifetimeSeconds, secretBytes } from "./rules/authenticator-app.ts";
import { type FactorHolder, idsOfHolder } from "./rules/factor-holder.ts";

/** What is shown to whoever sets up an app. */
export interface ShownSecret {
  /** To be typed: base32. */
  readonly text: string;
  /** To be scanned. */
  readonly address: string;
}

/**
 * Makes the secret of an app to be set up, in this browser alone; a second call keeps the first one's. Refused to whoever
 * has an app and has not just entered a code of it.
 */
export async function beginEnrolment(
  machine: Machine,
  holder: FactorHolder,
): Promise<Result<undefined, { readonly code: "set-up-already" }>> {
  if (!(await mayEnrol(machine, machine.database, holder))) return refuse({ code: "set-up-already" });
  const now = machine.clock();
  const secretEncrypted = machine.masterKey.encrypt("second-factor", randomBytes(secretBytes));
  await insertEnrolment(
    machine.database,
    { ...idsOfHolder(holder), secretEncrypted, begunAt: now },
    secondsAfter(now, -enrolmentLifetimeSeconds),
  );
  return accept(undefined);
}

/** The secret of the app that is being set up in this browser; undefined before it is begun, and a while after. */
export async function findEnrolment(
  machine: Machine,
  holder: FactorHolder,
  issuer: string,
): Promise<ShownSecret | undefined> {
  const after = secondsAfter(machine.clock(), -enrolmentLifetimeSeconds);
  const sealed = await selectEnrolment(machine.database, idsOfHolder(holder), after);
  if (!sealed) return undefined;
  const { mail, userPrincipalName } = holder.user;
  const secret = machine.masterKey.decrypt("second-factor", sealed);
  return secretForApp(secret, { issuer, label: mail ?? userPrincipalName });
}
