import { createHash, X509Certificate } from "node:crypto";
import { accept, type Result, refuse } from "../../foundation/result.ts";

/** A certificate whose private key an application proves to have. */
export interface Certificate {
  /** DER. */
  readonly certificate: Buffer;
  readonly sha1Thumbprint: Buffer;
  readonly sha256Thumbprint: Buffer;
  readonly startsAt: Date;
  readonly expiresAt: Date;
}

export type CertificateRefusal = {
  readonly code: "certificate-invalid" | "certificate-key-unsuitable";
};

const fewestKeyBits = 2048;
const longestBytes = 16_384;

/**
 * Reads a certificate in DER or PEM. Assertions are signed with RSA (RFC 7518 section 3.3: keys of 2048 bits or
 * more), so other keys would never be of use.
 */
export function readCertificate(bytes: Buffer): Result<Certificate, CertificateRefusal> {
  if (bytes.length === 0 || bytes.length > longestBytes) return refuse({ code: "certificate-invalid" });
  const parsed = parse(bytes);
  if (!parsed) return refuse({ code: "certificate-invalid" });
  const { asymmetricKeyType, asymmetricKeyDetails } = parsed.publicKey;
  if (asymmetricKeyType !== "rsa" || (asymmetricKeyDetails?.modulusLength ?? 0) < fewestKeyBits)
    return refuse({ code: "certificate-key-unsuitable" });
  return accept({
    certificate: parsed.raw,
    sha1Thumbprint: createHash("sha1").update(parsed.raw).digest(),
    sha256Thumbprint: createHash("sha256").update(parsed.raw).digest(),
    startsAt: parsed.validFromDate,
    expiresAt: parsed.validToDate,
  });
}

function parse(bytes: Buffer): X509Certificate | undefined {
  try {
    const parsed = new X509Certificate(bytes);
    // Throws for keys that this machine cannot use.
    parsed.publicKey;
    return parsed;
  } catch {
    return undefined;
  }
}
