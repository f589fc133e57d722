import { expect, it } from "vitest";
import { judgeCertificates } from "./judge-certificates.ts";

const now = new Date("2026-06-01T00:00:00Z");
const certificate = (from: string, to: string) => ({
  validFrom: new Date(from),
  validTo: new Date(to),
  issuer: "CN=Partner",
});

it("says how long a certificate lasts", () => {
  expect(judgeCertificates([certificate("2026-01-01", "2026-06-11")], now)).toEqual({
    check: "signing-certificates",
    outcome: "passed",
    detail: "2026-01-01 to 2026-06-11 (10 days left), by CN=Partner",
  });
});

it.each([
  ["one that ended", [certificate("2025-01-01", "2026-05-31")]],
  ["one that has not begun", [certificate("2026-07-01", "2027-07-01")]],
  ["none", []],
])("does not pass %s", (_name, certificates) => {
  expect(judgeCertificates(certificates, now).outcome).toBe("failed");
});

it("passes while the next one is good and the last one ended", () => {
  const both = [certificate("2025-01-01", "2026-05-31"), certificate("2026-05-01", "2027-05-01")];
  expect(judgeCertificates(both, now).outcome).toBe("passed");
});
