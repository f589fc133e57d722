import { describe, expect, it } from "vitest";
import { membershipClaims } from "./membership-claims.ts";

const overage = { groupsEndpoint: "https://login.example/v1.0/users/x/getMemberObjects" };
const groups = (count: number) => Array.from({ length: count }, (_, index) => `g${index}`);

function claims(count: number, channel: "front" | "back" = "back", groupsAreRoles = false) {
  const held = { roles: ["Reader"], groups: groups(count), groupsAreRoles, directoryRoleIds: ["role"] };
  return membershipClaims(held, channel, overage);
}

describe("what a token says about memberships", () => {
  it("lists up to two hundred groups, and points to Graph for more", () => {
    expect(claims(200)).toMatchObject({ roles: ["Reader"], groups: groups(200), wids: ["role"] });
    expect(claims(201)).toEqual({
      roles: ["Reader"],
      wids: ["role"],
      _claim_names: { groups: "src1" },
      _claim_sources: { src1: { endpoint: overage.groupsEndpoint } },
    });
  });

  it("lists up to five in an address, and says of more that there are some", () => {
    expect(claims(5, "front")).toMatchObject({ groups: groups(5) });
    expect(claims(6, "front")).toEqual({ roles: ["Reader"], wids: ["role"], hasgroups: true });
  });

  it("writes groups instead of roles where that is wanted, as long as they fit", () => {
    expect(claims(2, "back", true)).toEqual({ roles: ["g0", "g1"], wids: ["role"] });
    expect(claims(201, "back", true)).toMatchObject({ roles: undefined, _claim_names: { groups: "src1" } });
  });
});
