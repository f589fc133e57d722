import { describe, expect, it } from "vitest";
import { answerLocation } from "./answer-location.ts";

describe("where an answer goes", () => {
  it.each([
    ["https://a.example/cb", "query", "https://a.example/cb?code=1"],
    ["https://a.example/cb?x=y", "query", "https://a.example/cb?x=y&code=1"],
    ["https://a.example", "query", "https://a.example/?code=1"],
    ["http://localhost:5000", "fragment", "http://localhost:5000/#code=1"],
    ["msal1234://auth", "query", "msal1234://auth?code=1"],
  ] as const)("%s by %s", (redirectUri, mode, expected) => {
    expect(answerLocation(redirectUri, mode, { code: "1" })).toBe(expected);
  });

  it("gives state back byte for byte", () => {
    const state = "eyJp+/=|a b%7C&code=evil#x\r\n";
    const location = answerLocation("https://a.example/cb", "fragment", { state });
    expect(location).not.toMatch(/[\r\n ]/);
    expect(decodeURIComponent(location.split("state=")[1] ?? "")).toBe(state);
  });
});
