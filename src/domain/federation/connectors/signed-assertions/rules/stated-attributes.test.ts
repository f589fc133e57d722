import { describe, expect, it } from "vitest";
import type { Assertion } from "../../saml/rules/assertion.ts";
import { identityOfAssertion } from "../../saml/rules/assertion-identity.ts";
import type { Token } from "../../ws-federation/rules/token.ts";
import { identityOfToken } from "../../ws-federation/rules/token-identity.ts";
import { statedProfile } from "./stated-attributes.ts";

const claims = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";
const attributes = {
  [`${claims}givenname`]: ["Vera"],
  [`${claims}surname`]: ["Lund"],
  [`${claims}locality`]: [" Ghent "],
  "http://schemas.microsoft.com/identity/claims/displayname": ["Vera Lund"],
};

describe("what an assertion says of a person", () => {
  it("is read by the claims that partners send, and by the names that other software uses", () => {
    expect(statedProfile(attributes)).toEqual({ givenName: "Vera", surname: "Lund", city: "Ghent" });
    const others = { "urn:oid:2.5.4.42": ["Vera"], sn: ["Lund"], title: ["Smith"], c: ["BE"] };
    expect(statedProfile(others)).toEqual({
      givenName: "Vera",
      surname: "Lund",
      jobTitle: "Smith",
      country: "BE",
    });
  });

  it("is nothing where it says nothing, and the first of several", () => {
    expect(statedProfile({ [`${claims}surname`]: ["", "x".repeat(513)] })).toEqual({});
    expect(statedProfile({ sn: ["Lund", "Berg"], [`${claims}surname`]: ["Holm"] })).toEqual({
      surname: "Holm",
    });
  });

  it("comes with the person, by SAML and by WS-Federation", () => {
    const said = { nameId: "vera", nameIdFormat: undefined, attributes };
    const profile = { givenName: "Vera", surname: "Lund", city: "Ghent" };
    expect(identityOfAssertion(said as unknown as Assertion)).toMatchObject({
      displayName: "Vera Lund",
      profile,
    });
    expect(identityOfToken(said as unknown as Token)).toMatchObject({ displayName: "Vera Lund", profile });
  });
});
