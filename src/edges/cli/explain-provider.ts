import type { AddProviderRefusal } from "../../domain/federation/add-identity-provider.ts";
import { recordToPublish } from "../../domain/federation/rules/may-federate-domain.ts";

/** Why a provider was not added, and what to do. */
export function explainProvider(refusal: AddProviderRefusal): string {
  if ("domain" in refusal) {
    const { code, domain, signInUrl } = refusal;
    switch (code) {
      case "domain-verified-here":
        return `${domain} is a verified domain of this organisation; its people sign in here.`;
      case "domain-not-proven":
        return `${domain} does not say that this provider may speak for it. Its owner publishes this TXT record:\n  ${recordToPublish(signInUrl)}`;
      case "domain-not-published":
        return `The provider does not say that it speaks for ${domain}: its own administrator verifies the domain there first.`;
      case "domain-taken":
        return `Another provider of this organisation speaks for ${domain}.`;
      case "names-unreachable":
        return `The name servers did not answer about ${domain}. Try again later.`;
    }
  }
  if ("detail" in refusal) return `The provider cannot be used (${refusal.check}): ${refusal.detail}`;
  switch (refusal.code) {
    case "tenant-not-found":
      return "There is no such organisation.";
    case "name-wrong":
      return "A name has 1 to 100 characters.";
    case "issuer-taken":
      return "The organisation trusts a provider of this issuer already.";
    case "issuer-of-guests":
      return "Guests are known by this issuer through another kind of provider. Add it as that kind, or reset those guests first.";
    case "domains-fixed":
      return "The domains of this kind of provider are fixed: leave --domain out.";
  }
}
