import { describe, expect, it } from "vitest";
import { parseScope } from "./requested-scopes.ts";

function resources(text: string): unknown {
  const parsed = parseScope(text);
  return parsed.ok
    ? parsed.value.resources.map(({ identifier, named, defaultSpelling }) => [
        identifier,
        named.map(({ value }) => value),
        defaultSpelling,
      ])
    : parsed.refusal.code;
}

describe("a scope parameter", () => {
  it.each([
    ["openid profile", []],
    ["User.Read Mail.Read", [["", ["User.Read", "Mail.Read"], undefined]]],
    ["https://graph.microsoft.com/User.Read", [["https://graph.microsoft.com", ["User.Read"], undefined]]],
    ["api://x/.default openid offline_access", [["api://x", [], "api://x/.default"]]],
    ["https://api.example//.default", [["https://api.example/", [], "https://api.example//.default"]]],
    ["4b1c/.default", [["4b1c", [], "4b1c/.default"]]],
    [".default", [["", [], ".default"]]],
    [
      "api://x/a  api://x/b a",
      [
        ["api://x", ["a", "b"], undefined],
        ["", ["a"], undefined],
      ],
    ],
    ["api://x/.default api://x/a", "scope-invalid"],
    ["api://x/", "scope-invalid"],
    ['say"quote', "scope-invalid"],
    ["tab\tinside", "scope-invalid"],
  ])("%s", (text, expected) => {
    expect(resources(text)).toEqual(expected);
  });

  it("keeps OpenID scopes apart, in any case of letters", () => {
    const parsed = parseScope("OpenID offline_access User.Read");
    expect(parsed.ok && [...parsed.value.openId]).toEqual(["openid", "offline_access"]);
  });
});
