import { accept, type Result } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { changeRegistration, type RegistrationKey } from "./change-registration.ts";
import { forgetApplicationChanges } from "./forget-application-changes.ts";
import { markRegistrationDeleted } from "./registration-store.ts";

/** Takes an application out of use, in every tenant. What it was assigned stays, for the case that it comes back. */
export async function deleteRegistration(
  machine: Machine,
  circumstances: Circumstances,
  key: RegistrationKey,
): Promise<Result<"deleted", { readonly code: "application-not-found" }>> {
  const outcome = await changeRegistration<"deleted", { readonly code: "application-not-found" }>(
    machine,
    circumstances,
    key,
    async ({ transaction, now, application, record }) => {
      await markRegistrationDeleted(transaction, application, now);
      await record("application-deleted", { objectId: application.objectId });
      return accept("deleted");
    },
  );
  forgetApplicationChanges(machine.database);
  return outcome;
}
