import type { ServicePrincipalId, TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { selectGrantsOfPerson } from "./assignment-store.ts";
import { findApplicationByServicePrincipal } from "./find-application.ts";
import type { ApplicationInTenant, ExposedScope } from "./rules/application.ts";

/** What one person let one application do for them. */
export interface GivenConsent {
  readonly client: ApplicationInTenant;
  readonly since: Date;
  readonly permissions: readonly { readonly resource: ApplicationInTenant; readonly scope: ExposedScope }[];
}

/** The applications a person lets act for them, by their own consent and not by an administrator's. */
export async function listConsents(
  handle: DatabaseHandle,
  tenantId: TenantId,
  userId: UserId,
): Promise<GivenConsent[]> {
  const consents = new Map<ServicePrincipalId, GivenConsent>();
  for (const grant of await selectGrantsOfPerson(handle, tenantId, userId)) {
    const [client, resource] = await Promise.all([
      findApplicationByServicePrincipal(handle, tenantId, grant.clientId),
      findApplicationByServicePrincipal(handle, tenantId, grant.resourceId),
    ]);
    if (!client || !resource) continue;
    const permissions = resource.application.exposedScopes
      .filter((scope) => grant.scopes.includes(scope.value))
      .map((scope) => ({ resource, scope }));
    const before = consents.get(grant.clientId);
    consents.set(grant.clientId, {
      client,
      since: before?.since ?? grant.createdAt,
      permissions: [...(before?.permissions ?? []), ...permissions],
    });
  }
  return [...consents.values()];
}
