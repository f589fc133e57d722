import { describe, expect, test } from "vitest";
import { parseRedirectUrl } from "./redirect-url.ts";

describe("the redirect address of an invitation", () => {
  test.each([
    "https://app.contoso.example",
    "https://app.contoso.example/?tenantId=9b7a0c52-6c33-4f2b-9f0a-2a5f6a3c1e10#top",
    "http://localhost:3000/welcome",
    "HTTPS://App.Contoso.Example/x",
    "https://app.contoso.example/@ana",
  ])("%s is kept as written", (text) => {
    expect(parseRedirectUrl(text)).toEqual({ ok: true, value: text });
  });

  test.each([
    ["", "not-absolute"],
    ["app.contoso.example", "not-absolute"],
    ["/welcome", "not-absolute"],
    ["//app.contoso.example", "not-absolute"],
    ["https:app.contoso.example", "not-absolute"],
    ["https://", "not-absolute"],
    ["https:///app.contoso.example", "not-absolute"],
    ["javascript:alert(1)", "scheme-not-web"],
    ["JaVaScRiPt:alert(1)", "scheme-not-web"],
    ["data:text/html,<script>alert(1)</script>", "scheme-not-web"],
    ["file:///etc/passwd", "scheme-not-web"],
    ["myapp://open", "scheme-not-web"],
    ["https://contoso.example@evil.example/", "carries-credentials"],
    ["https://user:secret@contoso.example/", "carries-credentials"],
    ["https://@contoso.example/", "carries-credentials"],
    ["java\nscript:alert(1)", "control-character"],
    ["https://contoso.example/\r\nBcc: x@evil.example", "control-character"],
    ["https://contoso.example\\@evil.example", "control-character"],
    [`https://contoso.example/${"a".repeat(2048)}`, "too-long"],
  ])("%j is refused as %s", (text, problem) => {
    expect(parseRedirectUrl(text)).toEqual({
      ok: false,
      refusal: { code: "redirect-url-unusable", problem },
    });
  });
});
