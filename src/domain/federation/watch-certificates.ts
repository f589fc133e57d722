import { assertionSettings } from "./connectors/signed-assertions/assertion-provider-settings.ts";
import { lastEndOf } from "./connectors/signed-assertions/certificate-dates.ts";
import {
  type CertificateWarning,
  certificateWarning,
} from "./connectors/signed-assertions/rules/certificate-watch.ts";
import type { IdentityProvider } from "./rules/identity-provider.ts";

export interface CertificateState {
  /** When the last of the provider's certificates ends. */
  readonly endsAt: Date;
  readonly warning: CertificateWarning | undefined;
}

/** How long a provider's certificates last; undefined for a kind that has none. */
export function watchCertificates(provider: IdentityProvider, now: Date): CertificateState | undefined {
  if (provider.kind !== "saml" && provider.kind !== "ws-federation") return undefined;
  const { certificates, metadataUrl } = assertionSettings.parse(provider.settings);
  const endsAt = lastEndOf(certificates);
  return (
    endsAt && { endsAt, warning: certificateWarning({ endsAt, hasMetadata: metadataUrl !== undefined }, now) }
  );
}
