import { z } from "zod";
import type { BrandingChanges } from "../../../../domain/directory/branding/change-branding.ts";
import { readChanges } from "../../odata/read-changes.ts";

const colour = z
  .string()
  .regex(/^(#?[0-9a-f]{6})?$/i, "must be six hexadecimal digits, such as #1B6B5C")
  .transform((typed) => (typed === "" ? null : `#${typed.replace("#", "").toLowerCase()}`))
  .nullable();

/** Direction marks would turn around what stands beside the text. */
const text = (length: number) =>
  z
    .string()
    .max(length)
    .regex(/^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u, "must be one line without direction marks")
    .nullable();

const paragraph = z
  .string()
  .max(1024)
  .regex(/^(?:[^\p{Cc}\u202a-\u202e\u2066-\u2069]|[\r\n])*$/u, "must be text without direction marks")
  .nullable();

const address = z
  .string()
  .max(2000)
  .regex(/^(https?:\/\/[^\s]+)?$/i, "must be a web address")
  .transform((typed) => (typed === "" ? null : typed))
  .nullable();

const layouts = { default: "centred", verticalSplit: "side" } as const;

const layout = z
  .strictObject({ layoutTemplateType: z.enum(["default", "verticalSplit"]).nullable() })
  .partial()
  .nullable();

/** The body of `PATCH /organization/{id}/branding`; null empties. */
export const brandingBody = z
  .strictObject({
    accentColor: colour,
    backgroundColor: colour,
    customAccountResetCredentialsUrl: address,
    customForgotMyPasswordText: text(256),
    customPrivacyAndCookiesText: text(256),
    customPrivacyAndCookiesUrl: address,
    customTermsOfUseText: text(256),
    customTermsOfUseUrl: address,
    loginPageLayoutConfiguration: layout,
    signInPageText: paragraph,
    usernameHintText: text(64),
  })
  .partial();

/** The body of `POST /organization/{id}/branding/localizations`. */
export const newLocalizationBody = brandingBody.extend({
  id: z
    .string()
    .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i, "must be a language tag, such as fr or fr-FR")
    .max(35),
});

const files = "A file. Send its bytes: PUT /organization/{id}/branding/localizations/{locale}/{name}.";
const noSuchPart = "Pages have no such part.";

/** Properties that exist and are not changed so, with the reason. */
const refused: Readonly<Record<string, string>> = {
  backgroundImage: files,
  bannerLogo: files,
  squareLogo: files,
  squareLogoDark: files,
  favicon: files,
  customCSS: files,
  headerBackgroundColor: noSuchPart,
  headerLogo: noSuchPart,
  loginPageTextVisibilitySettings: "Texts are left out by leaving them empty.",
  contentCustomization: noSuchPart,
  customCannotAccessYourAccountText: noSuchPart,
  customCannotAccessYourAccountUrl: "Use customAccountResetCredentialsUrl.",
  customResetItNowText: noSuchPart,
  "loginPageLayoutConfiguration/isHeaderShown": "Pages always say whose they are.",
  "loginPageLayoutConfiguration/isFooterShown": "Pages always offer languages and help.",
};

const resource = "OrganizationalBranding";

/** Reads a change of branding; throws 400 naming what cannot be changed so. */
export function readBrandingChanges(body: Record<string, unknown>): BrandingChanges {
  return changesOf(readChanges(brandingBody, resource, body, refused));
}

/** Reads a new localization; throws 400 likewise. */
export function readNewLocalization(body: Record<string, unknown>): {
  readonly locale: string;
  readonly changes: BrandingChanges;
} {
  const { id, ...properties } = readChanges(newLocalizationBody, resource, body, refused);
  return { locale: id, changes: changesOf(properties) };
}

function changesOf(read: z.infer<typeof brandingBody>): BrandingChanges {
  const { loginPageLayoutConfiguration: layoutConfiguration } = read;
  const template = layoutConfiguration?.layoutTemplateType;
  const properties: BrandingChanges = {
    accentColour: read.accentColor,
    backgroundColour: read.backgroundColor,
    layout: layoutConfiguration === undefined ? undefined : template ? layouts[template] : null,
    passwordResetUrl: read.customAccountResetCredentialsUrl,
    passwordResetText: read.customForgotMyPasswordText,
    privacyText: read.customPrivacyAndCookiesText,
    privacyUrl: read.customPrivacyAndCookiesUrl,
    termsText: read.customTermsOfUseText,
    termsUrl: read.customTermsOfUseUrl,
    signInText: read.signInPageText,
    userNameHint: read.usernameHintText,
  };
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}
