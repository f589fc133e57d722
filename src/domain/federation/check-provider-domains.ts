import type { DomainName } from "../../foundation/domain-name.ts";
import type { ProviderId, TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { findTenant } from "../directory/find-tenant.ts";
import type { FederatedProviderKind } from "../directory/rules/external-identity.ts";
import { allConnectors } from "./connectors/all-connectors.ts";
import { listProviders } from "./find-provider.ts";
import { type DomainRefusal, mayFederateDomain } from "./rules/may-federate-domain.ts";

export type DomainsRefusal =
  | { readonly code: "tenant-not-found" | "domains-fixed" }
  | {
      readonly code: DomainRefusal | "domain-not-published" | "domain-taken" | "names-unreachable";
      readonly domain: DomainName;
      readonly signInUrl: string;
    };

/** Which domains a provider may be given: all that were asked for, or the reason why not. */
export async function checkProviderDomains(
  machine: Machine,
  input: {
    readonly tenantId: TenantId;
    /** The provider that may have some of them already. */
    readonly providerId?: ProviderId;
    readonly kind: FederatedProviderKind;
    readonly signInUrl: string;
    readonly domains: readonly DomainName[];
    /** Those it says to speak for, where it says so: for no other it can vouch. */
    readonly published?: readonly DomainName[] | undefined;
  },
): Promise<Result<readonly DomainName[], DomainsRefusal>> {
  const { tenantId, kind, signInUrl } = input;
  const tenant = await findTenant(machine.database, tenantId);
  if (!tenant) return refuse({ code: "tenant-not-found" });
  const domains = [...new Set(input.domains)];
  if (domains.length > 0 && allConnectors[kind].fixedDomains) return refuse({ code: "domains-fixed" });
  const taken = (await listProviders(machine.database, tenantId))
    .filter((provider) => provider.providerId !== input.providerId)
    .flatMap((provider) => provider.domains);
  for (const domain of domains) {
    if (input.published?.includes(domain) === false)
      return refuse({ code: "domain-not-published", domain, signInUrl });
    if (taken.includes(domain)) return refuse({ code: "domain-taken", domain, signInUrl });
    const published = await machine.names.textRecords(domain);
    const obstacle = mayFederateDomain({
      domain,
      ownDomains: [tenant.initialDomain, ...tenant.verifiedDomains] as DomainName[],
      signInUrl,
      records: published.ok ? published.value : [],
    });
    if (obstacle === "domain-not-proven" && !published.ok)
      return refuse({ code: "names-unreachable", domain, signInUrl });
    if (obstacle) return refuse({ code: obstacle, domain, signInUrl });
  }
  return accept(domains);
}
