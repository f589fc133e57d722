import type { MailBrand } from "../../../platform/mail/frame/mail-brand.ts";
import { assetOf, type BrandingAsset, type BrandingAssetKind, brandingIn } from "../rules/branding.ts";
import type { Tenant } from "../rules/tenant.ts";

const logoKinds = ["banner-logo", "square-logo"] as const satisfies readonly BrandingAssetKind[];

/** What mails in this language take over from the organisation's branding. */
export function mailBrandOf(tenant: Pick<Tenant, "brandings">, language: string): MailBrand {
  const branding = brandingIn(tenant.brandings, language);
  const logo = logoKinds.map((kind) => assetOf(branding, kind)).find((asset) => asset !== undefined);
  return {
    accentColour: branding?.accentColour,
    logo: logo && { source: pictureSource(logo), isWide: logo.kind === "banner-logo" },
  };
}

function pictureSource({ locale, kind }: BrandingAsset): string {
  return `${locale}/${kind}`;
}

/** What `mailBrandOf` named; undefined for anything else. */
export function readPictureSource(source: string): Pick<BrandingAsset, "locale" | "kind"> | undefined {
  const [locale, name] = source.split("/");
  const kind = logoKinds.find((known) => known === name);
  return locale && kind ? { locale, kind } : undefined;
}
