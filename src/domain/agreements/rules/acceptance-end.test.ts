import { expect, it } from "vitest";
import { acceptanceEnd } from "./acceptance-end.ts";
import { periodsAfter } from "./period.ts";

const at = (text: string) => new Date(`${text}T10:00:00Z`);
const days = (count: number) => ({ months: 0, days: count });
const months = (count: number) => ({ months: count, days: 0 });

it.each([
  ["2026-01-31", months(1), 1, "2026-02-28"],
  ["2026-01-31", months(1), 2, "2026-03-31"],
  ["2024-02-29", months(12), 1, "2025-02-28"],
  ["2026-12-31", days(1), 1, "2027-01-01"],
  ["2026-03-28", days(2), 1, "2026-03-30"],
])("after %s, %j times %i is %s", (start, period, count, expected) => {
  expect(periodsAfter(at(start), period, count)).toEqual(at(expected));
});

it("an acceptance without any rule never ends", () => {
  expect(
    acceptanceEnd({ acceptAgainAfter: undefined, expiration: undefined }, at("2026-01-01")),
  ).toBeUndefined();
});

it.each([
  ["before the day", "2026-01-01", "2026-06-01"],
  ["on the day itself", "2026-06-01", "2026-08-30"],
  ["after it", "2026-06-02", "2026-08-30"],
  ["much later", "2030-06-02", "2030-08-09"],
])("ends on the next day of the plan, when given %s", (_when, given, expected) => {
  const plan = {
    acceptAgainAfter: undefined,
    expiration: { startsAt: at("2026-06-01").toISOString(), every: days(90) },
  };
  expect(acceptanceEnd(plan, at(given))).toEqual(at(expected));
});

it("ends but once where the plan names no period", () => {
  const once = {
    acceptAgainAfter: undefined,
    expiration: { startsAt: at("2026-06-01").toISOString(), every: undefined },
  };
  expect(acceptanceEnd(once, at("2026-05-01"))).toEqual(at("2026-06-01"));
  expect(acceptanceEnd(once, at("2026-06-01"))).toBeUndefined();
});

it("ends by whichever rule is the first", () => {
  const both = {
    acceptAgainAfter: months(1),
    expiration: { startsAt: at("2026-06-01").toISOString(), every: days(365) },
  };
  expect(acceptanceEnd(both, at("2026-01-15"))).toEqual(at("2026-02-15"));
  expect(acceptanceEnd(both, at("2026-05-20"))).toEqual(at("2026-06-01"));
});
