import type { ExternalIdentity } from "./external-identity.ts";

/** How clients call who proves an identity. The key of a guest is the issuer itself, and never this name. */
export function issuerName({
  issuer,
  providerKind,
}: Pick<ExternalIdentity, "issuer" | "providerKind">): string {
  return providerKind === "google" ? googleName : issuer;
}

/** Google's accounts, whose issuer is an address. */
export const googleName = "google.com";
