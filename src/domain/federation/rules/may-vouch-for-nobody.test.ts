import { expect, it } from "vitest";
import type { DomainName } from "../../../foundation/domain-name.ts";
import { mayVouchForNobody } from "./may-vouch-for-nobody.ts";

it("lets a provider say who somebody is without an address, but for a partner's with domains of its own", () => {
  const domains = ["partner.example" as DomainName];
  expect(mayVouchForNobody("social", [])).toBe(true);
  expect(mayVouchForNobody("social", domains)).toBe(true);
  expect(mayVouchForNobody("external-federation", [])).toBe(true);
  expect(mayVouchForNobody("external-federation", domains)).toBe(false);
});
