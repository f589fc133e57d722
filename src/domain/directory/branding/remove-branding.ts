import type { TenantId } from "../../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { Machine } from "../../../platform/machine.ts";
import type { Circumstances } from "../../audit/circumstances.ts";
import { recordEvent } from "../../audit/record-event.ts";
import { forgetTenants } from "../find-tenant.ts";
import { defaultLocale } from "../rules/branding.ts";
import { selectTenants } from "../tenant-store.ts";
import { deleteBranding } from "./branding-store.ts";

/** Removes the branding of a locale; the general one only after those of the languages, which build on it. */
export async function removeBranding(
  machine: Machine,
  circumstances: Circumstances,
  { tenantId, locale }: { readonly tenantId: TenantId; readonly locale: string },
): Promise<Result<undefined, { readonly code: "branding-not-found" | "languages-remain" }>> {
  const outcome = await machine.database.transaction().execute(async (transaction) => {
    const [tenant] = await selectTenants(transaction, { tenantId });
    if (locale === defaultLocale && tenant?.brandings.some((branding) => branding.locale !== defaultLocale))
      return refuse({ code: "languages-remain" } as const);
    if (!tenant || !(await deleteBranding(transaction, { tenantId, locale })))
      return refuse({ code: "branding-not-found" } as const);
    await recordEvent(transaction, machine.clock(), circumstances, {
      tenantId,
      activity: "branding-removed",
      result: "success",
      target: { kind: "tenant", id: tenantId, name: tenant.displayName },
      details: { locale },
    });
    return accept(undefined);
  });
  forgetTenants(machine.database);
  return outcome;
}
