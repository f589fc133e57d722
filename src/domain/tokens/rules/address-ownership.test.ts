import { expect, it } from "vitest";
import type { DomainName } from "../../../foundation/domain-name.ts";
import { addressOwnership } from "./address-ownership.ts";

const verified = ["contoso.example" as DomainName];

function ownership(mail: string | undefined, more: Partial<Parameters<typeof addressOwnership>[0]> = {}) {
  return addressOwnership({ mail, otherMails: [], proxyAddresses: [], ...more }, {}, verified);
}

it("knows an address in a verified domain as its holder's", () => {
  expect(ownership("Ada@Contoso.example")).toEqual({
    isEmailVerified: true,
    primary: ["Ada@Contoso.example"],
    secondary: [],
  });
});

it("does not believe what somebody typed in a foreign domain", () => {
  for (const mail of ["ceo@bank.example", "ceo@contoso.example.evil.example", "no address", undefined])
    expect(ownership(mail)).toEqual({ isEmailVerified: false, primary: [], secondary: [] });
});

it("lists further addresses of verified domains once, without the first", () => {
  const more = {
    otherMails: ["ada@contoso.example", "a.member@contoso.example", "ada@home.example"],
    proxyAddresses: ["SMTP:ada@contoso.example", "smtp:a.member@contoso.example", "smtp:am@contoso.example"],
  };
  expect(ownership("ada@contoso.example", more).secondary).toEqual([
    "a.member@contoso.example",
    "am@contoso.example",
  ]);
});

it("knows the mailbox that was opened to sign in, and no other", () => {
  const user = { mail: "Otto@elsewhere.example", otherMails: [], proxyAddresses: [] };
  const by = (subject: string) =>
    addressOwnership(user, { authenticatedBy: { kind: "email-code", issuer: "mail", subject } }, verified);
  expect(by("otto@elsewhere.example").isEmailVerified).toBe(true);
  expect(by("otto@somewhere.example").isEmailVerified).toBe(false);
});

it("takes the word of the guest's own provider for the very address that it vouched for", () => {
  const user = { mail: "Vera@partner.example", otherMails: [], proxyAddresses: [] };
  const by = (...vouchedAddresses: readonly string[]) =>
    addressOwnership(
      user,
      {
        authenticatedBy: {
          kind: "openid-connect",
          issuer: "https://id.partner.example",
          subject: "1",
          vouchedAddresses,
        },
      },
      verified,
    );
  expect(by("vera@partner.example").isEmailVerified).toBe(true);
  expect(by("other@partner.example").isEmailVerified).toBe(false);
  expect(by().isEmailVerified).toBe(false);
});
