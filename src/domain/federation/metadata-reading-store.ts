import { sql } from "kysely";
import type { ProviderId, TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";

export interface PublishingProvider {
  readonly tenantId: TenantId;
  readonly providerId: ProviderId;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly askedAt: Date | undefined;
}

/** The providers of all tenants that publish their certificates and were not asked for them since a moment. */
export async function selectPublishingProviders(
  handle: DatabaseHandle,
  before: Date,
): Promise<PublishingProvider[]> {
  const rows = await handle
    .selectFrom("identityProvider")
    .select(["tenantId", "providerId", "settings", "metadataAskedAt"])
    .where("kind", "in", ["saml", "ws-federation"])
    .where(sql<boolean>`settings ? 'metadataUrl'`)
    .where((where) => where.or([where("metadataAskedAt", "is", null), where("metadataAskedAt", "<", before)]))
    .execute();
  return rows.map(({ metadataAskedAt, ...row }) => ({ ...row, askedAt: metadataAskedAt ?? undefined }));
}

/** Notes that a provider is asked now; false when it was asked since a moment. */
export async function markMetadataAsked(
  transaction: DatabaseTransaction,
  asked: {
    readonly tenantId: TenantId;
    readonly providerId: ProviderId;
    readonly now: Date;
    readonly before: Date;
  },
): Promise<boolean> {
  const outcome = await transaction
    .updateTable("identityProvider")
    .set({ metadataAskedAt: asked.now })
    .where("tenantId", "=", asked.tenantId)
    .where("providerId", "=", asked.providerId)
    .where((where) =>
      where.or([where("metadataAskedAt", "is", null), where("metadataAskedAt", "<", asked.before)]),
    )
    .executeTakeFirst();
  return outcome.numUpdatedRows > 0n;
}
