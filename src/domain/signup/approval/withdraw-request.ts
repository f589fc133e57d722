import type { SignUpRequestId } from "../../../foundation/identifiers.ts";
import type { Machine } from "../../../platform/machine.ts";
import type { Circumstances } from "../../audit/circumstances.ts";
import { recordEvent } from "../../audit/record-event.ts";
import type { UserFlow } from "../rules/user-flow.ts";
import { deleteRequest } from "./sign-up-request-store.ts";

interface Removal {
  readonly flow: Pick<UserFlow, "tenantId" | "name">;
  readonly requestId: SignUpRequestId;
}

/** The person takes their request back, and nothing of it is left; one that was decided meanwhile stays. */
export function withdrawRequest(
  machine: Machine,
  circumstances: Circumstances,
  removal: Removal,
): Promise<boolean> {
  return remove(machine, circumstances, removal, "sign-up-withdrawn");
}

/** An administrator takes a request away, however it stands: the person may ask anew at once. */
export function removeRequest(
  machine: Machine,
  circumstances: Circumstances,
  removal: Removal,
): Promise<boolean> {
  return remove(machine, circumstances, removal, "sign-up-request-removed");
}

function remove(
  machine: Machine,
  circumstances: Circumstances,
  { flow: { tenantId, name }, requestId }: Removal,
  activity: "sign-up-withdrawn" | "sign-up-request-removed",
): Promise<boolean> {
  const now = machine.clock();
  return machine.database.transaction().execute(async (transaction) => {
    const isPending = activity === "sign-up-withdrawn";
    if (!(await deleteRequest(transaction, { tenantId, requestId }, { isPending }))) return false;
    await recordEvent(transaction, now, circumstances, {
      ...{ tenantId, activity },
      result: "success",
      target: { kind: "sign-up-request", id: requestId, name },
    });
    return true;
  });
}
