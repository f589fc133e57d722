import type { GraphEndpoint } from "../../graph-request.ts";
import { deleteAssetEndpoint, readAssetEndpoint, uploadAssetEndpoint } from "./branding-asset-endpoints.ts";
import type { brandingOperations } from "./branding-operations.ts";
import { changeBrandingEndpoint, createLocalizationEndpoint } from "./change-branding-endpoint.ts";
import { deleteBrandingEndpoint } from "./delete-branding-endpoint.ts";
import {
  listLocalizationsEndpoint,
  readBrandingEndpoint,
  readLocalizationEndpoint,
} from "./read-branding-endpoint.ts";

export const brandingEndpoints: Record<keyof typeof brandingOperations, GraphEndpoint> = {
  "GET /organization/:id/branding": readBrandingEndpoint,
  "PATCH /organization/:id/branding": changeBrandingEndpoint,
  "DELETE /organization/:id/branding": deleteBrandingEndpoint,
  "GET /organization/:id/branding/localizations": listLocalizationsEndpoint,
  "POST /organization/:id/branding/localizations": createLocalizationEndpoint,
  "GET /organization/:id/branding/localizations/:locale": readLocalizationEndpoint,
  "PATCH /organization/:id/branding/localizations/:locale": changeBrandingEndpoint,
  "DELETE /organization/:id/branding/localizations/:locale": deleteBrandingEndpoint,
  "GET /organization/:id/branding/localizations/:locale/:file": readAssetEndpoint,
  "PUT /organization/:id/branding/localizations/:locale/:file": uploadAssetEndpoint,
  "DELETE /organization/:id/branding/localizations/:locale/:file": deleteAssetEndpoint,
  "GET /organization/:id/branding/:file": readAssetEndpoint,
  "PUT /organization/:id/branding/:file": uploadAssetEndpoint,
  "PATCH /organization/:id/branding/:file": uploadAssetEndpoint,
  "DELETE /organization/:id/branding/:file": deleteAssetEndpoint,
};
