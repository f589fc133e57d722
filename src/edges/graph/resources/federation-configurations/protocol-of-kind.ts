import type { FederatedProviderKind } from "../../../../domain/directory/rules/external-identity.ts";

/** The kinds of providers that the wire calls by `preferredAuthenticationProtocol`. */
export const kindOfProtocol = {
  saml: "saml",
  wsFed: "ws-federation",
} as const satisfies Record<string, FederatedProviderKind>;

/** What the wire calls a kind; undefined for kinds that belong to `/identity/identityProviders`. */
export function protocolOfKind(kind: FederatedProviderKind): keyof typeof kindOfProtocol | undefined {
  if (kind === "saml") return "saml";
  return kind === "ws-federation" ? "wsFed" : undefined;
}
