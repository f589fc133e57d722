import type { IdentityProvider } from "../../../../domain/federation/rules/identity-provider.ts";

/** A SAML provider as the wire shows it. */
export function presentFederationConfiguration(provider: IdentityProvider): Record<string, unknown> {
  const { providerId, displayName, issuer, settings, domains } = provider;
  const certificates = settings["certificates"] as readonly string[];
  return {
    "@odata.type": "#microsoft.graph.samlOrWsFedExternalDomainFederation",
    id: providerId,
    displayName,
    issuerUri: issuer,
    metadataExchangeUri: settings["metadataUrl"] ?? null,
    passiveSignInUri: settings["signInUrl"],
    preferredAuthenticationProtocol: "saml",
    // The wire has room for one; of a provider that is changing its key all are believed.
    signingCertificate: certificates[0],
    domains: domains.map(presentExternalDomain),
  };
}

export function presentExternalDomain(domain: string): Record<string, unknown> {
  return { "@odata.type": "#microsoft.graph.externalDomainName", id: domain };
}
