import { lookup as systemLookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { getCACertificates } from "node:tls";
import { buildConnector } from "undici";
import { OutboundFailure } from "./outbound-failure.ts";
import type { OutboundPolicy } from "./outbound-policy.ts";

/** Whether a connection to an IP address may be made. */
type AddressCheck = (address: string) => boolean;

/**
 * Opens connections only to addresses that pass the check. It sits in the name look-up of the socket itself:
 * a name that changes its address after an earlier check gains nothing.
 */
export function guardedConnector(policy: OutboundPolicy, mayReach: AddressCheck): buildConnector.connector {
  const connect = buildConnector({
    ...(policy.trustedCertificates && {
      ca: [...getCACertificates("default"), ...policy.trustedCertificates],
    }),
    ...(policy.clientCertificate && {
      cert: policy.clientCertificate.certificates,
      key: policy.clientCertificate.privateKey,
    }),
    timeout: policy.timeLimitMilliseconds,
    lookup: guardedLookup(policy.lookup ?? systemLookup, mayReach),
  });
  return (target, done) => {
    // A socket to a literal address never looks a name up, so that address is checked here.
    if (isIP(target.hostname) !== 0 && !mayReach(target.hostname))
      done(addressRefused(target.hostname), null);
    else connect(target, done);
  };
}

function guardedLookup(lookup: LookupFunction, mayReach: AddressCheck): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, options, (error, found, family) => {
      if (error) return done(error, found, family);
      const addresses = typeof found === "string" ? [found] : found.map((entry) => entry.address);
      // One refused address refuses the name: the socket may try any of them.
      if (addresses.length > 0 && addresses.every(mayReach)) return done(null, found, family);
      done(addressRefused(hostname), found, family);
    });
  };
}

function addressRefused(hostname: string): OutboundFailure {
  return new OutboundFailure(
    "address-refused",
    `${hostname} is at an address inside this network. An operator can allow it with GUESTHOUSE_OUTBOUND_ALLOW.`,
  );
}
