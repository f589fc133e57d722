import type { DomainName } from "../../../foundation/domain-name.ts";
import {
  type ConnectionCheck,
  type ConnectionFinding,
  findingsInOrder,
  type Received,
} from "./connection-check.ts";
import { type AddressProblem, addressProblem, type StatedAddress } from "./vouched-addresses.ts";

/** How a round trip ended, as far as the findings need it. */
export interface RoundTrip {
  /** Those of the connector, in order. */
  readonly checks: readonly ConnectionCheck[];
  readonly issuer: string;
  readonly domains: readonly DomainName[];
  readonly outcome:
    | { readonly stated: Statement }
    | { readonly failure: { readonly check: ConnectionCheck; readonly detail: string } };
}

interface Statement {
  readonly subject: string;
  readonly addresses: readonly StatedAddress[];
  readonly displayName: string | undefined;
  readonly received?: Received;
}

const addressChecks: readonly ConnectionCheck[] = ["address", "address-verified", "domain-rule"];

const checkOfProblem: Readonly<Record<AddressProblem, ConnectionCheck>> = {
  "address-missing": "address",
  "address-not-verified": "address-verified",
  "address-outside-domains": "domain-rule",
};

/**
 * Every check of a round trip in order: those of the connector, then whether what it stated would let a new guest in.
 * A guest who accepted before is known by issuer and subject, and gets in whatever their address is now.
 */
export function roundTripFindings({
  checks,
  issuer,
  domains,
  outcome,
}: RoundTrip): readonly ConnectionFinding[] {
  const all = [...checks, ...addressChecks];
  if ("failure" in outcome) return findingsInOrder(all, {}, outcome.failure);
  const { subject, addresses, displayName, received } = outcome.stated;
  const stated = addresses.map(({ address }) => address).join(", ");
  const verified = addresses.map(({ address, isVerified }) => `${address}: ${isVerified ? "yes" : "no"}`);
  const seen: Received = {
    issuer,
    subject: displayName === undefined ? subject : `${subject} (${displayName})`,
    address: stated || "no address",
    "address-verified": verified.join(", ") || "no address",
    "domain-rule": `${stated || "no address"}; may vouch for ${domains.join(", ") || "no domain"}`,
    ...received,
  };
  const problem = addressProblem(addresses, domains);
  const failed = problem && checkOfProblem[problem];
  return findingsInOrder(all, seen, failed && { check: failed, detail: seen[failed] ?? "" });
}
