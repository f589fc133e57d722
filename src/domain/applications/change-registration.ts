import type { ApplicationId, ApplicationObjectId, TenantId } from "../../foundation/identifiers.ts";
import { type Result, refuse } from "../../foundation/result.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { type Activity, recordEvent } from "../audit/record-event.ts";
import { selectRegistrationForUpdate } from "./registration-store.ts";
import type { Application } from "./rules/application.ts";

/** A registration by its object id in its home tenant. */
export interface RegistrationKey {
  readonly tenantId: TenantId;
  readonly objectId: ApplicationObjectId;
}

/** The same by its client id. */
interface RegistrationByClientId {
  readonly tenantId: TenantId;
  readonly applicationId: ApplicationId;
}

/** One change of a registration, inside the transaction that holds its row. */
export interface RegistrationChange {
  readonly transaction: DatabaseTransaction;
  readonly now: Date;
  readonly application: Application;
  /** Writes the change to the audit log. */
  record(activity: Activity, details: Record<string, unknown>): Promise<void>;
}

/** Changes one living registration at a time: limits and uniqueness hold also when two administrators act at once. */
export function changeRegistration<Value, Refusal extends { readonly code: string }>(
  machine: Machine,
  circumstances: Circumstances,
  { tenantId, ...by }: RegistrationKey | RegistrationByClientId,
  change: (change: RegistrationChange) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | { readonly code: "application-not-found" }>> {
  const now = machine.clock();
  return machine.database
    .transaction()
    .execute(
      async (transaction): Promise<Result<Value, Refusal | { readonly code: "application-not-found" }>> => {
        const application = await selectRegistrationForUpdate(transaction, tenantId, by);
        if (!application) return refuse({ code: "application-not-found" });
        const { applicationId: id, displayName: name } = application;
        return change({
          transaction,
          now,
          application,
          record: (activity, details) =>
            recordEvent(transaction, now, circumstances, {
              tenantId,
              activity,
              result: "success",
              target: { kind: "application", id, name },
              details,
            }),
        });
      },
    );
}
