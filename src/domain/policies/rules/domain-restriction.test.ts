import { describe, expect, it } from "vitest";
import { type DomainName, parseDomainName } from "../../../foundation/domain-name.ts";
import { type DomainRestriction, isAddressOpen, noDomainRestriction } from "./domain-restriction.ts";

function restriction(
  kind: DomainRestriction["kind"],
  names: readonly string[],
  includesSubdomains = false,
): DomainRestriction {
  return {
    kind,
    domains: names.map((name) => ({ domain: parseDomainName(name) as DomainName, includesSubdomains })),
  };
}

const denied = restriction("deny", ["fabrikam.example", "bücher.example"]);
const allowed = restriction("allow", ["fabrikam.example", "bücher.example"]);

describe("with whom an organisation works together", () => {
  it("is everybody without a list", () => {
    for (const address of ["a@fabrikam.example", "a@anything.example", "no address"])
      expect(isAddressOpen(noDomainRestriction, address)).toBe(true);
  });

  it.each([
    "a@fabrikam.example",
    "a@FABRIKAM.Example",
    "a+plus@fabrikam.example",
    "a@bücher.example",
    "a@xn--bcher-kva.example",
    "a@BÜCHER.example",
    "a@ｆabrikam.example",
  ])("finds %s in the list, whichever it is", (address) => {
    expect([isAddressOpen(denied, address), isAddressOpen(allowed, address)]).toEqual([false, true]);
  });

  it.each([
    "a@sub.fabrikam.example",
    "a@fabrikam.example.evil.example",
    "a@notfabrikam.example",
    "fabrikam.example@evil.example",
    "a@fabrikam.examples",
  ])("does not take %s for a domain in the list", (address) => {
    expect([isAddressOpen(denied, address), isAddressOpen(allowed, address)]).toEqual([true, false]);
  });

  it("takes in what is below a domain only where that is said", () => {
    const below = restriction("deny", ["fabrikam.example"], true);
    for (const address of ["a@fabrikam.example", "a@sub.fabrikam.example", "a@deep.sub.fabrikam.example"])
      expect(isAddressOpen(below, address)).toBe(false);
    for (const address of ["a@notfabrikam.example", "a@fabrikam.example.evil.example"])
      expect(isAddressOpen(below, address)).toBe(true);
  });

  it.each(["a@fabrikam.example.", "a@", "fabrikam.example", ""])(
    "opens nothing for %j, which is no address, while there is a list",
    (address) => {
      expect([isAddressOpen(denied, address), isAddressOpen(allowed, address)]).toEqual([false, false]);
    },
  );
});
