import { describe, expect, it } from "vitest";
import { checkIdToken, type TokenExpectation } from "./check-token.ts";

const expectation: TokenExpectation = {
  issuer: "https://g.example/{tenantid}/v2.0",
  clientId: "app",
  nonce: "n",
  nowSeconds: 10_000,
  codeHash: "h",
};
const claims = {
  iss: "https://g.example/t1/v2.0",
  tid: "t1",
  aud: "app",
  nonce: "n",
  c_hash: "h",
  nbf: 9900,
  exp: 11_000,
};
const failed = (changes: object, expected: Partial<TokenExpectation> = {}) =>
  checkIdToken({ ...claims, ...changes }, { ...expectation, ...expected }, "valid")
    .filter((check) => check.outcome !== "passed")
    .map((check) => check.check);

describe("checkIdToken", () => {
  it("passes a token in order", () => {
    expect(failed({})).toEqual([]);
  });

  it.each([
    ["issuer", { iss: "https://g.example/t2/v2.0" }],
    ["issuer", { iss: undefined }],
    ["audience", { aud: "another" }],
    ["audience", { aud: ["app"] }],
    ["nonce", { nonce: "another" }],
    ["nonce", { nonce: undefined }],
    ["code-hash", { c_hash: "another" }],
    ["time", { exp: 9699 }],
    ["time", { exp: undefined }],
    ["time", { nbf: 10_301 }],
  ])("finds a wrong %s: %j", (check, changes) => {
    expect(failed(changes)).toEqual([check]);
  });

  it("asks for no nonce after a refresh, and for no code hash without a code", () => {
    expect(
      failed({ nonce: undefined, c_hash: undefined }, { nonce: undefined, codeHash: undefined }),
    ).toEqual([]);
  });

  it("tells an unreadable key from a wrong signature", () => {
    const outcome = (signature: "invalid" | "keys-unavailable") =>
      checkIdToken(claims, expectation, signature)[0]?.outcome;
    expect(outcome("invalid")).toBe("failed");
    expect(outcome("keys-unavailable")).toBe("unknown");
  });
});
