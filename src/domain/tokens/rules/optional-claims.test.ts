import { describe, expect, it } from "vitest";
import type { OptionalClaim } from "../../applications/rules/application.ts";
import type { User } from "../../directory/rules/user.ts";
import { type OptionalClaimFacts, optionalClaims } from "./optional-claims.ts";
import { wantedClaims } from "./wanted-claims.ts";

const member = {
  userPrincipalName: "ada@contoso.example",
  isExternal: false,
  givenName: "Ada",
  surname: "Member",
  mail: "ada@contoso.example",
  usageLocation: "SE",
} as User;
const guest = {
  ...member,
  isExternal: true,
  userPrincipalName: "fay_fabrikam.example#EXT#@contoso.guesthouse.internal",
  mail: "fay@fabrikam.example",
} as User;
const facts: OptionalClaimFacts = {
  user: member,
  signIn: {
    sessionId: "session",
    amr: ["pwd"],
    authenticatedAt: "2026-03-01T09:00:00Z",
    ipAddress: "192.0.2.7",
  },
  loginHint: "O.hint",
  email: "ada@contoso.example",
  addresses: { isEmailVerified: true, primary: ["ada@contoso.example"], secondary: [] },
};

function claims(wanted: readonly Partial<OptionalClaim>[], changes: Partial<OptionalClaimFacts> = {}) {
  const registered = wanted.map((claim) => ({
    name: "",
    source: null,
    essential: false,
    additionalProperties: [],
    ...claim,
  }));
  return optionalClaims(wantedClaims(registered, []), { ...facts, ...changes });
}

describe("optional claims", () => {
  it.each([
    ["auth_time", Date.parse("2026-03-01T09:00:00Z") / 1000],
    ["ctry", "SE"],
    ["family_name", "Member"],
    ["given_name", "Ada"],
    ["ipaddr", "192.0.2.7"],
    ["login_hint", "O.hint"],
    ["upn", "ada@contoso.example"],
    ["verified_primary_email", ["ada@contoso.example"]],
    ["verified_secondary_email", []],
    ["xms_edov", true],
  ])("%s", (name, value) => {
    expect(claims([{ name }])).toEqual({ [name]: value });
  });

  it("are left out where their value is not known, whatever they are called", () => {
    for (const name of ["in_corp", "onprem_sid", "vnet", "constructor", "__proto__", "sub", "oid", "roles"])
      expect(claims([{ name }])).toEqual({});
    expect(claims([{ name: "upn", source: "user" }])).toEqual({});
  });

  it("write a guest's name as the application wants it", () => {
    const upn = (...additionalProperties: string[]) =>
      claims([{ name: "upn", additionalProperties }], { user: guest })["upn"];
    expect(upn()).toBe("fay@fabrikam.example");
    expect(upn("include_externally_authenticated_upn")).toBe(
      "fay_fabrikam.example#EXT#@contoso.guesthouse.internal",
    );
    expect(upn("include_externally_authenticated_upn_without_hash")).toBe(
      "fay_fabrikam.example_EXT_@contoso.guesthouse.internal",
    );
  });

  it("say whose an address is only beside the address", () => {
    expect(claims([{ name: "xms_edov" }], { email: undefined })["xms_edov"]).toBeUndefined();
    const unproved = { isEmailVerified: false, primary: [], secondary: [] };
    expect(claims([{ name: "xms_edov" }], { addresses: unproved })["xms_edov"]).toBe(false);
  });
});
