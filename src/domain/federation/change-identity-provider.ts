import type { DomainName } from "../../foundation/domain-name.ts";
import type { ProviderId, TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import type { AddProviderRefusal } from "./add-identity-provider.ts";
import { checkProviderDomains } from "./check-provider-domains.ts";
import type { PreparedProvider, ProviderWithSecret } from "./connector.ts";
import { allConnectors } from "./connectors/all-connectors.ts";
import { findProvider, forgetProviders, openProvider } from "./find-provider.ts";
import { deleteProviderDomain, insertProviderDomains, updateProvider } from "./provider-store.ts";
import type { IdentityProvider } from "./rules/identity-provider.ts";
import { readProviderName } from "./rules/provider-name.ts";

/** What is to be different; what is left out stays. */
export interface ProviderChanges {
  readonly displayName?: string | undefined;
  /** Laid over the stored settings. */
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  readonly secret?: string | undefined;
  /** All domains from now on. */
  readonly domains?: readonly DomainName[] | undefined;
  readonly acceptsUnsolicited?: boolean | undefined;
}

export type ChangeProviderRefusal =
  | AddProviderRefusal
  | { readonly code: "provider-not-found" | "issuer-changed" | "subject-changed" };

/**
 * Changes a provider. It must answer with what it is to be, and stay the same issuer: another one would be somebody
 * else, and guests would be linked to nobody. What its people are known by stays too: a claim that they choose
 * themselves, read in the place of the subject, would let them be whom they like. What only the organisation decides,
 * its name and its switches, changes without asking it.
 */
export async function changeIdentityProvider(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly providerId: ProviderId; readonly changes: ProviderChanges },
): Promise<Result<IdentityProvider, ChangeProviderRefusal>> {
  const { tenantId, providerId, changes } = input;
  const provider = await openProvider(machine, tenantId, providerId);
  if (!provider) return refuse({ code: "provider-not-found" });
  const displayName = readProviderName(changes.displayName ?? provider.displayName);
  if (displayName === undefined) return refuse({ code: "name-wrong" });
  const judged = isAboutProvider(changes)
    ? await judgeChange(machine, provider, changes)
    : accept<JudgedChange>({ settings: undefined, added: [], removed: [] });
  if (!judged.ok) return judged;
  const { settings, added, removed } = judged.value;

  const now = machine.clock();
  const { acceptsUnsolicited } = changes;
  await machine.database.transaction().execute(async (transaction) => {
    await updateProvider(transaction, tenantId, providerId, {
      displayName,
      ...(settings && { settings: JSON.stringify(settings) }),
      ...(changes.secret !== undefined && {
        secretEncrypted: machine.masterKey.encrypt("identity-provider", Buffer.from(changes.secret, "utf8")),
      }),
      ...(acceptsUnsolicited !== undefined && { acceptsUnsolicited }),
    });
    for (const domain of removed) await deleteProviderDomain(transaction, tenantId, providerId, domain);
    await insertProviderDomains(transaction, tenantId, providerId, added);
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "identity-provider-updated",
      result: "success",
      target: { kind: "identity-provider", id: providerId, name: displayName },
      details: {
        settings: settings ?? provider.settings,
        addedDomains: added,
        removedDomains: removed,
        newSecret: changes.secret !== undefined,
        ...(acceptsUnsolicited !== undefined && { acceptsUnsolicited }),
      },
    });
  });
  forgetProviders(machine.database);
  const changed = await findProvider(machine.database, tenantId, providerId);
  return changed ? accept(changed) : refuse({ code: "provider-not-found" });
}

/** Whether a change is about what the provider itself is, and not only about how the organisation treats it. */
function isAboutProvider({ settings, secret, domains }: ProviderChanges): boolean {
  return Object.keys(settings ?? {}).length > 0 || secret !== undefined || domains !== undefined;
}

interface JudgedChange {
  /** Undefined: as they are. */
  readonly settings: Settings | undefined;
  readonly added: readonly DomainName[];
  readonly removed: readonly DomainName[];
}

/**
 * What comes of a change. Domains that are new are proved like those of a new provider, and all of them where it is to
 * sign people in elsewhere: that was what they were proved for.
 */
async function judgeChange(
  machine: Machine,
  provider: ProviderWithSecret,
  changes: ProviderChanges,
): Promise<Result<JudgedChange, ChangeProviderRefusal>> {
  const prepared = await prepareChange(machine, provider, changes);
  if (!prepared.ok) return prepared;
  const { settings, signInUrl, publishedDomains: published } = prepared.value;
  const wanted = changes.domains ?? provider.domains;
  const added = wanted.filter((domain) => !provider.domains.includes(domain));
  const removed = provider.domains.filter((domain) => !wanted.includes(domain));
  // An OpenID issuer says itself where that is, so its connector keeps no such setting.
  const hasMoved = settings["signInUrl"] !== provider.settings["signInUrl"];
  const { tenantId, providerId, kind } = provider;
  const domains = hasMoved ? wanted : added;
  const proven = await checkProviderDomains(machine, {
    ...{ tenantId, providerId, kind, signInUrl, domains, published },
  });
  return proven.ok ? accept({ settings, added, removed }) : proven;
}

/** What the provider would be. */
async function prepareChange(
  machine: Machine,
  provider: ProviderWithSecret,
  changes: ProviderChanges,
): Promise<Result<PreparedProvider, ChangeProviderRefusal>> {
  const connector = allConnectors[provider.kind];
  const prepared = await connector.prepare(machine, {
    settings: laidOver(provider.settings, changes.settings ?? {}),
    secret: changes.secret ?? provider.secret,
  });
  if (!prepared.ok) return prepared;
  const { issuer, settings } = prepared.value;
  if (issuer !== provider.issuer) return refuse({ code: "issuer-changed" });
  return connector.subjectSource?.(settings) === connector.subjectSource?.(provider.settings)
    ? prepared
    : refuse({ code: "subject-changed" });
}

/** A group of settings, such as the names of claims, keeps those of its own that the change does not name. */
function laidOver(stored: Settings, changes: Settings): Settings {
  const merged = Object.entries(changes).map(([name, value]) => {
    const before = stored[name];
    return [name, isGroup(before) && isGroup(value) ? { ...before, ...value } : value];
  });
  return { ...stored, ...Object.fromEntries(merged) };
}

type Settings = Readonly<Record<string, unknown>>;

function isGroup(value: unknown): value is Settings {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
