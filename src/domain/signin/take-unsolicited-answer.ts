import type { SessionId, TenantId, TransactionId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { findNamedHomePage } from "../applications/find-home-page.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { allConnectors } from "../federation/connectors/all-connectors.ts";
import { listProviders, openProvider } from "../federation/find-provider.ts";
import type { IdentityProvider } from "../federation/rules/identity-provider.ts";
import { logProviderFailure, type ProviderFailureCause, switchedOff } from "./log-provider-failure.ts";
import { proveIdentity } from "./prove-identity.ts";
import type { Proof } from "./rules/proof.ts";
import { startTransaction } from "./sign-in-transaction.ts";

/** What a partner's provider made a browser bring, without being asked. */
export interface UnsolicitedAnswer {
  readonly tenantId: TenantId;
  readonly kind: "saml" | "ws-federation";
  readonly parameters: URLSearchParams;
  /** What the provider says of where to go: an application of the tenant by its id or its home page, and nothing else. */
  readonly named: string;
}

/**
 * Takes an answer to no request, where the tenant allows the provider to send such. It passes every check of an answer
 * that was asked for. What comes of it is a journey of its own, which asks the person first: nobody's journey that is
 * under way is touched.
 */
export async function takeUnsolicitedAnswer(
  machine: Machine,
  circumstances: Circumstances,
  answer: UnsolicitedAnswer,
  openSession: () => Promise<SessionId>,
): Promise<Result<TransactionId, { readonly code: "not-taken" }>> {
  const { tenantId, named } = answer;
  const provider = await providerOf(machine, answer);
  if (!provider) return refuse({ code: "not-taken" });
  const proof = await proveArrival(machine, provider, answer.parameters);
  if (!proof.ok) {
    const network = circumstances.ipAddress ?? "unknown";
    const waitSeconds = await machine.limits.consume("unsolicited-answer-logged-by-network", network);
    if (waitSeconds === undefined) await logProviderFailure(machine, circumstances, provider, proof.refusal);
    return refuse({ code: "not-taken" });
  }
  const home = await findNamedHomePage(machine.database, tenantId, named);
  const purpose = { kind: "arrive", tenantId, applicationId: home?.applicationId } as const;
  return accept(await startTransaction(machine, await openSession(), purpose, { arrival: proof.value }));
}

/** The provider of the tenant that an answer says to be from. */
async function providerOf(
  { database }: Machine,
  { tenantId, kind, parameters }: UnsolicitedAnswer,
): Promise<IdentityProvider | undefined> {
  const issuer = await allConnectors[kind].unsolicited?.issuerOf(parameters);
  const providers = await listProviders(database, tenantId);
  return providers.find((provider) => provider.kind === kind && provider.issuer === issuer);
}

async function proveArrival(
  machine: Machine,
  { tenantId, providerId, kind }: IdentityProvider,
  parameters: URLSearchParams,
): Promise<Result<Proof, ProviderFailureCause>> {
  const provider = await openProvider(machine, tenantId, providerId);
  const { unsolicited, returnPath } = allConnectors[kind];
  if (!provider?.acceptsUnsolicited || !unsolicited) return refuse(notAllowed);
  if (!provider.isEnabled) return refuse(switchedOff);
  const returnUrl = `${machine.configuration.publicUrl}/federation/${tenantId}/${returnPath}`;
  const stated = await unsolicited.take(machine, provider, { returnUrl, parameters });
  return stated.ok ? proveIdentity(machine, provider, stated.value) : stated;
}

const notAllowed: ProviderFailureCause = {
  code: "provider-answer-wrong",
  check: "answer-belongs-here",
  detail:
    "Nobody asked for this answer, and the provider is not allowed to send such (isUnsolicitedSignInAllowed).",
};
