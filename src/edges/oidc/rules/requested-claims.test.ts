import { describe, expect, it } from "vitest";
import { parseRequestedClaims } from "./requested-claims.ts";

describe("the claims parameter", () => {
  it("is read as far as its names are known, essential or not", () => {
    const claims = {
      id_token: { auth_time: { essential: true }, signin_state: null, login_hint: null, constructor: null },
      access_token: { given_name: null, acrs: { value: "c1" }, xms_cc: { values: ["CP1", "cp1", "llt"] } },
      userinfo: { picture: null },
    };
    expect(parseRequestedClaims(JSON.stringify(claims))).toEqual({
      ok: true,
      value: {
        idToken: ["auth_time", "login_hint"],
        accessToken: ["given_name"],
        clientCapabilities: ["cp1"],
      },
    });
  });

  it("asks for auth_time beside max_age", () => {
    expect(parseRequestedClaims(undefined, 60)).toMatchObject({ value: { idToken: ["auth_time"] } });
    expect(parseRequestedClaims(undefined)).toMatchObject({ value: { idToken: [] } });
  });

  it.each([["{"], ["[]"], ['"id_token"'], ["null"]])("is refused when it is no object: %s", (text) => {
    expect(parseRequestedClaims(text)).toEqual({ ok: false, refusal: { code: "claims-malformed" } });
  });

  it.each([
    ['{"id_token":null}'],
    ['{"id_token":[],"access_token":"x"}'],
    ['{"access_token":{"xms_cc":null}}'],
  ])("asks for nothing where its parts are empty or odd: %s", (text) => {
    expect(parseRequestedClaims(text)).toMatchObject({
      value: { idToken: [], accessToken: [], clientCapabilities: [] },
    });
  });
});
