import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DomainName } from "../../../foundation/domain-name.ts";
import { type EmailAddress, parseEmailAddress } from "../../../foundation/email-address.ts";
import { guestMailNickname, guestPrincipalName } from "./guest-principal-name.ts";

const initialDomain = "contoso.guesthouse.internal" as DomainName;

function nameOf(address: string, suffix?: string): string {
  const addressDigest = createHash("sha256").update(address).digest("hex");
  return guestPrincipalName({
    address: address as EmailAddress,
    initialDomain,
    addressDigest,
    ...(suffix === undefined ? {} : { suffix }),
  });
}

describe("guestPrincipalName", () => {
  it.each([
    ["ann.lee@fabrikam.example", "ann.lee_fabrikam.example#EXT#@contoso.guesthouse.internal"],
    ["James@Fabrikam.example", "James_Fabrikam.example#EXT#@contoso.guesthouse.internal"],
    ["ann+news@fabrikam.example", "ann+news_fabrikam.example#EXT#@contoso.guesthouse.internal"],
    ["josé@fabrikam.example", "jose_fabrikam.example#EXT#@contoso.guesthouse.internal"],
    ["太郎@fabrikam.example", "___fabrikam.example#EXT#@contoso.guesthouse.internal"],
    ["a/b@fabrikam.example", "a_b_fabrikam.example#EXT#@contoso.guesthouse.internal"],
  ])("calls %s %s", (address, expected) => {
    expect(nameOf(address)).toBe(expected);
  });

  it("keeps apart with a suffix two addresses that flatten to one name", () => {
    expect(nameOf("a_b@c.example")).toBe(nameOf("a@b_c.example"));
    expect(nameOf("a_b@c.example", "1f2e")).toBe("a_b_c.example_1f2e#EXT#@contoso.guesthouse.internal");
  });

  it("cuts a long address to fifty characters and tells it apart by its digest", () => {
    const first = nameOf(`${"a".repeat(60)}@fabrikam.example`);
    const second = nameOf(`${"a".repeat(60)}@fabrikom.example`);
    expect(first).toMatch(/^a{50}_[0-9a-f]{8}#EXT#@/);
    expect(first).not.toBe(second);
  });

  it("keeps an address of 59 characters whole, and not one of 60", () => {
    const fits = `${"a".repeat(59 - "@fabrikam.example".length)}@fabrikam.example`;
    expect(nameOf(fits)).toBe(`${fits.replace("@", "_")}#EXT#@${initialDomain}`);
    expect(nameOf(`a${fits}`)).toMatch(/^a.{49}_[0-9a-f]{8}#EXT#@/);
  });

  it("is never longer than 64 characters before its only at sign, whatever the address", () => {
    fc.assert(
      fc.property(
        fc.emailAddress({ size: "+1" }),
        fc.option(fc.stringMatching(/^[0-9a-f]{4}$/), { nil: undefined }),
        (text, suffix) => {
          const address = parseEmailAddress(text);
          fc.pre(address !== undefined);
          const name = nameOf(text, suffix);
          expect(name.split("@")).toHaveLength(2);
          expect(name.indexOf("@")).toBeLessThanOrEqual(64);
          expect(name).toMatch(/^[A-Za-z0-9'.\-_!#^~+&=]+#EXT#@contoso\.guesthouse\.internal$/);
        },
      ),
    );
  });

  it("begins with the mail nickname", () => {
    const address = "ann.lee@fabrikam.example" as EmailAddress;
    expect(guestMailNickname({ address, addressDigest: "00000000" })).toBe("ann.lee_fabrikam.example#EXT#");
  });
});
