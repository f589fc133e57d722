import { type Branding, defaultLocale } from "../../../../domain/directory/rules/branding.ts";
import type { Tenant } from "../../../../domain/directory/rules/tenant.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { odataContext } from "../../odata/page.ts";
import { parseQuery } from "../../odata/parse-query.ts";
import { addressedOrganization } from "../organization/read-organization-endpoint.ts";
import { addressedBranding, brandingMissing, localeIn } from "./addressed-branding.ts";
import { presentBranding } from "./branding-type.ts";

/**
 * `GET /organization/{id}/branding`. `Accept-Language` may name one of the languages that have a branding of their
 * own; what a browser sends by itself names several, and gets the general one.
 */
export async function readBrandingEndpoint(request: GraphRequest): Promise<Response> {
  const addressed = await addressedBranding(request);
  const asked = localeIn(addressed.tenant, request.c.req.header("accept-language") ?? defaultLocale);
  const branding = asked.branding ?? addressed.branding;
  if (branding === undefined) throw brandingMissing(addressed);
  return answer(request, addressed.tenant, branding, "branding");
}

/** `GET /organization/{id}/branding/localizations/{locale}`. */
export async function readLocalizationEndpoint(request: GraphRequest): Promise<Response> {
  const addressed = await addressedBranding(request);
  if (addressed.branding === undefined) throw brandingMissing(addressed);
  return answer(request, addressed.tenant, addressed.branding, "branding/localizations/$entity");
}

/** `GET /organization/{id}/branding/localizations`: the general one is the first of them. */
export async function listLocalizationsEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  const tenant = await addressedOrganization(request);
  const { publicUrl } = machine.configuration;
  const { select } = parseQuery(c.req.url, c.req.header("consistencylevel"));
  const general = tenant.brandings.filter(({ locale }) => locale === defaultLocale);
  const others = tenant.brandings.filter(({ locale }) => locale !== defaultLocale);
  return graphJson(c, {
    "@odata.context": odataContext(publicUrl, "branding/localizations", select),
    value: [...general, ...others].map((branding) =>
      presentBranding(branding, tenant.tenantId, publicUrl, select),
    ),
  });
}

function answer(request: GraphRequest, tenant: Tenant, branding: Branding, set: string): Response {
  const { c, machine } = request;
  const { publicUrl } = machine.configuration;
  const { select } = parseQuery(c.req.url, c.req.header("consistencylevel"));
  return graphJson(c, {
    "@odata.context": odataContext(publicUrl, set, select),
    ...presentBranding(branding, tenant.tenantId, publicUrl, select),
  });
}
