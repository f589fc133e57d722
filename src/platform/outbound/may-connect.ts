import ipaddr from "ipaddr.js";
import { isWithinNetworks } from "../networks/network.ts";

/**
 * Cloud services that answer with credentials of the machine from an address that looks public.
 * (168.63.129.16 is the host agent of Azure; the others of this kind are link-local or private.)
 */
const publicLookingMetadata = new Set(["168.63.129.16"]);

/**
 * Whether a connection to an IP address may be made: public unicast, or inside a network allowed by configuration.
 * Forms that carry an IPv4 address in an IPv6 one (mapped, 6to4, NAT64) are not public unicast and so are refused.
 */
export function mayConnect(address: string, allowedNetworks: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  // A mapped address reaches the IPv4 one within, so that one is compared with the operator's networks.
  const reached = ipaddr.process(address);
  if (isWithinNetworks(address, allowedNetworks)) return true;
  return ipaddr.parse(address).range() === "unicast" && !publicLookingMetadata.has(reached.toString());
}
