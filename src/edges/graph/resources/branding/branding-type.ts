import {
  assetOf,
  type Branding,
  type BrandingAsset,
  type BrandingAssetKind,
  defaultLocale,
} from "../../../../domain/directory/rules/branding.ts";
import type { TenantId } from "../../../../foundation/identifiers.ts";
import { badRequest } from "../../graph-error.ts";

/** The wire's names of the files. */
export const assetNames: Readonly<Record<string, BrandingAssetKind>> = {
  backgroundImage: "background-image",
  bannerLogo: "banner-logo",
  squareLogo: "square-logo",
  squareLogoDark: "square-logo-dark",
  favicon: "favicon",
  customCSS: "stylesheet",
};

/** The branding of a locale, with addresses of its files relative to this service: it serves them itself. */
export function presentBranding(
  branding: Branding,
  tenantId: TenantId,
  publicUrl: string,
  select: readonly string[] | undefined,
): object {
  const shown = properties(branding, tenantId, publicUrl);
  const unknown = select?.find((name) => !Object.hasOwn(shown, name));
  if (unknown !== undefined)
    throw badRequest(
      `Could not find a property named '${unknown}' on type 'microsoft.graph.organizationalBranding'.`,
    );
  return select === undefined
    ? shown
    : Object.fromEntries(Object.entries(shown).filter(([name]) => select.includes(name)));
}

function properties(branding: Branding, tenantId: TenantId, publicUrl: string): Record<string, unknown> {
  const relativeUrls = Object.entries(assetNames).map(([name, kind]): [string, string | null] => {
    const asset = assetOf(branding, kind);
    return [`${name}RelativeUrl`, asset ? relativeUrl(tenantId, asset) : null];
  });
  return {
    id: branding.locale === defaultLocale ? "0" : branding.locale,
    accentColor: branding.accentColour ?? null,
    backgroundColor: branding.backgroundColour ?? null,
    cdnList: branding.assets.length > 0 ? [new URL(publicUrl).host] : [],
    customAccountResetCredentialsUrl: branding.passwordResetUrl ?? null,
    customForgotMyPasswordText: branding.passwordResetText ?? null,
    customPrivacyAndCookiesText: branding.privacyText ?? null,
    customPrivacyAndCookiesUrl: branding.privacyUrl ?? null,
    customTermsOfUseText: branding.termsText ?? null,
    customTermsOfUseUrl: branding.termsUrl ?? null,
    loginPageLayoutConfiguration: {
      layoutTemplateType: branding.layout === "side" ? "verticalSplit" : "default",
      isHeaderShown: true,
      isFooterShown: true,
    },
    signInPageText: branding.signInText ?? null,
    usernameHintText: branding.userNameHint ?? null,
    ...Object.fromEntries(relativeUrls),
  };
}

function relativeUrl(tenantId: TenantId, { locale, kind, digest }: BrandingAsset): string {
  return `branding/${tenantId}/${locale}/${kind}?v=${digest}`;
}
