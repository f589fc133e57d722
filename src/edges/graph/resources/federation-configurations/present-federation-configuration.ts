import type { IdentityProvider } from "../../../../domain/federation/rules/identity-provider.ts";
import { watchCertificates } from "../../../../domain/federation/watch-certificates.ts";
import { protocolOfKind } from "./protocol-of-kind.ts";

const warningWords = { ended: "ended", "ends-soon": "endsSoon" } as const;

/** A SAML or WS-Federation provider as the wire shows it. */
export function presentFederationConfiguration(
  provider: IdentityProvider,
  now: Date,
): Record<string, unknown> {
  const { providerId, kind, displayName, issuer, settings, domains } = provider;
  const watched = watchCertificates(provider, now);
  const certificates = settings["certificates"] as readonly string[];
  return {
    "@odata.type": "#microsoft.graph.samlOrWsFedExternalDomainFederation",
    id: providerId,
    displayName,
    issuerUri: issuer,
    metadataExchangeUri: settings["metadataUrl"] ?? null,
    passiveSignInUri: settings["signInUrl"],
    preferredAuthenticationProtocol: protocolOfKind(kind),
    ...(kind === "saml" && {
      requestBinding: settings["requestBinding"] ?? "redirect",
      signRequests: settings["signRequests"] ?? false,
    }),
    isEnabled: provider.isEnabled,
    isUnsolicitedSignInAllowed: provider.acceptsUnsolicited,
    signingCertificate: certificates[0],
    nextSigningCertificate: certificates[1] ?? null,
    signingCertificateEndDateTime: watched?.endsAt.toISOString(),
    signingCertificateWarning: watched?.warning === undefined ? null : warningWords[watched.warning],
    domains: domains.map(presentExternalDomain),
  };
}

export function presentExternalDomain(domain: string): Record<string, unknown> {
  return { "@odata.type": "#microsoft.graph.externalDomainName", id: domain };
}
