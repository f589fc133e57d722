import { timingSafeEqual } from "node:crypto";
import type { SessionId, TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import type { StatedIdentity } from "../federation/connector.ts";
import { allConnectors } from "../federation/connectors/all-connectors.ts";
import { domainsOf } from "../federation/domains-of-provider.ts";
import { openProvider } from "../federation/find-provider.ts";
import type { IdentityProvider } from "../federation/rules/identity-provider.ts";
import { mayVouchForNobody } from "../federation/rules/may-vouch-for-nobody.ts";
import { logProviderFailure, switchedOff } from "./log-provider-failure.ts";
import { noteProviderFailure } from "./note-provider-failure.ts";
import { proveIdentity } from "./prove-identity.ts";
import { readSignUpOffer } from "./read-sign-up-offer.ts";
import type { SessionAccount } from "./rules/session-account.ts";
import { type Detour, tenantOfPurpose } from "./rules/sign-in-facts.ts";
import { addAccount } from "./sessions/browser-session.ts";
import { recordFacts, type SignInTransaction } from "./sign-in-transaction.ts";

export type ProviderAnswerRefusal = { readonly code: "nothing-asked" | "provider-failed" };

/**
 * Takes what a person brought back from a provider. An answer is taken once, by the browser that was sent there, at the
 * address it was asked for, and only with the `state` it was sent with. Then the person is an account of the session, whose new cookie is returned too.
 */
export async function takeProviderAnswer(
  machine: Machine,
  circumstances: Circumstances,
  transaction: SignInTransaction,
  brought: {
    readonly sessionId: SessionId;
    /** Whose return address it was brought to. */
    readonly tenantId: TenantId | undefined;
    readonly state: string;
    readonly parameters: URLSearchParams;
  },
): Promise<Result<{ readonly account: SessionAccount; readonly cookie: string }, ProviderAnswerRefusal>> {
  const tenantId = tenantOfPurpose(transaction.facts.purpose);
  // Otherwise one tenant's provider would be handed what was given for another tenant.
  if (brought.tenantId !== tenantId) return refuse({ code: "nothing-asked" });
  const detour = await takeDetour(machine, transaction, brought.state);
  const provider = detour && tenantId && (await openProvider(machine, tenantId, detour.providerId));
  if (!provider) return refuse({ code: "nothing-asked" });
  if (!provider.isEnabled) {
    await logProviderFailure(machine, circumstances, provider, switchedOff);
    return refuse({ code: "provider-failed" });
  }
  const { state, returnUrl, remembered } = detour;
  const { parameters, sessionId } = brought;
  const stated = await allConnectors[provider.kind].finish(machine, provider, {
    state,
    returnUrl,
    remembered,
    parameters,
  });
  const mayLackAddress = await mayComeWithoutAddress(machine, transaction, provider);
  const proof = stated.ok ? await proveIdentity(machine, provider, stated.value, mayLackAddress) : stated;
  if (!proof.ok) {
    await noteProviderFailure(machine, circumstances, transaction, provider, proof.refusal);
    return refuse({ code: "provider-failed" });
  }
  const { account, cookie } = await addAccount(machine, sessionId, proof.value);
  await recordFacts(machine, transaction, ({ method: _proved, useAnother: _over, ...facts }) => ({
    ...facts,
    accountId: account.accountId,
    ...(stated.ok && { stated: statedBy(account, stated.value) }),
  }));
  return accept({ account, cookie });
}

function statedBy({ accountId }: SessionAccount, { profile = {}, addresses }: StatedIdentity) {
  return { accountId, profile, address: addresses[0]?.address };
}

/** Whoever signs up proves an address later, where nobody vouches for one. */
async function mayComeWithoutAddress(
  machine: Machine,
  { facts: { purpose } }: SignInTransaction,
  provider: IdentityProvider,
): Promise<boolean> {
  if (purpose.kind !== "authorize") return false;
  if (!mayVouchForNobody(allConnectors[provider.kind].group, domainsOf(provider))) return false;
  const offer = await readSignUpOffer(machine, purpose.request);
  return offer?.flow.providers.includes(provider.providerId) === true;
}

/** The detour that an answer belongs to, taken off the journey so that the answer counts once. */
async function takeDetour(
  machine: Machine,
  transaction: SignInTransaction,
  state: string,
): Promise<Detour | undefined> {
  let taken: Detour | undefined;
  const isRecorded = await recordFacts(machine, transaction, ({ detour, ...facts }) => {
    const isAnswered = detour !== undefined && isSame(detour.state, state);
    taken = isAnswered ? detour : undefined;
    return detour && !isAnswered ? { ...facts, detour } : facts;
  });
  return isRecorded ? taken : undefined;
}

function isSame(expected: string, received: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(received)];
  return one.length === other.length && timingSafeEqual(one, other);
}
