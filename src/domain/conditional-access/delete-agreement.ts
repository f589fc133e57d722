import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Agreement } from "../agreements/rules/agreement.ts";
import { removeAgreement } from "../agreements/save-agreement.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { lockTenant } from "../directory/lock-tenant.ts";
import { selectPolicies } from "./conditional-access-store.ts";

/**
 * Takes terms of use away with all acceptances, unless a policy asks for them, on or off: nobody could fulfil it any
 * more.
 */
export async function deleteUnaskedAgreement(
  machine: Machine,
  circumstances: Circumstances,
  agreement: Agreement,
): Promise<Result<undefined, { readonly code: "agreement-in-use"; readonly policyName: string }>> {
  const { tenantId, agreementId } = agreement;
  return machine.database.transaction().execute(async (transaction) => {
    await lockTenant(transaction, tenantId);
    const asking = (await selectPolicies(transaction, tenantId)).find(({ controls }) =>
      controls.agreementIds.includes(agreementId),
    );
    if (asking) return refuse({ code: "agreement-in-use", policyName: asking.displayName });
    await removeAgreement(transaction, machine.clock(), circumstances, agreement);
    return accept(undefined);
  });
}
