import type { Insertable, Selectable, Updateable } from "kysely";
import type { DomainName } from "../../foundation/domain-name.ts";
import type { ProviderId, TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import type { IdentityProviderTable } from "../../platform/database/schema/federation-tables.ts";
import type { FederatedProviderKind } from "../directory/rules/external-identity.ts";
import type { IdentityProvider } from "./rules/identity-provider.ts";

/** A tenant's providers, in the order they were added. */
export async function selectProviders(
  handle: DatabaseHandle,
  tenantId: TenantId,
): Promise<IdentityProvider[]> {
  const [rows, domains] = await Promise.all([
    handle
      .selectFrom("identityProvider")
      .selectAll()
      .where("tenantId", "=", tenantId)
      .orderBy("createdAt")
      .orderBy("providerId")
      .execute(),
    handle
      .selectFrom("identityProviderDomain")
      .selectAll()
      .where("tenantId", "=", tenantId)
      .orderBy("domain")
      .execute(),
  ]);
  return rows.map((row) =>
    providerOf(
      row,
      domains
        .filter(({ providerId }) => providerId === row.providerId)
        .map(({ domain }) => domain as DomainName),
    ),
  );
}

/** The encrypted secret of a provider. */
export async function selectProviderSecret(
  handle: DatabaseHandle,
  tenantId: TenantId,
  providerId: ProviderId,
): Promise<Buffer | undefined> {
  const row = await handle
    .selectFrom("identityProvider")
    .select("secretEncrypted")
    .where("tenantId", "=", tenantId)
    .where("providerId", "=", providerId)
    .executeTakeFirst();
  return row?.secretEncrypted ?? undefined;
}

/** A provider's settings, locked until the transaction ends. */
export async function selectSettingsForUpdate(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  providerId: ProviderId,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const row = await transaction
    .selectFrom("identityProvider")
    .select("settings")
    .where("tenantId", "=", tenantId)
    .where("providerId", "=", providerId)
    .forUpdate()
    .executeTakeFirst();
  return row?.settings;
}

/** False when the tenant has a provider of this issuer already. */
export async function insertProvider(
  transaction: DatabaseTransaction,
  row: Insertable<IdentityProviderTable>,
): Promise<boolean> {
  const inserted = await transaction
    .insertInto("identityProvider")
    .values(row)
    .onConflict((conflict) => conflict.columns(["tenantId", "issuer"]).doNothing())
    .returning("providerId")
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function updateProvider(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  providerId: ProviderId,
  change: Updateable<IdentityProviderTable>,
): Promise<void> {
  await transaction
    .updateTable("identityProvider")
    .set(change)
    .where("tenantId", "=", tenantId)
    .where("providerId", "=", providerId)
    .execute();
}

/** False when there was none. */
export async function deleteProvider(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  providerId: ProviderId,
): Promise<boolean> {
  const outcome = await transaction
    .deleteFrom("identityProvider")
    .where("tenantId", "=", tenantId)
    .where("providerId", "=", providerId)
    .executeTakeFirst();
  return outcome.numDeletedRows > 0n;
}

/** Gives domains to a provider; those that another provider of the tenant has stay with it and are returned. */
export async function insertProviderDomains(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  providerId: ProviderId,
  domains: readonly DomainName[],
): Promise<readonly DomainName[]> {
  if (domains.length === 0) return [];
  const inserted = await transaction
    .insertInto("identityProviderDomain")
    .values(domains.map((domain) => ({ tenantId, domain, providerId })))
    .onConflict((conflict) => conflict.columns(["tenantId", "domain"]).doNothing())
    .returning("domain")
    .execute();
  const given = new Set(inserted.map(({ domain }) => domain));
  return domains.filter((domain) => !given.has(domain));
}

/** False when the provider does not have the domain. */
export async function deleteProviderDomain(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  providerId: ProviderId,
  domain: DomainName,
): Promise<boolean> {
  const outcome = await transaction
    .deleteFrom("identityProviderDomain")
    .where("tenantId", "=", tenantId)
    .where("providerId", "=", providerId)
    .where("domain", "=", domain)
    .executeTakeFirst();
  return outcome.numDeletedRows > 0n;
}

function providerOf(
  row: Selectable<IdentityProviderTable>,
  domains: readonly DomainName[],
): IdentityProvider {
  return {
    tenantId: row.tenantId,
    providerId: row.providerId,
    kind: row.kind as FederatedProviderKind,
    displayName: row.displayName,
    issuer: row.issuer,
    settings: row.settings,
    domains,
    acceptsUnsolicited: row.acceptsUnsolicited,
    isEnabled: row.isEnabled,
    createdAt: row.createdAt,
  };
}
