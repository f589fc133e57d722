import { expect, it } from "vitest";
import { failedCheck, findingsInOrder } from "./connection-check.ts";

const checks = ["endpoint-reached", "signature", "subject"] as const;

it("tells what was received by each check when all passed", () => {
  const findings = findingsInOrder(checks, { subject: "vera" });
  expect(findings.map(({ outcome }) => outcome)).toEqual(["passed", "passed", "passed"]);
  expect(findings[2]?.detail).toBe("vera");
  expect(failedCheck(findings)).toBeUndefined();
});

it("does not claim that a check was made which comes after the failed one", () => {
  const findings = findingsInOrder(checks, {}, { check: "signature", detail: "another key" });
  expect(findings.map(({ outcome }) => outcome)).toEqual(["passed", "failed", "not-run"]);
  expect(failedCheck(findings)).toBe("signature");
});

it("puts a failure that comes before all checks first", () => {
  const findings = findingsInOrder(checks, {}, { check: "settings", detail: "no client" });
  expect(findings.map(({ check, outcome }) => `${check} ${outcome}`)).toEqual([
    "settings failed",
    "endpoint-reached not-run",
    "signature not-run",
    "subject not-run",
  ]);
});
