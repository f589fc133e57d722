import { expect, it } from "vitest";
import { parseDomainName } from "./domain-name.ts";
import { type EmailAddress, emailDomain, parseEmailAddress } from "./email-address.ts";

it.each([
  ["Contoso.Example", "contoso.example"],
  [" a.b.c ", "a.b.c"],
  ["bücher.example", "xn--bcher-kva.example"],
  ["xn--bcher-kva.example", "xn--bcher-kva.example"],
])("reads %j as %s", (typed, name) => {
  expect(parseDomainName(typed)).toBe(name);
});

it.each([
  "",
  "contoso",
  ".example",
  "a..b",
  "-a.example",
  "a b.example",
  "a.example:80",
  "a%2e.example",
  "a.example/",
  "@a.example",
])("reads %j as no domain", (typed) => {
  expect(parseDomainName(typed)).toBeUndefined();
});

it("takes both spellings of an internationalised domain for one, so that an own domain cannot be invited by the other", () => {
  const spellings = ["ana@bücher.example", "ana@xn--bcher-kva.example", "ana@BÜCHER.example"];
  const domains = spellings.map((text) => emailDomain(parseEmailAddress(text) as EmailAddress));
  expect(new Set(domains).size).toBe(1);
});
