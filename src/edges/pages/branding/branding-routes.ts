import { Hono } from "hono";
import { findBrandingAsset } from "../../../domain/directory/branding/find-branding-asset.ts";
import { brandingAssetKinds } from "../../../domain/directory/rules/branding.ts";
import { parseGuid, type TenantId } from "../../../foundation/identifiers.ts";
import type { Machine } from "../../../platform/machine.ts";
import { translateStylesheet } from "../../shared/branding-stylesheet.ts";
import { inColourScheme } from "../layout/colour-scheme.ts";

/** Under this address a file never changes: its version is a part of it. */
const forGood = "public, max-age=31536000, immutable";

/**
 * `/branding/{tenant}/{locale}/{kind}?v={version}`: the pictures and the stylesheet of an organisation's pages, which
 * anybody sees before they are anybody. Only pictures in two formats, and text read again, ever come out here.
 */
export function brandingRoutes(machine: Machine): Hono {
  const app = new Hono();
  app.get("/:tenant/:locale/:kind", async (c) => {
    const tenantId = parseGuid<TenantId>(c.req.param("tenant"));
    const locale = c.req.param("locale");
    const kind = brandingAssetKinds.find((name) => name === c.req.param("kind"));
    if (!tenantId || !kind) return c.notFound();
    const asset = await findBrandingAsset(machine.database, { tenantId, locale, kind });
    if (asset === undefined) return c.notFound();
    const content = kind === "stylesheet" ? stylesheet(asset.content, c.req.query("scheme")) : asset.content;
    return c.body(new Uint8Array(content), 200, {
      "content-type": asset.mediaType,
      "content-security-policy": "default-src 'none'",
      "cache-control": c.req.query("v") === asset.digest ? forGood : "no-cache",
    });
  });
  return app;
}

/** What was taken under wider limits than today's is left out. */
function stylesheet(content: Buffer, scheme: string | undefined): Buffer {
  const translated = translateStylesheet(content.toString("utf8"));
  return Buffer.from(translated.ok ? inColourScheme(translated.value, scheme) : "");
}
