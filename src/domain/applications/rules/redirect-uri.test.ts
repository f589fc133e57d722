import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Platform, RedirectUriRegistration } from "./application.ts";
import { checkNewRedirectUri, matchRedirectUri } from "./redirect-uri.ts";

const registered: RedirectUriRegistration[] = [
  { platform: "web", uri: "https://app.example/signin" },
  { platform: "web", uri: "https://app.example/signin?tenant=one" },
  { platform: "spa", uri: "https://spa.example" },
  { platform: "spa", uri: "http://localhost:3000/spa" },
  { platform: "public-client", uri: "http://localhost" },
  { platform: "public-client", uri: "http://127.0.0.1/callback" },
  { platform: "public-client", uri: "com.example.app:/signed-in" },
  { platform: "web", uri: "https://localhost:5001/signin-oidc" },
];

describe("matchRedirectUri", () => {
  it.each<[string, Platform]>([
    ["https://app.example/signin", "web"],
    ["https://app.example/signin?tenant=one", "web"],
    ["https://spa.example", "spa"],
    ["https://spa.example/", "spa"],
    ["http://localhost:3000/spa", "spa"],
    ["http://localhost:4711/spa", "spa"],
    ["http://localhost/spa", "spa"],
    ["http://localhost:53211", "public-client"],
    ["http://localhost:53211/", "public-client"],
    ["http://127.0.0.1:9/callback", "public-client"],
    ["com.example.app:/signed-in", "public-client"],
    ["https://localhost:5002/signin-oidc", "web"],
  ])("takes %s as %s, and answers there", (uri, platform) => {
    expect(matchRedirectUri(registered, uri)).toEqual({ platform, uri });
  });

  it.each([
    "https://app.example/signin/",
    "https://app.example/Signin",
    "https://APP.example/signin",
    "https://app.example/signin?",
    "https://app.example/signin?tenant=two",
    "https://app.example/signin#fragment",
    "https://app.example:443/signin",
    "http://app.example/signin",
    "https://app.example/x/../signin",
    "https://app.example/%73ignin",
    "https://app.example.evil.example/signin",
    "https://user@app.example/signin",
    "https://evil.example\\@app.example/signin",
    " https://app.example/signin",
    "https://app.example/signin\n",
    "https://spa.example//",
    "https://spa.example?x=1",
    "http://localhost:3000/spa/deeper",
    "http://localhost:3000/SPA",
    "http://localhost:3000/spa?x=1",
    "http://localhost:99999999/spa",
    "http://localhost:3000@evil.example/spa",
    "http://localhost.evil.example/spa",
    "http://localhost:/spa",
    "http://[::1]:3000/callback",
    "http://127.0.0.1:9/other",
    "http://localhost:9/callback",
    "com.example.app:/signed-in/2",
    "com.example.app://signed-in",
    "",
  ])("refuses %j", (uri) => {
    expect(matchRedirectUri(registered, uri)).toBeUndefined();
  });

  it("prefers the registration with the very port over one that was registered before it", () => {
    const both: RedirectUriRegistration[] = [
      { platform: "web", uri: "http://localhost:1/back" },
      { platform: "spa", uri: "http://localhost:2/back" },
    ];
    expect(matchRedirectUri(both, "http://localhost:2/back")?.platform).toBe("spa");
    expect(matchRedirectUri(both, "http://localhost:3/back")?.platform).toBe("web");
  });

  it("matches whatever may be registered, and nothing that leads to another host", () => {
    const anyUri = fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.webUrl());
    fc.assert(
      fc.property(anyUri, anyUri, (uri, other) => {
        if (checkNewRedirectUri("web", uri).ok)
          expect(matchRedirectUri([{ platform: "web", uri }], uri)).toEqual({ platform: "web", uri });
        const match = matchRedirectUri([{ platform: "web", uri }], other);
        if (match) expect(new URL(match.uri).href).toBe(new URL(uri).href);
      }),
    );
  });

  it("sends no answer to another host, however a requested address is put together", () => {
    const piece = fc.constantFrom(
      ..."https:// http:// app.example localhost 127.0.0.1 evil.example @ : / // \\ # ? %2f %40 .. :80 /signin".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const requested = pieces.join("");
        const match = matchRedirectUri(registered, requested);
        if (match)
          expect(["app.example", "spa.example", "localhost", "127.0.0.1"]).toContain(
            new URL(match.uri).hostname,
          );
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("checkNewRedirectUri", () => {
  it.each<[Platform, string]>([
    ["web", "https://app.example/signin?x=1"],
    ["web", "https://app.example"],
    ["spa", "http://localhost:3000/"],
    ["web", "http://127.0.0.1/callback"],
    ["public-client", "http://localhost"],
    ["public-client", "com.example.app:/signed-in"],
    ["public-client", "msal00000000-0000-4000-8000-000000000001://auth"],
  ])("registers for %s: %s", (platform, uri) => {
    expect(checkNewRedirectUri(platform, uri)).toEqual({ ok: true, value: uri });
  });

  it.each<[Platform, string, string]>([
    ["web", "http://app.example/signin", "redirect-uri-not-https"],
    ["web", "http://localhost.evil.example/", "redirect-uri-not-https"],
    ["public-client", "http://[::1]/callback", "redirect-uri-not-https"],
    ["web", "https://app.example/#x", "redirect-uri-has-fragment"],
    ["web", "https://*.app.example/", "redirect-uri-has-wildcard"],
    ["web", "https://app.example/*", "redirect-uri-has-wildcard"],
    ["web", "https://user:pass@app.example/", "redirect-uri-has-credentials"],
    ["web", "https://@app.example/", "redirect-uri-has-credentials"],
    ["web", "com.example.app:/signed-in", "redirect-uri-scheme-forbidden"],
    ["public-client", "javascript:alert", "redirect-uri-scheme-forbidden"],
    ["public-client", "data:text/html", "redirect-uri-scheme-forbidden"],
    ["web", "https://app.example/a/../b", "redirect-uri-invalid"],
    ["web", "https://app.example/a/%2e%2e/b", "redirect-uri-invalid"],
    ["web", "https://app.example/(x)", "redirect-uri-invalid"],
    ["web", "https:app.example", "redirect-uri-invalid"],
    ["web", "https:///app.example", "redirect-uri-invalid"],
    ["web", "https://app.example\\x", "redirect-uri-invalid"],
    ["web", "https://app.example/ü", "redirect-uri-invalid"],
    ["web", "app.example/signin", "redirect-uri-invalid"],
    ["web", "", "redirect-uri-invalid"],
    ["web", `https://app.example/${"x".repeat(256)}`, "redirect-uri-too-long"],
  ])("refuses for %s: %s (%s)", (platform, uri, code) => {
    expect(checkNewRedirectUri(platform, uri)).toEqual({ ok: false, refusal: { code } });
  });
});
