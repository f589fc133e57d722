import type { Branded, ServicePrincipalId, TenantId, UserId } from "../../foundation/identifiers.ts";
import { newOrderedIdentifier } from "../../foundation/new-identifier.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { upsertPermissionGrant } from "./assignment-store.ts";
import { findApplicationByServicePrincipal } from "./find-application.ts";

export interface NewPermissionGrant {
  readonly tenantId: TenantId;
  /** Service principal of the application that gets the permission. */
  readonly clientId: ServicePrincipalId;
  /** Service principal of the application it is about. */
  readonly resourceId: ServicePrincipalId;
  /** Undefined: for everybody in the tenant. */
  readonly principalId?: UserId | undefined;
  readonly scopes: readonly string[];
}

/** Records consent: the scopes are added to those granted before. */
export async function grantPermission(
  transaction: DatabaseTransaction,
  now: Date,
  circumstances: Circumstances,
  input: NewPermissionGrant,
): Promise<void> {
  const { tenantId, clientId, resourceId, principalId } = input;
  if (input.scopes.length === 0) return;
  const scopes = [...new Set(input.scopes)].sort();
  const client = await findApplicationByServicePrincipal(transaction, tenantId, clientId);
  if (!client) throw new Error(`tenant ${tenantId} has no service principal ${clientId}`);
  await upsertPermissionGrant(transaction, {
    tenantId,
    grantId: newOrderedIdentifier<Branded<"GrantId">>(now),
    clientId,
    resourceId,
    principalId: principalId ?? null,
    scopes,
    createdAt: now,
  });
  const { application } = client;
  await recordEvent(transaction, now, circumstances, {
    tenantId,
    activity: "consent-granted",
    result: "success",
    target: { kind: "application", id: application.applicationId, name: application.displayName },
    details: { resourceId, scopes, grantedFor: principalId ?? "everybody" },
  });
}
