import { X509Certificate } from "node:crypto";

const smallestKeyBits = 2048;

/**
 * A signing certificate in PEM or Base64, as Base64 of DER. Undefined for anything else, and for a key that the
 * signatures we accept are not made with. Its dates are not judged: SAML metadata says which keys count (SAML V2.0
 * Metadata Interoperability Profile section 2.6.1), and partners replace certificates late.
 */
export function readCertificate(text: string): string | undefined {
  const base64 = text.replaceAll(/-----(?:BEGIN|END) CERTIFICATE-----|\s/g, "");
  try {
    const certificate = new X509Certificate(Buffer.from(base64, "base64"));
    const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey;
    const isStrong = (asymmetricKeyDetails?.modulusLength ?? 0) >= smallestKeyBits;
    return asymmetricKeyType === "rsa" && isStrong ? certificate.raw.toString("base64") : undefined;
  } catch {
    return undefined;
  }
}
