import type { WordsOfChecks } from "./words-of-checks.ts";

export const englishChecks: WordsOfChecks = {
  settings: {
    title: "What is stored about the provider is complete",
    remedy: "Change the provider, and give the setting that is named.",
  },
  "endpoint-reached": {
    title: "The provider's server answers",
    remedy:
      "Check the address, and that a firewall lets Guesthouse reach it. An address inside your network has to be allowed with GUESTHOUSE_OUTBOUND_ALLOW.",
  },
  "tls-certificate": {
    title: "The server's certificate is good",
    remedy: "The provider's operator renews the certificate, or sends the whole chain with it.",
  },
  "metadata-understood": {
    title: "What the provider publishes about itself can be used",
    remedy:
      "Give the issuer itself or the address of its metadata, and compare what is published there with the documentation.",
  },
  "keys-readable": {
    title: "The provider's keys can be read",
    remedy: "The provider's operator publishes the signing keys at the address that the metadata names.",
  },
  "signing-certificates": {
    title: "The signing certificate is within its dates",
    remedy:
      "Ask the partner for the current certificate, or give the address of the metadata, so that it is read by itself.",
  },
  "client-credentials": {
    title: "The provider knows our client and its secret",
    remedy:
      "Compare the client ID with the one registered at the provider, make a new secret there, and store it here.",
  },
  "domains-proven": {
    title: "Each domain lets the provider speak for it",
    remedy:
      "The owner of the domain publishes the TXT record that is named, or you take the domain from the provider.",
  },
  "answer-understood": {
    title: "The answer can be read",
    remedy:
      "Compare what the provider sends with the page of its kind in the documentation; the detail says what is missing.",
  },
  "answer-belongs-here": {
    title: "The answer belongs to this request",
    remedy:
      "Begin the test at Guesthouse and not at the provider. If you did, look for a second window that answered first.",
  },
  "person-agreed": {
    title: "The person signed in and agreed",
    remedy:
      "Sign in with an account that may use the application at the provider; the detail is the provider's own reason.",
  },
  "code-redeemed": {
    title: "The provider exchanged the code for tokens",
    remedy: "Compare client ID, secret and redirect URI with what is registered at the provider.",
  },
  algorithm: {
    title: "The token is signed by an algorithm that is accepted",
    remedy: "Let the provider sign with RS256, PS256, ES256 or EdDSA.",
  },
  decryption: {
    title: "The answer can be decrypted",
    remedy:
      "Give the partner our current encryption certificate, or let the provider send the answer without encryption.",
  },
  signature: {
    title: "The signature is by one of the provider's keys",
    remedy:
      "Give the partner's current certificate or metadata address; after a change of keys the old ones do not count any more.",
  },
  issuer: {
    title: "The issuer is the one that was added",
    remedy: "Compare the two issuers. Another issuer is another provider: add it as one of its own.",
  },
  audience: {
    title: "The answer is meant for us",
    remedy: "Enter the audience that was expected (our client ID or entity ID) at the provider.",
  },
  destination: {
    title: "The answer was sent to the right address",
    remedy: "Enter our reply address at the provider exactly as the documentation shows it.",
  },
  recipient: {
    title: "The statement names our reply address",
    remedy: "Enter our reply address at the provider exactly as the documentation shows it.",
  },
  nonce: {
    title: "The token answers this very request",
    remedy: "The provider has to return the nonce of the request unchanged.",
  },
  time: {
    title: "The times in the answer are right",
    remedy: "Set the clocks of both servers; they may differ by two minutes.",
  },
  "profile-read": {
    title: "What the provider knows of the person can be read",
    remedy: "Let the application read profile and e-mail addresses at the provider.",
  },
  subject: {
    title: "The person is named by something that lasts",
    remedy:
      "Send a subject (a NameID that is not transient, or the claim that was chosen) for every person, the same each time.",
  },
  "taken-once": {
    title: "The answer came for the first time",
    remedy: "Begin the test anew: an answer counts once.",
  },
  address: {
    title: "An e-mail address came with it",
    remedy: "Let the provider send the person's address: the claim email, or the attribute emailaddress.",
  },
  "address-verified": {
    title: "The provider says that it verified the address",
    remedy: "Let the provider send email_verified as true, or verify the address in the account there.",
  },
  "domain-rule": {
    title: "The address is in a domain the provider may speak for",
    remedy:
      "Sign in with an account of the partner's domain, or give the provider the domain of the address.",
  },
};
