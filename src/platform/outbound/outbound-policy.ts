import type { LookupFunction } from "node:net";

/** What a caller lets a call to the outside do. */
export interface OutboundPolicy {
  /** For the whole call: names, connections, redirects and the body. */
  readonly timeLimitMilliseconds: number;
  /** Of the body, after decompression. */
  readonly sizeLimitBytes: number;
  /** False: a redirect of any method is the answer. */
  readonly followsRedirects: boolean;
  /** Networks inside that may be reached all the same, in CIDR notation; the operator decides. */
  readonly allowedNetworks: readonly string[];
  /** Origins that may be reached at any address, such as the deployment's own; the caller decides. */
  readonly allowedOrigins: readonly string[];
  /** Certificates (PEM) trusted beside the public ones, such as a demo's own authority. */
  readonly trustedCertificates?: readonly string[];
  /** What we show to servers that ask who calls (RFC 8446 section 4.3.2); both as PEM. */
  readonly clientCertificate?: { readonly certificates: string; readonly privateKey: string };
  /** How names become addresses; a test brings its own. */
  readonly lookup?: LookupFunction;
}

const standardPolicy: OutboundPolicy = {
  timeLimitMilliseconds: 10_000,
  sizeLimitBytes: 1024 * 1024,
  followsRedirects: true,
  allowedNetworks: [],
  allowedOrigins: [],
};

/** The usual limits (ten seconds, one megabyte, nothing inside), changed where the caller says so. */
export function outboundPolicy(changes: Partial<OutboundPolicy> = {}): OutboundPolicy {
  return { ...standardPolicy, ...changes };
}
