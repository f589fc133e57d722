import type { ServicePrincipalId, TenantId } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { selectServicePrincipal } from "./application-store.ts";
import { insertServicePrincipal } from "./registration-store.ts";
import type { Application, ServicePrincipal } from "./rules/application.ts";

/** The presence of an application in a tenant, made when it is not there yet: it comes with the first consent. */
export async function ensureServicePrincipal(
  transaction: DatabaseTransaction,
  now: Date,
  circumstances: Circumstances,
  input: {
    readonly tenantId: TenantId;
    readonly application: Pick<Application, "applicationId" | "displayName">;
  },
): Promise<ServicePrincipal> {
  const { tenantId } = input;
  const { applicationId, displayName } = input.application;
  const present = await selectServicePrincipal(transaction, tenantId, { applicationId });
  if (present) return present;
  await insertServicePrincipal(transaction, {
    tenantId,
    servicePrincipalId: newIdentifier<ServicePrincipalId>(),
    applicationId,
    displayName,
    createdAt: now,
  });
  const made = await selectServicePrincipal(transaction, tenantId, { applicationId });
  if (!made) throw new Error(`application ${applicationId} did not come into tenant ${tenantId}`);
  await recordEvent(transaction, now, circumstances, {
    tenantId,
    activity: "service-principal-created",
    result: "success",
    target: { kind: "application", id: applicationId, name: displayName },
    details: { servicePrincipalId: made.servicePrincipalId },
  });
  return made;
}
