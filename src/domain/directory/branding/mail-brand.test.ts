import { describe, expect, it } from "vitest";
import type { Branding, BrandingAssetKind } from "../rules/branding.ts";
import { mailBrandOf, readPictureSource } from "./mail-brand.ts";

function branding(locale: string, kinds: readonly BrandingAssetKind[], accentColour?: string): Branding {
  const assets = kinds.map((kind) => ({ kind, locale, digest: "d" }));
  return { locale, assets, accentColour } as unknown as Branding;
}

describe("what mails take over from the branding", () => {
  it("is nothing where there is none", () => {
    expect(mailBrandOf({ brandings: [] }, "en")).toEqual({ accentColour: undefined, logo: undefined });
  });

  it("is the wide logo before the square one, and the colour", () => {
    const brandings = [branding("default", ["square-logo", "banner-logo", "favicon"], "#7a1f5c")];
    expect(mailBrandOf({ brandings }, "de")).toEqual({
      accentColour: "#7a1f5c",
      logo: { source: "default/banner-logo", isWide: true },
    });
  });

  it("is that of the mail's language where there is one", () => {
    const brandings = [branding("default", [], "#7a1f5c"), branding("fr-FR", ["square-logo"])];
    expect(mailBrandOf({ brandings }, "fr")).toEqual({
      accentColour: "#7a1f5c",
      logo: { source: "fr-FR/square-logo", isWide: false },
    });
    expect(mailBrandOf({ brandings }, "en").logo).toBeUndefined();
  });

  it("names no other file than a logo", () => {
    expect(readPictureSource("fr-FR/square-logo")).toEqual({ locale: "fr-FR", kind: "square-logo" });
    for (const other of ["default/stylesheet", "default", "", "/banner-logo"])
      expect(readPictureSource(other), other).toBeUndefined();
  });
});
