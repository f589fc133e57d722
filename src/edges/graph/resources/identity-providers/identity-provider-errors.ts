import type { ChangeProviderRefusal } from "../../../../domain/federation/change-identity-provider.ts";
import { recordToPublish } from "../../../../domain/federation/rules/may-federate-domain.ts";
import { badRequest, GraphError, notFound } from "../../graph-error.ts";

/** A refusal to add or change a provider, saying what to do. */
export function identityProviderError(refusal: ChangeProviderRefusal, id: string): GraphError {
  if ("domain" in refusal) return domainError(refusal);
  if ("detail" in refusal)
    return badRequest("The identity provider cannot be used as it is described.", {
      code: refusal.code,
      target: refusal.check,
      message: refusal.detail,
    });
  switch (refusal.code) {
    case "provider-not-found":
    case "tenant-not-found":
      return notFound(id);
    case "issuer-taken":
      return new GraphError(
        409,
        "Request_MultipleObjectsWithSameKeyValue",
        "A provider of this issuer exists already.",
      );
    case "issuer-of-guests":
      return badRequest(
        "Guests are known by this issuer through another kind of provider. Add it as that kind, or reset those guests first.",
      );
    case "issuer-changed":
      return badRequest("The address belongs to another issuer. Add it as a provider of its own.");
    case "subject-changed":
      return badRequest(
        "The claim that people are known by cannot change: guests would become somebody else. Add the provider anew.",
      );
    case "name-wrong":
      return badRequest("displayName must have 1 to 100 characters.");
    case "domains-fixed":
      return badRequest("The domains of this kind of provider are fixed; leave 'domains' out.");
  }
}

function domainError(refusal: Extract<ChangeProviderRefusal, { readonly domain: string }>): GraphError {
  const { code, domain, signInUrl } = refusal;
  const message = {
    "domain-verified-here": `${domain} is a verified domain of this organisation; its people sign in here.`,
    "domain-not-proven": `${domain} does not say that this provider may speak for it. Its owner publishes the TXT record ${recordToPublish(signInUrl)}`,
    "domain-not-published": `The provider does not say that it speaks for ${domain}; its own administrator verifies the domain there first.`,
    "domain-taken": `Another provider of this organisation speaks for ${domain}.`,
    "names-unreachable": `The name servers did not answer about ${domain}. Try again later.`,
  }[code];
  return badRequest(`The provider cannot be given the domain '${domain}'.`, {
    code,
    target: "domains",
    message,
  });
}
