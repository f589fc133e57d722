import type { TenantId } from "../../foundation/identifiers.ts";
import { newOrderedIdentifier } from "../../foundation/new-identifier.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { insertAuditEvents } from "./audit-store.ts";
import type { Circumstances } from "./circumstances.ts";

/** What the audit log can say; permanent words, mapped to the wire's activity names at the edge. */
export type Activity =
  | "tenant-created"
  | "tenant-changed"
  | "branding-changed"
  | "branding-removed"
  | "domain-added"
  | "domain-verified"
  | "default-domain-changed"
  | "domain-removed"
  | "guest-invited"
  | "guest-invited-with-reset"
  | "invitation-resent"
  | "invitation-revoked"
  | "invitation-redeemed"
  | "redemption-refused"
  | "user-created"
  | "user-updated"
  | "user-converted-to-internal"
  | "user-deleted"
  | "user-restored"
  | "user-purged"
  | "directory-role-assigned"
  | "directory-role-removed"
  | "group-created"
  | "group-updated"
  | "group-deleted"
  | "group-restored"
  | "group-purged"
  | "group-member-added"
  | "group-member-removed"
  | "group-owner-added"
  | "group-owner-removed"
  | "collaboration-settings-changed"
  | "domain-policy-created"
  | "domain-policy-changed"
  | "domain-policy-removed"
  | "agreement-added"
  | "agreement-changed"
  | "agreement-removed"
  | "terms-accepted"
  | "terms-declined"
  | "conditional-access-policy-added"
  | "conditional-access-policy-changed"
  | "conditional-access-policy-removed"
  | "named-location-added"
  | "named-location-changed"
  | "named-location-removed"
  | "identity-provider-added"
  | "identity-provider-updated"
  | "identity-provider-removed"
  | "identity-provider-enabled"
  | "identity-provider-disabled"
  | "identity-provider-guests-reset"
  | "self-service-sign-up-switched"
  | "guest-signed-up"
  | "guest-sign-up-refused"
  | "sign-up-requested"
  | "sign-up-approved"
  | "sign-up-denied"
  | "sign-up-withdrawn"
  | "sign-up-request-removed"
  | "user-flow-created"
  | "user-flow-updated"
  | "user-flow-deleted"
  | "api-connector-created"
  | "api-connector-updated"
  | "api-connector-deleted"
  | "sign-up-attribute-created"
  | "sign-up-attribute-updated"
  | "sign-up-attribute-deleted"
  | "identity-provider-tested"
  | "identity-provider-round-trip-tested"
  | "visit-agreed"
  | "application-created"
  | "application-updated"
  | "application-deleted"
  | "application-restored"
  | "application-purged"
  | "application-secret-added"
  | "application-secret-removed"
  | "application-certificate-added"
  | "application-certificate-removed"
  | "federated-credential-added"
  | "federated-credential-changed"
  | "federated-credential-removed"
  | "application-owner-added"
  | "application-owner-removed"
  | "service-principal-created"
  | "service-principal-updated"
  | "service-principal-deleted"
  | "service-principal-restored"
  | "service-principal-purged"
  | "service-principal-owner-added"
  | "service-principal-owner-removed"
  | "app-role-assigned"
  | "app-role-unassigned"
  | "consent-granted"
  | "consent-changed"
  | "consent-revoked"
  | "password-changed"
  | "second-factor-set-up"
  | "second-factor-removed"
  | "second-factor-reset"
  | "sign-in-sessions-revoked"
  | "signing-keys-rotated";

export interface AuditEntry {
  readonly tenantId: TenantId;
  readonly activity: Activity;
  readonly result: "success" | "failure";
  readonly reason?: string;
  readonly target?: {
    readonly kind:
      | "user"
      | "invitation"
      | "agreement"
      | "application"
      | "group"
      | "tenant"
      | "identity-provider"
      | "user-flow"
      | "sign-up-request"
      | "api-connector"
      | "sign-up-attribute"
      | "policy";
    readonly id: string;
    readonly name: string;
  };
  readonly details?: Record<string, unknown>;
}

/** Appends to the audit log; inside the transaction that does the deed, so that neither exists without the other. */
export async function recordEvent(
  handle: DatabaseHandle,
  now: Date,
  circumstances: Circumstances,
  ...entries: readonly AuditEntry[]
): Promise<void> {
  if (entries.length === 0) return;
  const { actor } = circumstances;
  await insertAuditEvents(
    handle,
    entries.map((entry) => ({
      tenantId: entry.tenantId,
      eventId: newOrderedIdentifier(now),
      occurredAt: now,
      activity: entry.activity,
      result: entry.result,
      reason: entry.reason ?? null,
      actorKind: actor.kind,
      actorId:
        actor.kind === "user" ? actor.userId : actor.kind === "application" ? actor.servicePrincipalId : null,
      actorName: actor.kind === "user" || actor.kind === "application" ? actor.displayName : null,
      targetKind: entry.target?.kind ?? null,
      targetId: entry.target?.id ?? null,
      targetName: entry.target?.name ?? null,
      ipAddress: circumstances.ipAddress ?? null,
      correlationId: circumstances.correlationId,
      details: JSON.stringify(entry.details ?? {}),
    })),
  );
}
