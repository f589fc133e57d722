import { changeBranding } from "../../../../domain/directory/branding/change-branding.ts";
import { defaultLocale } from "../../../../domain/directory/rules/branding.ts";
import { GraphError } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { odataContext } from "../../odata/page.ts";
import { addressedOrganization } from "../organization/read-organization-endpoint.ts";
import { addressedBranding, brandingMissing, checkMayBrand, localeIn } from "./addressed-branding.ts";
import { readBrandingChanges, readNewLocalization } from "./branding-body.ts";
import { presentBranding } from "./branding-type.ts";

/** `PATCH /organization/{id}/branding`, which makes the general branding where there is none, or that of a language. */
export async function changeBrandingEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  const addressed = await addressedBranding(request);
  checkMayBrand(request);
  const { tenant, locale } = addressed;
  const outcome = await changeBranding(machine, circumstances(request), {
    tenantId: tenant.tenantId,
    locale,
    changes: readBrandingChanges(await readJsonObject(request)),
    expect: locale === defaultLocale ? "either" : "existing",
  });
  if (!outcome.ok) throw brandingMissing(addressed);
  return c.body(null, 204);
}

/** `POST /organization/{id}/branding/localizations`. */
export async function createLocalizationEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  const tenant = await addressedOrganization(request);
  checkMayBrand(request);
  const { locale, changes } = readNewLocalization(await readJsonObject(request));
  const outcome = await changeBranding(machine, circumstances(request), {
    tenantId: tenant.tenantId,
    // As it is spelled already, so that one language has one branding.
    locale: localeIn(tenant, locale).locale,
    changes,
    expect: "new",
  });
  if (!outcome.ok)
    throw new GraphError(409, "Request_MultipleObjectsWithSameKeyValue", "A conflicting object exists.", [
      { code: "LanguageHasBranding", target: "id", message: `Change it: PATCH …/localizations/${locale}.` },
    ]);
  const { publicUrl } = machine.configuration;
  const shown = presentBranding(outcome.value, tenant.tenantId, publicUrl, undefined);
  const context = odataContext(publicUrl, "branding/localizations", undefined, true);
  return graphJson(c, { "@odata.context": context, ...shown }, 201);
}
