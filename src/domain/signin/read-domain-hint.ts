import type { ProviderId, TenantId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { findTenantByName } from "../directory/find-tenant.ts";
import type { FederatedProviderKind } from "../directory/rules/external-identity.ts";
import { allConnectors } from "../federation/connectors/all-connectors.ts";
import { domainsOf } from "../federation/domains-of-provider.ts";
import { listProviders } from "../federation/find-provider.ts";
import { readCollaborationSettings } from "../policies/read-collaboration-settings.ts";

/** Where a `domain_hint` says that people are at home: another tenant of the deployment, or a provider of the tenant. */
export interface HintedWay {
  readonly hintedHome: TenantId | undefined;
  readonly hintedProvider: ProviderId | undefined;
}

const nowhere: HintedWay = { hintedHome: undefined, hintedProvider: undefined };

/** What the dialect calls accounts that anybody may have. `organizations` says that none of these is meant. */
const namesOfKind: { readonly [Kind in FederatedProviderKind]?: readonly string[] } = {
  google: ["google.com"],
  microsoft: ["live.com", "consumers"],
  linkedin: ["linkedin.com"],
  facebook: ["facebook.com"],
  github: ["github.com"],
  apple: ["apple.com"],
};

/**
 * Reads a `domain_hint`. It spares people a question and decides nothing: a way that the tenant does not try is not
 * taken for it, and whoever comes back by it is who they are. A hint that means nothing here is no error.
 */
export async function readDomainHint(
  machine: Machine,
  tenantId: TenantId | undefined,
  hint: string | undefined,
): Promise<HintedWay> {
  if (!hint) return nowhere;
  const home = (await findTenantByName(machine.database, hint))?.tenantId;
  if (tenantId === undefined) return { ...nowhere, hintedHome: home };
  const { redemptionOrder } = await readCollaborationSettings(machine.database, tenantId);
  if (home !== undefined)
    return { ...nowhere, hintedHome: redemptionOrder.includes("tenant") ? home : undefined };
  const named = hint.trim().toLowerCase();
  const providers = await listProviders(machine.database, tenantId);
  const meant = redemptionOrder
    .flatMap((way) => providers.filter((one) => one.isEnabled && allConnectors[one.kind].group === way))
    .find(
      (provider) =>
        namesOfKind[provider.kind]?.includes(named) || domainsOf(provider).some((domain) => domain === named),
    );
  return { ...nowhere, hintedProvider: meant?.providerId };
}
