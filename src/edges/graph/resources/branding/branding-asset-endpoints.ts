import { findBrandingAsset } from "../../../../domain/directory/branding/find-branding-asset.ts";
import { setBrandingAsset } from "../../../../domain/directory/branding/set-branding-asset.ts";
import type { BrandingAssetKind } from "../../../../domain/directory/rules/branding.ts";
import { badRequest } from "../../graph-error.ts";
import { circumstances, type GraphRequest } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { addressedBranding, brandingMissing, checkMayBrand } from "./addressed-branding.ts";
import { assetNames } from "./branding-type.ts";
import { readPicture } from "./read-picture.ts";
import { readStylesheet } from "./read-stylesheet.ts";

/** `GET …/branding/{file}`: the bytes, or an empty object where there is none. */
export async function readAssetEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  const kind = addressedKind(request);
  const { tenant, locale } = await addressedBranding(request);
  const asset = await findBrandingAsset(machine.database, { tenantId: tenant.tenantId, locale, kind });
  if (asset === undefined) return graphJson(c, {});
  return c.body(new Uint8Array(asset.content), 200, { "content-type": asset.mediaType });
}

/** `PUT …/branding/{file}`: the bytes in the body. */
export async function uploadAssetEndpoint(request: GraphRequest): Promise<Response> {
  const kind = addressedKind(request);
  checkMayBrand(request);
  const content = Buffer.from(await request.c.req.arrayBuffer());
  if (content.length === 0)
    throw badRequest("The request body is empty.", {
      code: "FileMissing",
      message: "Send the bytes of the file as the body, or remove the file with DELETE.",
    });
  const file =
    kind === "stylesheet"
      ? { mediaType: "text/css; charset=utf-8", content: readStylesheet(content) }
      : { mediaType: readPicture(kind, content), content };
  return putAsset(request, kind, file);
}

/** `DELETE …/branding/{file}`. */
export async function deleteAssetEndpoint(request: GraphRequest): Promise<Response> {
  const kind = addressedKind(request);
  checkMayBrand(request);
  return putAsset(request, kind, undefined);
}

async function putAsset(
  request: GraphRequest,
  kind: BrandingAssetKind,
  file: { readonly mediaType: string; readonly content: Buffer } | undefined,
): Promise<Response> {
  const { c, machine } = request;
  const addressed = await addressedBranding(request);
  const { tenant, locale } = addressed;
  const key = { tenantId: tenant.tenantId, locale, kind };
  const outcome = await setBrandingAsset(machine, circumstances(request), { ...key, file });
  if (!outcome.ok) throw brandingMissing(addressed);
  return c.body(null, 204);
}

function addressedKind({ c }: GraphRequest): BrandingAssetKind {
  const name = c.req.param("file") ?? "";
  const kind = Object.hasOwn(assetNames, name) ? assetNames[name] : undefined;
  if (kind !== undefined) return kind;
  throw badRequest(`Resource not found for the segment '${name.slice(0, 100)}'.`, {
    code: "FileNotOffered",
    message: `Files of the branding are ${Object.keys(assetNames).join(", ")}.`,
  });
}
