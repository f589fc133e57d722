import type { Result } from "../../../foundation/result.ts";
import type { Machine } from "../../../platform/machine.ts";
import { meetCertificate } from "../../../platform/outbound/meet-certificate.ts";
import { OutboundFailure } from "../../../platform/outbound/outbound-failure.ts";
import { outboundPolicy } from "../../../platform/outbound/outbound-policy.ts";
import type { ConnectorRefusal, PreparedProvider, ProviderWithSecret } from "../connector.ts";
import { allConnectors } from "../connectors/all-connectors.ts";
import type { ConnectionFinding } from "../rules/connection-check.ts";
import { judgeCertificates } from "../rules/judge-certificates.ts";

/** Whether the provider's server answers, and how long its certificate lasts. */
export async function meetProvider(
  machine: Machine,
  provider: ProviderWithSecret,
  prepared: Result<PreparedProvider, ConnectorRefusal>,
): Promise<readonly ConnectionFinding[]> {
  const address = firstAddressOf(provider) ?? (prepared.ok ? prepared.value.signInUrl : undefined);
  if (address === undefined) return [{ check: "endpoint-reached", outcome: "not-run" }];
  const refused =
    !prepared.ok && prepared.refusal.check === "endpoint-reached" ? prepared.refusal : undefined;
  const reached = { check: "endpoint-reached", outcome: "passed", detail: address } as const;
  try {
    const policy = outboundPolicy({ allowedNetworks: machine.configuration.outboundAllow });
    const certificate = await meetCertificate(policy, address);
    return [
      refused ? { check: "endpoint-reached", outcome: "failed", detail: refused.detail } : reached,
      certificate
        ? { ...judgeCertificates([certificate], machine.clock()), check: "tls-certificate" }
        : { check: "tls-certificate", outcome: "not-run", detail: "http, on this machine" },
    ];
  } catch (error) {
    if (!(error instanceof OutboundFailure)) throw error;
    if (error.code === "certificate-refused")
      return [reached, { check: "tls-certificate", outcome: "failed", detail: error.message }];
    return [
      { check: "endpoint-reached", outcome: "failed", detail: error.message },
      { check: "tls-certificate", outcome: "not-run" },
    ];
  }
}

/** Where the provider describes itself, or signs people in. */
function firstAddressOf({ kind, settings }: ProviderWithSecret): string | undefined {
  const named = allConnectors[kind].firstAddress?.(settings);
  return [named, settings["metadataUrl"], settings["signInUrl"]].find(
    (address) => typeof address === "string" && URL.canParse(address),
  ) as string | undefined;
}
