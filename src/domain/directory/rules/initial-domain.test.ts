import { expect, it } from "vitest";
import { initialDomain } from "./initial-domain.ts";

it.each([
  ["contoso", "contoso.guesthouse.internal"],
  ["Contoso-2", "contoso-2.guesthouse.internal"],
  ["", undefined],
  ["-contoso", undefined],
  ["contoso.evil", undefined],
  ["a".repeat(28), undefined],
])("the initial domain of a tenant named %j is %j", (name, domain) => {
  expect(initialDomain(name)).toBe(domain);
});
