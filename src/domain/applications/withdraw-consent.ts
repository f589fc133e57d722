import type { ServicePrincipalId, TenantId, UserId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { deleteGrantsOfPerson } from "./assignment-store.ts";
import { findApplicationByServicePrincipal } from "./find-application.ts";
import type { ApplicationInTenant } from "./rules/application.ts";

/** A person takes back what they let an application do for them. Tokens given out already last until they expire. */
export async function withdrawConsent(
  machine: Machine,
  circumstances: Circumstances,
  input: {
    readonly tenantId: TenantId;
    readonly clientId: ServicePrincipalId;
    readonly userId: UserId;
  },
): Promise<Result<ApplicationInTenant, { readonly code: "consent-not-found" }>> {
  const { tenantId, clientId, userId } = input;
  const client = await findApplicationByServicePrincipal(machine.database, tenantId, clientId);
  if (!client) return refuse({ code: "consent-not-found" });
  return machine.database.transaction().execute(async (transaction) => {
    const withdrawn = await deleteGrantsOfPerson(transaction, tenantId, clientId, userId);
    if (withdrawn.length === 0) return refuse({ code: "consent-not-found" });
    const { application } = client;
    await recordEvent(transaction, machine.clock(), circumstances, {
      tenantId,
      activity: "consent-revoked",
      result: "success",
      target: { kind: "application", id: application.applicationId, name: application.displayName },
      details: { withdrawn, grantedFor: userId },
    });
    return accept(client);
  });
}
