import { X509Certificate } from "node:crypto";

/** A stored certificate as an administrator finds it again in the certificate stores of others. */
export interface ShownCertificate {
  /** SHA-256 in hexadecimal digits. */
  readonly thumbprint: string;
  readonly expiresAt: Date;
}

/** Reads what is shown of a certificate, which is Base64 of DER. */
export function showCertificate(base64: string): ShownCertificate {
  const { fingerprint256, validToDate } = new X509Certificate(Buffer.from(base64, "base64"));
  return { thumbprint: fingerprint256.replaceAll(":", ""), expiresAt: validToDate };
}

/** When the last of some certificates ends. */
export function lastEndOf(certificates: readonly string[]): Date | undefined {
  const ends = certificates.map((one) => showCertificate(one).expiresAt.getTime());
  return ends.length === 0 ? undefined : new Date(Math.max(...ends));
}
