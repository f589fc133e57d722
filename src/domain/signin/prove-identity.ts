import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { findUserByIdentity } from "../directory/find-user.ts";
import type { StatedIdentity } from "../federation/connector.ts";
import { domainsOf } from "../federation/domains-of-provider.ts";
import type { IdentityProvider } from "../federation/rules/identity-provider.ts";
import {
  addressProblem,
  type StatedAddress,
  vouchedAddresses,
} from "../federation/rules/vouched-addresses.ts";
import type { ProviderFailureCause } from "./log-provider-failure.ts";
import type { Proof } from "./rules/proof.ts";

/**
 * What a provider's statement proves. Who accepted before is known by issuer and subject, whatever their address is now;
 * everybody else needs an address that the provider may vouch for, or will have to prove one.
 */
export async function proveIdentity(
  machine: Machine,
  provider: IdentityProvider,
  { subject, addresses, displayName, amr }: StatedIdentity,
  mayLackAddress = false,
): Promise<Result<Proof, ProviderFailureCause>> {
  const { tenantId, providerId, issuer, kind } = provider;
  const domains = domainsOf(provider);
  const known = await findUserByIdentity(machine.database, tenantId, issuer, subject);
  const problem = known || mayLackAddress ? undefined : addressProblem(addresses, domains);
  if (problem) return refuse({ code: problem, check: "domain-rule", detail: compared(addresses, domains) });
  const [vouched] = vouchedAddresses(addresses, domains);
  const email = vouched ?? known?.mail;
  return accept({
    identity: { issuer, subject, providerKind: kind, email },
    displayName: displayName ?? email ?? provider.displayName,
    // RFC 8176 has no name for "another provider did it"; this one is what the wire's own tokens say.
    amr: amr.length > 0 ? amr : ["fed"],
    provider: {
      tenantId,
      providerId,
      statedAddresses: addresses.filter(({ isVerified }) => isVerified).map(({ address }) => address),
    },
  });
}

/** The two lists an administrator compares. */
function compared(stated: readonly StatedAddress[], domains: readonly string[]): string {
  const received = stated.map(
    ({ address, isVerified }) => `${address} (${isVerified ? "" : "not "}verified)`,
  );
  return `Received: ${received.join(", ") || "no address"}. May vouch for: ${domains.join(", ") || "no domain"}.`;
}
