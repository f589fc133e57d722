import {
  assetOf,
  type Branding,
  type BrandingAssetKind,
  brandingIn,
} from "../../../domain/directory/rules/branding.ts";
import type { Tenant } from "../../../domain/directory/rules/tenant.ts";
import type { Language } from "../../../foundation/language.ts";
import type { Brand, Organisation } from "./frame.ts";

/** The organisation as its pages in this language show it. */
export function organisationOf(tenant: Tenant, language: Language): Organisation {
  const branding = brandingIn(tenant.brandings, language);
  const addressOf = (kind: BrandingAssetKind) => assetAddress(tenant, branding, kind);
  return {
    displayName: tenant.displayName,
    domain: tenant.primaryDomain,
    accentColour: branding?.accentColour,
    logoUrl: addressOf("square-logo"),
    darkLogoUrl: addressOf("square-logo-dark"),
    bannerUrl: addressOf("banner-logo"),
  };
}

/** What else its pages in this language look like and say. */
export function brandOf(tenant: Tenant, language: Language): Brand {
  const branding = brandingIn(tenant.brandings, language);
  const addressOf = (kind: BrandingAssetKind) => assetAddress(tenant, branding, kind);
  return {
    groundUrl: groundAddress(branding?.backgroundColour, addressOf("background-image")),
    stylesheetUrl: addressOf("stylesheet"),
    faviconUrl: addressOf("favicon"),
    isAside: branding?.layout === "side",
    signInText: said(branding?.signInText),
    userNameHint: said(branding?.userNameHint),
    privacyText: said(branding?.privacyText),
    termsText: said(branding?.termsText),
    passwordReset: branding?.passwordResetUrl
      ? { url: branding.passwordResetUrl, text: said(branding.passwordResetText) }
      : undefined,
  };
}

/** Where the tenant's privacy statement and terms stand in this language. */
export function linksOf(
  tenant: Tenant,
  language: Language,
): { readonly privacyUrl: string | undefined; readonly termsUrl: string | undefined } {
  const branding = brandingIn(tenant.brandings, language);
  return {
    privacyUrl: branding?.privacyUrl ?? tenant.privacyStatementUrl,
    termsUrl: branding?.termsUrl ?? tenant.termsUrl,
  };
}

function assetAddress(
  { tenantId }: Tenant,
  branding: Branding | undefined,
  kind: BrandingAssetKind,
): string | undefined {
  const asset = assetOf(branding, kind);
  return asset && `/branding/${tenantId}/${asset.locale}/${kind}?v=${asset.digest}`;
}

function groundAddress(colour: string | undefined, image: string | undefined): string | undefined {
  if (colour === undefined && image === undefined) return undefined;
  return `/static/ground.css?${new URLSearchParams({ ...(colour && { colour: colour.slice(1) }), ...(image && { image }) })}`;
}

/** A text of blanks says that nothing is to be said. */
function said(text: string | undefined): string | undefined {
  return text?.trim() ? text : undefined;
}
