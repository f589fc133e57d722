import type { Result } from "../../../../foundation/result.ts";
import type { Machine } from "../../../../platform/machine.ts";
import type { SignatureRefusal } from "../../../../platform/xml/verify-element.ts";
import type { ProviderWithSecret } from "../../connector.ts";
import { assertionSettings, type ReadMetadata } from "./assertion-provider-settings.ts";
import { rereadCertificates } from "./reread-certificates.ts";

/** Verifies with the certificates that are known, and once more where the provider publishes others meanwhile. */
export async function verifyWithKnownKeys(
  machine: Machine,
  provider: ProviderWithSecret,
  readMetadata: ReadMetadata,
  verify: (certificates: readonly string[]) => Promise<Result<string, SignatureRefusal>>,
): Promise<Result<string, SignatureRefusal>> {
  const verified = await verify(assertionSettings.parse(provider.settings).certificates);
  if (verified.ok || verified.refusal.code !== "signature-wrong") return verified;
  const others = await rereadCertificates(machine, provider, readMetadata);
  return others ? verify(others) : verified;
}
