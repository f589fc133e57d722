import { removeBranding } from "../../../../domain/directory/branding/remove-branding.ts";
import { badRequest } from "../../graph-error.ts";
import { circumstances, type GraphRequest } from "../../graph-request.ts";
import { addressedBranding, brandingMissing, checkMayBrand } from "./addressed-branding.ts";

/** `DELETE /organization/{id}/branding` and `…/localizations/{locale}`, with the files of the branding. */
export async function deleteBrandingEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  const addressed = await addressedBranding(request);
  checkMayBrand(request);
  const { tenant, locale } = addressed;
  const outcome = await removeBranding(machine, circumstances(request), {
    tenantId: tenant.tenantId,
    locale,
  });
  if (outcome.ok) return c.body(null, 204);
  if (outcome.refusal.code === "branding-not-found") throw brandingMissing(addressed);
  throw badRequest("The branding of languages builds on the general one.", {
    code: "LocalizationsRemain",
    message: "Delete every one of /organization/{id}/branding/localizations first.",
  });
}
