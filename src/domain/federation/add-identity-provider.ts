import type { DomainName } from "../../foundation/domain-name.ts";
import type { ProviderId, TenantId } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { kindsOfIssuer } from "../directory/kinds-of-issuer.ts";
import type { FederatedProviderKind } from "../directory/rules/external-identity.ts";
import { checkProviderDomains, type DomainsRefusal } from "./check-provider-domains.ts";
import type { ConnectorRefusal, PreparedProvider } from "./connector.ts";
import { allConnectors } from "./connectors/all-connectors.ts";
import { findProvider, forgetProviders } from "./find-provider.ts";
import { insertProvider, insertProviderDomains } from "./provider-store.ts";
import type { IdentityProvider } from "./rules/identity-provider.ts";
import { readProviderName } from "./rules/provider-name.ts";

export interface NewProvider {
  readonly tenantId: TenantId;
  readonly kind: FederatedProviderKind;
  readonly displayName: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly secret: string | undefined;
  readonly domains: readonly DomainName[];
  readonly acceptsUnsolicited?: boolean | undefined;
}

export type AddProviderRefusal =
  | ConnectorRefusal
  | DomainsRefusal
  | { readonly code: "tenant-not-found" | "name-wrong" | "issuer-taken" | "issuer-of-guests" };

/**
 * Lets a tenant trust an identity provider. The provider must answer, and the domains must be its own or say so in DNS;
 * a domain verified by the tenant, or given to another provider of it, is refused. Of a provider that publishes its
 * domains none has to be named: it gets those that are proved. An issuer by which guests are known through a provider
 * of another kind is refused: a name that one kind must prove is only a text to another, and whoever spoke in it would
 * be those guests.
 */
export async function addIdentityProvider(
  machine: Machine,
  circumstances: Circumstances,
  input: NewProvider,
): Promise<Result<IdentityProvider, AddProviderRefusal>> {
  const { tenantId, kind } = input;
  const displayName = readProviderName(input.displayName);
  if (displayName === undefined) return refuse({ code: "name-wrong" });
  const prepared = await allConnectors[kind].prepare(machine, input);
  if (!prepared.ok) return prepared;
  const { issuer, settings } = prepared.value;
  const kinds = await kindsOfIssuer(machine.database, tenantId, issuer);
  if (kinds.some((known) => known !== kind)) return refuse({ code: "issuer-of-guests" });
  const domains = await domainsOfNew(machine, input, prepared.value);
  if (!domains.ok) return domains;

  const providerId = newIdentifier<ProviderId>();
  const now = machine.clock();
  const written = await machine.database.transaction().execute(async (transaction) => {
    const isNew = await insertProvider(transaction, {
      tenantId,
      providerId,
      kind,
      displayName,
      issuer,
      settings: JSON.stringify(settings),
      secretEncrypted: input.secret
        ? machine.masterKey.encrypt("identity-provider", Buffer.from(input.secret, "utf8"))
        : null,
      acceptsUnsolicited: input.acceptsUnsolicited ?? false,
      createdAt: now,
    });
    if (!isNew) return false;
    await insertProviderDomains(transaction, tenantId, providerId, domains.value);
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "identity-provider-added",
      result: "success",
      target: { kind: "identity-provider", id: providerId, name: displayName },
      details: {
        ...{ kind, issuer, domains: domains.value },
        ...(input.acceptsUnsolicited && { acceptsUnsolicited: true }),
      },
    });
    return true;
  });
  if (!written) return refuse({ code: "issuer-taken" });
  forgetProviders(machine.database);
  const added = await findProvider(machine.database, tenantId, providerId);
  if (!added) throw new Error("the provider just added is gone");
  return accept(added);
}

/** The domains that were named; else, of those the provider publishes, all that are proved, at least one. */
async function domainsOfNew(
  machine: Machine,
  { tenantId, kind, domains }: NewProvider,
  { signInUrl, publishedDomains: published }: PreparedProvider,
): Promise<Result<readonly DomainName[], DomainsRefusal>> {
  const check = (asked: readonly DomainName[]) =>
    checkProviderDomains(machine, { tenantId, kind, signInUrl, domains: asked, published });
  if (domains.length > 0 || !published || published.length === 0) return check(domains);
  const checked = await Promise.all(published.map((domain) => check([domain])));
  const proved = checked.flatMap((one) => (one.ok ? one.value : []));
  const refused = checked.find((one) => !one.ok);
  return proved.length === 0 && refused ? refused : accept(proved);
}
