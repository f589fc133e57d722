import { sql } from "kysely";
import type { TenantId } from "../../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../../platform/database/database.ts";
import type { Branding, BrandingAssetKind, BrandingProperties } from "../rules/branding.ts";

/** Writes the branding of a locale, a new one where there was none; null empties, what is left out stays. */
export async function upsertBranding(
  transaction: DatabaseTransaction,
  key: { readonly tenantId: TenantId; readonly locale: string },
  changes: { readonly [Name in keyof BrandingProperties]?: BrandingProperties[Name] | null },
): Promise<void> {
  await transaction
    .insertInto("branding")
    .values({ ...key, ...changes })
    .onConflict((conflict) =>
      conflict.columns(["tenantId", "locale"]).doUpdateSet({ ...changes, locale: key.locale }),
    )
    .execute();
}

/** Removes the branding of a locale with its files; false when there was none. */
export async function deleteBranding(
  transaction: DatabaseTransaction,
  { tenantId, locale }: { readonly tenantId: TenantId; readonly locale: string },
): Promise<boolean> {
  const removed = await transaction
    .deleteFrom("branding")
    .where("tenantId", "=", tenantId)
    .where("locale", "=", locale)
    .executeTakeFirst();
  return removed.numDeletedRows > 0n;
}

export interface AssetKey {
  readonly tenantId: TenantId;
  readonly locale: string;
  readonly kind: BrandingAssetKind;
}

/** Puts a file in the place of the one before. */
export async function upsertBrandingAsset(
  transaction: DatabaseTransaction,
  key: AssetKey,
  asset: { readonly mediaType: string; readonly digest: string; readonly content: Buffer },
): Promise<void> {
  await transaction
    .insertInto("brandingAsset")
    .values({ ...key, ...asset })
    .onConflict((conflict) => conflict.columns(["tenantId", "locale", "kind"]).doUpdateSet(asset))
    .execute();
}

/** Removes a file; false when there was none. */
export async function deleteBrandingAsset(transaction: DatabaseTransaction, key: AssetKey): Promise<boolean> {
  const removed = await transaction
    .deleteFrom("brandingAsset")
    .where("tenantId", "=", key.tenantId)
    .where("locale", "=", key.locale)
    .where("kind", "=", key.kind)
    .executeTakeFirst();
  return removed.numDeletedRows > 0n;
}

/** A file with its bytes. */
export function selectBrandingAsset(
  handle: DatabaseHandle,
  key: AssetKey,
): Promise<{ readonly mediaType: string; readonly digest: string; readonly content: Buffer } | undefined> {
  return handle
    .selectFrom("brandingAsset")
    .select(["mediaType", "digest", "content"])
    .where("tenantId", "=", key.tenantId)
    .where("locale", "=", key.locale)
    .where("kind", "=", key.kind)
    .executeTakeFirst();
}

/** All brandings of the tenant of the outer query, as one column of it. */
export function brandingColumn() {
  return sql<readonly NullableBranding[] | null>`(
    select jsonb_agg(jsonb_build_object(
      'locale', locale, 'accentColour', accent_colour, 'backgroundColour', background_colour, 'layout', layout,
      'signInText', sign_in_text, 'userNameHint', user_name_hint,
      'privacyText', privacy_text, 'privacyUrl', privacy_url, 'termsText', terms_text, 'termsUrl', terms_url,
      'passwordResetText', password_reset_text, 'passwordResetUrl', password_reset_url,
      'assets', coalesce((
        select jsonb_agg(jsonb_build_object('kind', kind, 'locale', locale, 'digest', digest) order by kind)
        from branding_asset asset where asset.tenant_id = branding.tenant_id and asset.locale = branding.locale), '[]')
    ) order by locale)
    from branding where tenant_id = tenant.tenant_id)`;
}

type NullableBranding = {
  readonly [Name in keyof BrandingProperties]: BrandingProperties[Name] | null;
} & Pick<Branding, "locale" | "assets">;

/** What that column holds, in the domain's form. */
export function readBrandings(column: readonly NullableBranding[] | null): Branding[] {
  return (column ?? []).map(
    (row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, value ?? undefined]),
      ) as unknown as Branding,
  );
}
