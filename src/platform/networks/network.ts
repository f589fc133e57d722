import ipaddr from "ipaddr.js";

/** Whether a text names a network in CIDR notation (RFC 4632, RFC 4291 section 2.3), IPv4 or IPv6. */
export function isNetwork(text: string): boolean {
  return ipaddr.isValidCIDR(text);
}

/** Whether an address is within one of some networks. An IPv4 address within an IPv6 one is the IPv4 address. */
export function isWithinNetworks(address: string, networks: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const reached = ipaddr.process(address);
  return networks.some((network) => {
    const [start, prefixLength] = ipaddr.parseCIDR(network);
    return reached.kind() === start.kind() && reached.match(start, prefixLength);
  });
}
