import type { TenantId } from "../../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { DatabaseTransaction } from "../../../platform/database/database.ts";
import type { Machine } from "../../../platform/machine.ts";
import type { Circumstances } from "../../audit/circumstances.ts";
import { recordEvent } from "../../audit/record-event.ts";
import { forgetTenants } from "../find-tenant.ts";
import { type Branding, type BrandingProperties, defaultLocale, emptyBranding } from "../rules/branding.ts";
import type { Tenant } from "../rules/tenant.ts";
import { selectTenants } from "../tenant-store.ts";
import { upsertBranding } from "./branding-store.ts";

/** What is to change; what is left out stays, null empties. */
export type BrandingChanges = {
  readonly [Name in keyof BrandingProperties]?: BrandingProperties[Name] | null;
};

export interface BrandingInput {
  readonly tenantId: TenantId;
  /** `default` or a language tag. */
  readonly locale: string;
  readonly changes: BrandingChanges;
  /** Whether the branding of the locale must be new, must be there, or may be either. */
  readonly expect: "new" | "existing" | "either";
}

/**
 * Changes how pages look in a locale. The first branding of a language brings the general one with it, which holds
 * for every other language.
 */
export async function changeBranding(
  machine: Machine,
  circumstances: Circumstances,
  { tenantId, locale, changes, expect }: BrandingInput,
): Promise<Result<Branding, { readonly code: "branding-exists" | "branding-not-found" }>> {
  const outcome = await machine.database.transaction().execute(async (transaction) => {
    const tenant = await tenantOf(transaction, tenantId);
    const before = brandingOf(tenant, locale);
    if (expect === "new" && before) return refuse({ code: "branding-exists" } as const);
    if (expect === "existing" && !before) return refuse({ code: "branding-not-found" } as const);
    await upsertBranding(transaction, { tenantId, locale: defaultLocale }, {});
    await upsertBranding(transaction, { tenantId, locale }, changes);
    const after = { ...(before ?? emptyBranding(locale)), ...emptied(changes) };
    await recordBrandingChange(transaction, machine.clock(), circumstances, tenant, {
      locale,
      changed: changedProperties(before, after, Object.keys(changes) as (keyof BrandingProperties)[]),
    });
    return accept(after);
  });
  forgetTenants(machine.database);
  return outcome;
}

/** The tenant as it is now, read once for a whole change. */
export async function tenantOf(transaction: DatabaseTransaction, tenantId: TenantId): Promise<Tenant> {
  const [tenant] = await selectTenants(transaction, { tenantId });
  if (!tenant) throw new Error("the tenant whose branding changes is not there");
  return tenant;
}

/** The branding of a locale as it is written, nothing inherited. */
export function brandingOf({ brandings }: Tenant, locale: string): Branding | undefined {
  return brandings.find((branding) => branding.locale === locale);
}

/** What null empties is undefined afterwards. */
function emptied(changes: BrandingChanges): Partial<BrandingProperties> {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, value ?? undefined]));
}

/** Says in the log what became of the branding. */
export async function recordBrandingChange(
  transaction: DatabaseTransaction,
  now: Date,
  circumstances: Circumstances,
  { tenantId, displayName: name }: Tenant,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  await recordEvent(transaction, now, circumstances, {
    tenantId,
    activity: "branding-changed",
    result: "success",
    target: { kind: "tenant", id: tenantId, name },
    details,
  });
}

function changedProperties(
  before: Branding | undefined,
  after: Branding,
  names: readonly (keyof BrandingProperties)[],
): Record<string, { from: unknown; to: unknown }> {
  return Object.fromEntries(
    names
      .filter((name) => before?.[name] !== after[name])
      .map((name) => [name, { from: before?.[name] ?? null, to: after[name] ?? null }]),
  );
}
