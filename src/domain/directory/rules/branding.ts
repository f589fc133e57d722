/** What an organisation's pages say and look like beside our own words; a text of blanks says that there is none. */
export interface BrandingProperties {
  /** Of buttons and links: six hexadecimal digits with `#`. */
  readonly accentColour: string | undefined;
  /** Of the ground behind the sheet. */
  readonly backgroundColour: string | undefined;
  /** The sheet in the middle of the ground, or at its side and as high as the window. */
  readonly layout: "centred" | "side" | undefined;
  /** Below the question who signs in. */
  readonly signInText: string | undefined;
  /** In the empty field for the address. */
  readonly userNameHint: string | undefined;
  readonly privacyText: string | undefined;
  readonly privacyUrl: string | undefined;
  readonly termsText: string | undefined;
  readonly termsUrl: string | undefined;
  readonly passwordResetText: string | undefined;
  /** Where members of the organisation get a new password. */
  readonly passwordResetUrl: string | undefined;
}

/** Files that belong to the branding. */
export const brandingAssetKinds = [
  "background-image",
  "banner-logo",
  "square-logo",
  "square-logo-dark",
  "favicon",
  "stylesheet",
] as const;

export type BrandingAssetKind = (typeof brandingAssetKinds)[number];

/** Where an asset is kept and which version it has; the bytes are fetched when somebody asks for them. */
export interface BrandingAsset {
  readonly kind: BrandingAssetKind;
  readonly locale: string;
  readonly digest: string;
}

export interface Branding extends BrandingProperties {
  /** `default`, or the tag of the language that it is for. */
  readonly locale: string;
  readonly assets: readonly BrandingAsset[];
}

export const defaultLocale = "default";

/** The branding of a locale of which nothing is said yet. */
export function emptyBranding(locale: string): Branding {
  return {
    locale,
    accentColour: undefined,
    backgroundColour: undefined,
    layout: undefined,
    signInText: undefined,
    userNameHint: undefined,
    privacyText: undefined,
    privacyUrl: undefined,
    termsText: undefined,
    termsUrl: undefined,
    passwordResetText: undefined,
    passwordResetUrl: undefined,
    assets: [],
  };
}

/** One branding for a page in this language: what the language leaves open is as it is in general. */
export function brandingIn(brandings: readonly Branding[], language: string): Branding | undefined {
  const general = brandings.find(({ locale }) => locale === defaultLocale);
  const particular = brandingOfLanguage(brandings, language);
  if (general === undefined || particular === undefined) return general ?? particular;
  const stated = Object.entries(particular).filter(([, value]) => value !== undefined);
  const kinds = new Set(particular.assets.map(({ kind }) => kind));
  const inherited = general.assets.filter(({ kind }) => !kinds.has(kind));
  return { ...general, ...Object.fromEntries(stated), assets: [...particular.assets, ...inherited] };
}

/** The branding for just this tag, else one for the same language elsewhere: `pt-BR` for `pt`. */
function brandingOfLanguage(brandings: readonly Branding[], language: string): Branding | undefined {
  const wanted = language.toLowerCase();
  const [primary] = wanted.split("-");
  const local = brandings.filter(({ locale }) => locale !== defaultLocale);
  return (
    local.find(({ locale }) => locale.toLowerCase() === wanted) ??
    local.find(({ locale }) => locale.toLowerCase() === primary) ??
    local.find(({ locale }) => locale.toLowerCase().split("-")[0] === primary)
  );
}

/** The asset of a kind, if there is one. */
export function assetOf(branding: Branding | undefined, kind: BrandingAssetKind): BrandingAsset | undefined {
  return branding?.assets.find((asset) => asset.kind === kind);
}
