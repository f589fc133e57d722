import { expect, it } from "vitest";
import type { DomainName } from "../../../foundation/domain-name.ts";
import { roundTripFindings } from "./round-trip-findings.ts";

const trip = {
  checks: ["signature", "subject"] as const,
  issuer: "https://id.partner.example",
  domains: ["partner.example" as DomainName],
};

function failed(addresses: readonly { address: string; isVerified: boolean }[]) {
  const stated = { subject: "1", addresses, displayName: "Vera" };
  return roundTripFindings({ ...trip, outcome: { stated } }).filter(({ outcome }) => outcome === "failed");
}

it("passes an address that the provider may vouch for", () => {
  expect(failed([{ address: "vera@partner.example", isVerified: true }])).toEqual([]);
});

it.each([
  ["no address", [], "address"],
  ["one that was not verified", [{ address: "vera@partner.example", isVerified: false }], "address-verified"],
  ["one of another domain", [{ address: "vera@bank.example", isVerified: true }], "domain-rule"],
])("names the check that fails for %s", (_name, addresses, check) => {
  expect(failed(addresses).map((finding) => finding.check)).toEqual([check]);
});

it("shows what was received", () => {
  const stated = {
    subject: "1",
    addresses: [{ address: "vera@partner.example", isVerified: true }],
    displayName: "Vera",
    received: { signature: "RS256" },
  };
  const findings = roundTripFindings({ ...trip, outcome: { stated } });
  expect(findings.map(({ check, detail }) => [check, detail])).toEqual([
    ["signature", "RS256"],
    ["subject", "1 (Vera)"],
    ["address", "vera@partner.example"],
    ["address-verified", "vera@partner.example: yes"],
    ["domain-rule", "vera@partner.example; may vouch for partner.example"],
  ]);
});

it("says nothing of the address when the answer itself was wrong", () => {
  const failure = { check: "signature", detail: "by another key" } as const;
  const findings = roundTripFindings({ ...trip, outcome: { failure } });
  expect(findings.map(({ outcome }) => outcome)).toEqual([
    "failed",
    "not-run",
    "not-run",
    "not-run",
    "not-run",
  ]);
});
