import type { DomainName } from "../../foundation/domain-name.ts";
import type { Result } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { ConnectionCheck, ConnectionFinding, Received } from "./rules/connection-check.ts";
import type { IdentityProvider, ProviderGroup } from "./rules/identity-provider.ts";
import type { StatedProfile } from "./rules/stated-profile.ts";
import type { StatedAddress } from "./rules/vouched-addresses.ts";

/**
 * A kind of identity provider. A connector knows how such a provider is asked and how its answer is checked; it knows
 * nothing of guests, invitations or pages. Which kinds there are: `connectors/all-connectors.ts`.
 */
export interface Connector {
  readonly group: ProviderGroup;
  /** Domains that every provider of this kind vouches for; undefined: each provider has its own. */
  readonly fixedDomains: readonly DomainName[] | undefined;
  /** The last part of the address that people come back to, `/federation/{tenant}/…`. */
  readonly returnPath: "callback" | "saml" | "ws-federation";
  /** What of the settings says by what people are known; another one would make somebody else of every guest. */
  readonly subjectSource?: (settings: Readonly<Record<string, unknown>>) => unknown;
  /** What is checked on the round trip, in this order. */
  readonly checks: readonly ConnectionCheck[];
  /** The address that is called first, where the settings do not name it. */
  readonly firstAddress?: (settings: Readonly<Record<string, unknown>>) => string;
  /** What can be looked at besides, without a person, when an administrator tests the connection. */
  readonly probes?: readonly ((
    machine: Machine,
    provider: ProviderWithSecret,
  ) => Promise<ConnectionFinding>)[];
  /** Reads what an administrator typed and looks up what the provider publishes. */
  prepare(machine: Machine, typed: TypedProvider): Promise<Result<PreparedProvider, ConnectorRefusal>>;
  /** Reads again what the provider publishes, and keeps what is new; of kinds that keep some of it. */
  refresh?(machine: Machine, provider: IdentityProvider): Promise<ConnectorRefusal | undefined>;
  /** Where the person goes to prove who they are, and what must be remembered until they come back. */
  start(
    machine: Machine,
    provider: ProviderWithSecret,
    request: ProofRequest,
  ): Promise<Result<ProofStart, ConnectorRefusal>>;
  /** Takes answers that nobody asked for, of kinds whose protocol knows such. */
  readonly unsolicited?: UnsolicitedAnswers;
  /** Checks what the person came back with. */
  finish(
    machine: Machine,
    provider: ProviderWithSecret,
    answer: ProofAnswer,
  ): Promise<Result<StatedIdentity, ConnectorRefusal>>;
}

export interface UnsolicitedAnswers {
  /** Who the answer says it is from, nothing verified: it only finds the provider that must have signed it. */
  issuerOf(parameters: URLSearchParams): Promise<string | undefined>;
  /** Checks it like every other answer, and that it is to no request. */
  take(
    machine: Machine,
    provider: ProviderWithSecret,
    answer: Pick<ProofAnswer, "returnUrl" | "parameters">,
  ): Promise<Result<StatedIdentity, ConnectorRefusal>>;
}

export interface ProviderWithSecret extends IdentityProvider {
  readonly secret: string | undefined;
}

export interface TypedProvider {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly secret: string | undefined;
}

export interface PreparedProvider {
  readonly issuer: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Where people will be sent: its host may prove for which domains the provider speaks. */
  readonly signInUrl: string;
  /** The domains it says to speak for itself; undefined for a provider that does not say. */
  readonly publishedDomains?: readonly DomainName[];
}

export interface ProofRequest {
  /** Where the provider sends the person back. */
  readonly returnUrl: string;
  /** Unguessable; comes back unchanged. */
  readonly state: string;
  readonly loginHint: string | undefined;
  /** An earlier session at the provider is not enough. */
  readonly mustProveAgain: boolean;
}

export interface ProofStart {
  readonly location: string;
  /** What the person's browser posts there; undefined: it just goes there. */
  readonly form?: Readonly<Record<string, string>>;
  readonly remembered: Readonly<Record<string, string>>;
}

export interface ProofAnswer {
  readonly returnUrl: string;
  readonly state: string;
  readonly remembered: Readonly<Record<string, string>>;
  /** What came back, from the query or from a posted form. */
  readonly parameters: URLSearchParams;
}

/** What a provider states of a person, every check of the connector passed. */
export interface StatedIdentity {
  readonly subject: string;
  readonly addresses: readonly StatedAddress[];
  readonly displayName: string | undefined;
  /** RFC 8176 names; empty when the provider does not say. */
  readonly amr: readonly string[];
  /** What the checks looked at, for the administrator who tests the connection. */
  readonly received?: Received;
  /** What else it says: offered to the person to be corrected, and otherwise nobody's business. */
  readonly profile?: StatedProfile | undefined;
}

/** Why a round trip failed. `detail` is for the administrator and never shown to the person. */
export interface ConnectorRefusal {
  readonly code:
    | "settings-wrong"
    | "provider-unreachable"
    | "provider-answer-wrong"
    | "provider-denied"
    | "account-disabled-there"
    | "provider-refused-us";
  /** The check of `Connector.checks` that failed. */
  readonly check: ConnectionCheck;
  readonly detail: string;
}
