import { describe, expect, it } from "vitest";
import type { EmailAddress } from "../../../foundation/email-address.ts";
import type { IdentityProvider } from "../../federation/rules/identity-provider.ts";
import { readGivenIdentity } from "./given-identity.ts";

const provider = (kind: IdentityProvider["kind"], issuer: string, isEnabled = true) =>
  ({ kind, issuer, isEnabled }) as IdentityProvider;
const providers = [
  // Named like somebody else by whoever set it up.
  provider("saml", "google.com"),
  provider("google", "https://accounts.google.com"),
  provider("facebook", "facebook.com"),
  provider("saml", "https://idp.peer.example/saml"),
  provider("github", "github.com", false),
];
const address = "Vera@Peer.example" as EmailAddress;
const read = (issuer: string, subject: string, ways: object = {}) =>
  readGivenIdentity({ issuer, subject }, address, { providers, emailCodeEnabled: true, ...ways });

describe("an identity that a system gives", () => {
  it.each([
    ["google.com", "https://accounts.google.com", "google"],
    ["google", "https://accounts.google.com", "google"],
    ["Google.com", "https://accounts.google.com", "google"],
    ["https://accounts.google.com", "https://accounts.google.com", "google"],
    ["facebook", "facebook.com", "facebook"],
    ["facebook.com", "facebook.com", "facebook"],
    ["https://idp.peer.example/saml", "https://idp.peer.example/saml", "saml"],
  ])("of %s has the key that a sign-in looks up", (issuer, key, providerKind) => {
    const value = { issuer: key, subject: "Id-01 ", providerKind, email: undefined };
    expect(read(issuer, "Id-01 ")).toEqual({ ok: true, value });
  });

  it("of a mailed code is the guest's own address in the form that codes prove", () => {
    expect(read("mail", "VERA@peer.example")).toEqual({
      ok: true,
      value: {
        ...{ issuer: "mail", subject: "vera@peer.example", providerKind: "email-code", email: address },
      },
    });
  });

  it.each([
    ["mail", "somebody@else.example", {}, "not-the-address"],
    ["mail", "vera@peer.example", { emailCodeEnabled: false }, "way-switched-off"],
    ["github.com", "1", {}, "way-switched-off"],
    ["google.com", "1", { providers: [provider("saml", "google.com")] }, "issuer-unknown"],
    ["https://idp.peer.example/SAML", "1", {}, "issuer-unknown"],
    ["ExternalAzureAD", "1", {}, "issuer-unknown"],
    ["tenant:2b6c1c52-6a0a-4b5e-9e53-0a4a0d0f6c11", "1", {}, "issuer-unknown"],
    ["constructor", "1", {}, "issuer-unknown"],
  ])("of %s for %s is refused where it proves nothing", (issuer, subject, ways, code) => {
    expect(read(issuer, subject, ways)).toEqual({ ok: false, refusal: { code } });
  });
});
