import { createHash } from "node:crypto";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { Machine } from "../../../platform/machine.ts";
import type { Circumstances } from "../../audit/circumstances.ts";
import { forgetTenants } from "../find-tenant.ts";
import { defaultLocale } from "../rules/branding.ts";
import { type AssetKey, deleteBrandingAsset, upsertBranding, upsertBrandingAsset } from "./branding-store.ts";
import { brandingOf, recordBrandingChange, tenantOf } from "./change-branding.ts";

export interface NewBrandingAsset extends AssetKey {
  /** Undefined: the file is removed. */
  readonly file: { readonly mediaType: string; readonly content: Buffer } | undefined;
}

/** Puts a file of the branding into its place or removes it. The general branding comes into being by its first file. */
export async function setBrandingAsset(
  machine: Machine,
  circumstances: Circumstances,
  { file, ...key }: NewBrandingAsset,
): Promise<Result<undefined, { readonly code: "branding-not-found" }>> {
  const { tenantId, locale, kind } = key;
  const digest = file && createHash("sha256").update(file.content).digest("base64url").slice(0, 22);
  const outcome = await machine.database.transaction().execute(async (transaction) => {
    if (file && locale === defaultLocale) await upsertBranding(transaction, { tenantId, locale }, {});
    const tenant = await tenantOf(transaction, tenantId);
    if (!brandingOf(tenant, locale)) return refuse({ code: "branding-not-found" } as const);
    if (file && digest) await upsertBrandingAsset(transaction, key, { ...file, digest });
    else if (!(await deleteBrandingAsset(transaction, key))) return accept(undefined);
    await recordBrandingChange(transaction, machine.clock(), circumstances, tenant, {
      locale,
      file: kind,
      bytes: file?.content.length ?? null,
    });
    return accept(undefined);
  });
  forgetTenants(machine.database);
  return outcome;
}
