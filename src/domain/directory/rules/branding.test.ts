import { describe, expect, it } from "vitest";
import { assetOf, type Branding, type BrandingAssetKind, brandingIn } from "./branding.ts";

function branding(
  locale: string,
  properties: Partial<Branding> = {},
  kinds: readonly BrandingAssetKind[] = [],
): Branding {
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
    ...properties,
    assets: kinds.map((kind) => ({ kind, locale, digest: `${locale}-${kind}` })),
  };
}

const general = branding("default", { signInText: "Welcome", userNameHint: "you@company" }, [
  "banner-logo",
  "favicon",
]);
const french = branding("fr-FR", { signInText: "Bienvenue" }, ["banner-logo"]);
const canadian = branding("fr-CA", { signInText: "Bienvenue au Canada" });

describe("the branding of a page in a language", () => {
  it("is the general one where the language has none", () => {
    expect(brandingIn([general, french], "de")).toBe(general);
    expect(brandingIn([], "de")).toBeUndefined();
  });

  it("inherits what the language leaves open, pictures too", () => {
    const shown = brandingIn([general, french], "fr");
    expect(shown).toMatchObject({ signInText: "Bienvenue", userNameHint: "you@company" });
    expect(assetOf(shown, "banner-logo")?.digest).toBe("fr-FR-banner-logo");
    expect(assetOf(shown, "favicon")?.digest).toBe("default-favicon");
    expect(assetOf(shown, "stylesheet")).toBeUndefined();
  });

  it("says nothing where the language says blanks", () => {
    const silent = branding("fr", { userNameHint: " " });
    expect(brandingIn([general, silent], "fr")?.userNameHint).toBe(" ");
  });

  it("is that of the very tag before that of the language", () => {
    expect(brandingIn([general, french, canadian], "fr-ca")?.signInText).toBe("Bienvenue au Canada");
    expect(brandingIn([general, canadian, branding("fr", { signInText: "Salut" })], "fr")?.signInText).toBe(
      "Salut",
    );
  });
});
