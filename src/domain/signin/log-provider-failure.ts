import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordSignIn } from "../audit/record-sign-in.ts";
import type { FederatedProviderKind } from "../directory/rules/external-identity.ts";
import type { ConnectorRefusal } from "../federation/connector.ts";
import type { ConnectionCheck } from "../federation/rules/connection-check.ts";
import type { IdentityProvider } from "../federation/rules/identity-provider.ts";
import type { AddressProblem } from "../federation/rules/vouched-addresses.ts";
import type { ProviderFailureReason } from "./rules/sign-in-facts.ts";

/** Why a provider did not help: its answer, or an address that it may not vouch for. */
export type ProviderFailureCause =
  | ConnectorRefusal
  | { readonly code: AddressProblem; readonly check: ConnectionCheck; readonly detail: string }
  | typeof switchedOff;

/** Whatever a provider says that is switched off. */
export const switchedOff = {
  code: "provider-switched-off",
  check: "answer-belongs-here",
  detail: "The organisation has switched the provider off (isEnabled).",
} as const;

/** What the person is told, and the number in the sign-in log. */
const told: Readonly<
  Record<ProviderFailureCause["code"], { readonly reason: ProviderFailureReason; readonly number: number }>
> = {
  "settings-wrong": { reason: "answer-wrong", number: 40010 },
  "provider-unreachable": { reason: "unreachable", number: 40010 },
  "provider-answer-wrong": { reason: "answer-wrong", number: 50027 },
  "provider-refused-us": { reason: "answer-wrong", number: 40015 },
  "provider-denied": { reason: "denied", number: 90123 },
  "provider-switched-off": { reason: "switched-off", number: 50107 },
  "account-disabled-there": { reason: "account-disabled", number: 50057 },
  "address-missing": { reason: "address-unproven", number: 5000819 },
  "address-not-verified": { reason: "address-unproven", number: 5000819 },
  "address-outside-domains": { reason: "address-unproven", number: 5000819 },
};

/** Assertions have numbers of their own: one for an issuer that is none of ours, and one for whatever else is wrong. */
function numberOf(kind: FederatedProviderKind, { code, check }: ProviderFailureCause): number {
  const isAssertion = kind === "saml" || kind === "ws-federation";
  if (!isAssertion || code !== "provider-answer-wrong") return told[code].number;
  return check === "issuer" ? 50107 : 50008;
}

/** Tells the administrator in the sign-in log why a provider failed. Returns what the person may know of it. */
export async function logProviderFailure(
  machine: Machine,
  circumstances: Circumstances,
  provider: IdentityProvider,
  failure: ProviderFailureCause,
): Promise<ProviderFailureReason> {
  await recordSignIn(machine.database, machine.clock(), circumstances, {
    tenantId: provider.tenantId,
    identityProvider: provider.issuer,
    isInteractive: true,
    errorCode: numberOf(provider.kind, failure),
    failureReason: failure.code,
    details: {
      provider: provider.displayName,
      providerId: provider.providerId,
      check: failure.check,
      detail: failure.detail.slice(0, 1000),
    },
  });
  return told[failure.code].reason;
}
