import { describe, expect, it } from "vitest";
import { checkProofAge } from "./check-proof-age.ts";
import { clientCapabilities, provenSince } from "./claims-parameter.ts";

function demand(nbf: unknown): string {
  return JSON.stringify({ access_token: { nbf } });
}

describe("the claims parameter", () => {
  it("tells that a client understands challenges, in any case of letters", () => {
    const declaring = (values: unknown) => JSON.stringify({ access_token: { xms_cc: { values } } });
    expect(clientCapabilities(declaring(["CP1"]))).toEqual(["cp1"]);
    expect(clientCapabilities(declaring(["cp1", "other"]))).toEqual(["cp1"]);
    for (const nothing of [declaring(["other"]), declaring("cp1"), "{}", "[", "null", undefined])
      expect(clientCapabilities(nothing)).toEqual([]);
  });

  it("demands a proof since a moment only when it says so in earnest", () => {
    expect(provenSince(demand({ essential: true, value: "1604106651" }))).toEqual(new Date(1604106651000));
    for (const nothing of [
      demand({ value: "1604106651" }),
      demand({ essential: "true", value: "1604106651" }),
      demand({ essential: true, value: "-1" }),
      demand({ essential: true, value: "999999999999999999" }),
      demand({ essential: true }),
      demand(null),
      '{"access_token":null}',
      "no json",
    ])
      expect(provenSince(nothing), nothing).toBeUndefined();
  });

  it("refuses an older proof and hands the demand back", () => {
    const claims = demand({ essential: true, value: "1604106651" });
    expect(checkProofAge(claims, "2020-10-31T01:10:51.000Z")).toBeUndefined();
    expect(checkProofAge(claims, "2020-10-31T01:10:50.999Z")).toEqual({ code: "proof-too-old", claims });
    expect(checkProofAge(undefined, "2020-10-31T01:10:50Z")).toBeUndefined();
  });
});
