import type { DomainName } from "../../../foundation/domain-name.ts";
import type { Result } from "../../../foundation/result.ts";
import type { Machine } from "../../../platform/machine.ts";
import { checkProviderDomains } from "../check-provider-domains.ts";
import type { ConnectorRefusal, PreparedProvider, ProviderWithSecret } from "../connector.ts";
import { allConnectors } from "../connectors/all-connectors.ts";
import { type ConnectionFinding, findingsInOrder } from "../rules/connection-check.ts";
import { judgeCertificates } from "../rules/judge-certificates.ts";
import { recordToPublish } from "../rules/may-federate-domain.ts";
import { meetProvider } from "./meet-provider.ts";
import { readCertificates } from "./read-certificates.ts";

type Prepared = Result<PreparedProvider, ConnectorRefusal>;

/** Everything about a provider that can be checked without a person, in the order in which a sign-in meets it. */
export async function inspectProvider(
  machine: Machine,
  provider: ProviderWithSecret,
): Promise<readonly ConnectionFinding[]> {
  const connector = allConnectors[provider.kind];
  const prepared = await connector.prepare(machine, provider);
  const [met, domains, ...probed] = await Promise.all([
    meetProvider(machine, provider, prepared),
    domainsFinding(machine, provider, prepared),
    ...(connector.probes ?? []).map((probe) => probe(machine, provider)),
  ]);
  const { certificates } = provider.settings;
  const signing = Array.isArray(certificates)
    ? [judgeCertificates(readCertificates(certificates), machine.clock())]
    : [];
  return [...met, ...descriptionFindings(provider, prepared), ...probed, ...signing, domains];
}

/** What the provider publishes, or what an administrator typed in its place, and whether it is still the same one. */
function descriptionFindings(provider: ProviderWithSecret, prepared: Prepared): readonly ConnectionFinding[] {
  const checks = ["settings", "metadata-understood", "issuer"] as const;
  if (!prepared.ok) {
    const { check, detail } = prepared.refusal;
    // What could not be fetched was not understood either, and why is told by the check of the address.
    return check === "endpoint-reached"
      ? [
          { check: "settings", outcome: "passed" },
          { check: "metadata-understood", outcome: "not-run", detail },
          { check: "issuer", outcome: "not-run" },
        ]
      : findingsInOrder(checks, {}, { check, detail });
  }
  const { issuer } = prepared.value;
  return issuer === provider.issuer
    ? findingsInOrder(checks, { issuer })
    : findingsInOrder(
        checks,
        {},
        { check: "issuer", detail: `Expected ${provider.issuer}; received ${issuer}.` },
      );
}

/** Whether each domain is still the provider's to speak for. */
async function domainsFinding(
  machine: Machine,
  { tenantId, providerId, kind, domains }: ProviderWithSecret,
  prepared: Prepared,
): Promise<ConnectionFinding> {
  const check = "domains-proven";
  const { fixedDomains } = allConnectors[kind];
  if (fixedDomains) return { check, outcome: "passed", detail: listed(fixedDomains) };
  if (!prepared.ok) return { check, outcome: "not-run" };
  const { signInUrl } = prepared.value;
  const proven = await checkProviderDomains(machine, { tenantId, providerId, kind, signInUrl, domains });
  if (proven.ok) return { check, outcome: "passed", detail: listed(proven.value) };
  const { refusal } = proven;
  return {
    check,
    outcome: "failed",
    detail:
      "domain" in refusal
        ? `${refusal.domain}: ${refusal.code}. The record would be ${recordToPublish(signInUrl)}`
        : refusal.code,
  };
}

function listed(domains: readonly DomainName[]): string {
  return domains.join(", ") || "no domain";
}
