import { type Branding, defaultLocale } from "../../../../domain/directory/rules/branding.ts";
import type { Tenant } from "../../../../domain/directory/rules/tenant.ts";
import { holdsRole, missingRole } from "../../caller.ts";
import { notFound } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { addressedOrganization } from "../organization/read-organization-endpoint.ts";

export interface AddressedBranding {
  readonly tenant: Tenant;
  /** `default`, or the tag as it is written in the branding or, where there is none, in the address. */
  readonly locale: string;
  readonly branding: Branding | undefined;
}

/** The branding in the address, the general one where no locale stands there. Throws 404 for another organization. */
export async function addressedBranding(request: GraphRequest): Promise<AddressedBranding> {
  const tenant = await addressedOrganization(request);
  return { tenant, ...localeIn(tenant, request.c.req.param("locale") ?? defaultLocale) };
}

/** The locale of this name, and its branding if there is one. */
export function localeIn(tenant: Tenant, name: string): Pick<AddressedBranding, "locale" | "branding"> {
  const wanted = name === "0" ? defaultLocale : name.toLowerCase();
  const branding = tenant.brandings.find(({ locale }) => locale.toLowerCase() === wanted);
  return { locale: branding?.locale ?? (wanted === defaultLocale ? wanted : name), branding };
}

/** The refusal that says which branding is missing. */
export function brandingMissing({ tenant, locale }: AddressedBranding) {
  return notFound(locale === defaultLocale ? tenant.tenantId : locale.slice(0, 35));
}

/** Throws unless the caller may change how the organisation's pages look. */
export function checkMayBrand({ caller }: GraphRequest): void {
  if (
    caller.kind === "user" &&
    !holdsRole(caller, "organizational-branding-administrator", "global-administrator")
  )
    throw missingRole("Organizational Branding Administrator", "Global Administrator");
}
