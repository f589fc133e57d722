import { newIdentifier } from "../../../../foundation/new-identifier.ts";
import type { Machine } from "../../../../platform/machine.ts";
import { recordEvent } from "../../../audit/record-event.ts";
import { forgetProviders } from "../../find-provider.ts";
import { selectSettingsForUpdate, updateProvider } from "../../provider-store.ts";
import type { IdentityProvider } from "../../rules/identity-provider.ts";
import { assertionSettings } from "./assertion-provider-settings.ts";
import { showCertificate } from "./certificate-dates.ts";

/** Keeps what a provider's metadata named, unless an administrator changed the address of the metadata meanwhile. */
export async function keepCertificates(
  machine: Machine,
  { tenantId, providerId, displayName }: IdentityProvider,
  found: { readonly metadataUrl: string; readonly certificates: readonly string[] },
): Promise<void> {
  const circumstances = {
    actor: { kind: "service" as const },
    correlationId: newIdentifier(),
    ipAddress: undefined,
    userAgent: undefined,
  };
  await machine.database.transaction().execute(async (transaction) => {
    const stored = await selectSettingsForUpdate(transaction, tenantId, providerId);
    if (stored?.["metadataUrl"] !== found.metadataUrl) return;
    const before = assertionSettings.parse(stored).certificates;
    const settings = JSON.stringify({ ...stored, certificates: found.certificates });
    await updateProvider(transaction, tenantId, providerId, { settings });
    await recordEvent(transaction, machine.clock(), circumstances, {
      tenantId,
      activity: "identity-provider-updated",
      result: "success",
      target: { kind: "identity-provider", id: providerId, name: displayName },
      details: {
        metadataUrl: found.metadataUrl,
        addedCertificates: shown(found.certificates, before),
        removedCertificates: shown(before, found.certificates),
      },
    });
  });
  forgetProviders(machine.database);
}

/** Those of some certificates that are not among others. */
function shown(certificates: readonly string[], others: readonly string[]): object[] {
  return certificates
    .filter((one) => !others.includes(one))
    .map(showCertificate)
    .map(({ thumbprint, expiresAt }) => ({ thumbprint, expiresAt: expiresAt.toISOString() }));
}
