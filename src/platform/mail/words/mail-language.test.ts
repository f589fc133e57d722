import { describe, expect, it } from "vitest";
import { chooseMailLanguage } from "./mail-language.ts";

describe("chooseMailLanguage", () => {
  it("takes the first tag whose language it has", () => {
    expect(chooseMailLanguage([undefined, null, "", "tlh", "fr-CA", "de"])).toBe("fr");
  });

  it("goes from a regional tag to its language", () => {
    expect(chooseMailLanguage(["ja-JP"])).toBe("ja");
    expect(chooseMailLanguage(["ES_mx"])).toBe("es");
    expect(chooseMailLanguage(["ar-EG"])).toBe("ar");
    expect(chooseMailLanguage(["pt-BR"])).toBe("pt");
  });

  it("ends with English", () => {
    expect(chooseMailLanguage([])).toBe("en");
    expect(chooseMailLanguage(["tlh", "definitely not a tag"])).toBe("en");
  });
});
