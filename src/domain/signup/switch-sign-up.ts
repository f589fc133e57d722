import type { TenantId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { findTenant } from "../directory/find-tenant.ts";
import { selectSignUpSettings, upsertIsEnabled } from "./sign-up-settings-store.ts";

/** Lets people sign up by themselves at a tenant, where a flow is linked, or no more. */
export async function switchSignUp(
  machine: Machine,
  circumstances: Circumstances,
  { tenantId, isEnabled }: { readonly tenantId: TenantId; readonly isEnabled: boolean },
): Promise<void> {
  const now = machine.clock();
  const tenant = await findTenant(machine.database, tenantId);
  await machine.database.transaction().execute(async (transaction) => {
    const before = await selectSignUpSettings(transaction, tenantId);
    await upsertIsEnabled(transaction, tenantId, isEnabled);
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "self-service-sign-up-switched",
      result: "success",
      target: { kind: "tenant", id: tenantId, name: tenant?.displayName ?? "" },
      details: { changed: { isEnabled: { from: before.isEnabled, to: isEnabled } } },
    });
  });
}
