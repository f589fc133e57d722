/**
 * The addresses that mean Graph when a client asks for a token: ours, and ours without the port, because some clients
 * build the resource's name from the host alone.
 */
export function graphAddresses(publicUrl: string): readonly string[] {
  const { protocol, hostname } = new URL(publicUrl);
  return [...new Set([publicUrl, `${protocol}//${hostname}`])];
}
