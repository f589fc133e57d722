import { SignedXml } from "xml-crypto";

/** SHA-1, which is broken for signatures, is not among them (RFC 9231 sections 2.1 and 2.3). */
const signatureAlgorithms = [
  "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
  "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
];
const digestAlgorithms = [
  "http://www.w3.org/2001/04/xmlenc#sha256",
  "http://www.w3.org/2001/04/xmlenc#sha512",
];

/**
 * What a signature in the document covers, in the very form in which it was signed: only this is to be read further,
 * whatever else the document holds. Undefined: none of the certificates (Base64 of DER) verifies it.
 */
export function signedElement(xml: string, certificates: readonly string[]): string | undefined {
  const signatures = [...xml.matchAll(/<(?:(\w+):)?Signature[\s>][\s\S]*?<\/(?:\1:)?Signature>/g)];
  const [only, second] = signatures;
  if (!only || second) return undefined;
  for (const certificate of certificates) {
    const covered = coveredBy(xml, only[0], certificate);
    if (covered !== undefined) return covered;
  }
  return undefined;
}

function coveredBy(xml: string, signature: string, certificate: string): string | undefined {
  const verifier = new SignedXml({
    publicCert: `-----BEGIN CERTIFICATE-----\n${certificate.replace(/(.{64})/g, "$1\n")}\n-----END CERTIFICATE-----`,
    // A certificate in the document is its sender's own word.
    getCertFromKeyInfo: () => null,
  });
  verifier.SignatureAlgorithms = only(verifier.SignatureAlgorithms, signatureAlgorithms);
  verifier.HashAlgorithms = only(verifier.HashAlgorithms, digestAlgorithms);
  try {
    verifier.loadSignature(signature);
    if (!verifier.checkSignature(xml)) return undefined;
    const covered = verifier.getSignedReferences();
    return covered.length === 1 ? covered[0] : undefined;
  } catch {
    // Whatever a stranger's XML makes the library throw is the stranger's fault.
    return undefined;
  }
}

function only<Value>(all: Readonly<Record<string, Value>>, names: readonly string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
}
