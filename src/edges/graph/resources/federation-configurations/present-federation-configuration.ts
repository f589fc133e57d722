import type { IdentityProvider } from "../../../../domain/federation/rules/identity-provider.ts";
import { protocolOfKind } from "./protocol-of-kind.ts";

/** A SAML or WS-Federation provider as the wire shows it. */
export function presentFederationConfiguration(provider: IdentityProvider): Record<string, unknown> {
  const { providerId, kind, displayName, issuer, settings, domains } = provider;
  const certificates = settings["certificates"] as readonly string[];
  return {
    "@odata.type": "#microsoft.graph.samlOrWsFedExternalDomainFederation",
    id: providerId,
    displayName,
    issuerUri: issuer,
    metadataExchangeUri: settings["metadataUrl"] ?? null,
    passiveSignInUri: settings["signInUrl"],
    preferredAuthenticationProtocol: protocolOfKind(kind),
    // The wire has room for one; of a provider that is changing its key all are believed.
    signingCertificate: certificates[0],
    domains: domains.map(presentExternalDomain),
  };
}

export function presentExternalDomain(domain: string): Record<string, unknown> {
  return { "@odata.type": "#microsoft.graph.externalDomainName", id: domain };
}
