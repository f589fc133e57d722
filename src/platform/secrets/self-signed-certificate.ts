import { webcrypto } from "node:crypto";

/** An RSA key with a certificate that it signed itself. */
export interface SelfSignedCertificate {
  /** PKCS #8 in PEM. */
  readonly privateKey: string;
  /** Base64 of DER. */
  readonly certificate: string;
}

const algorithm = {
  name: "RSASSA-PKCS1-v1_5",
  hash: "SHA-256",
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 3072,
};

/** Makes a key for others to know us by for years; the name is only for people to read. */
export async function makeSelfSignedCertificate(
  name: string,
  now: Date,
  years: number,
): Promise<SelfSignedCertificate> {
  // Needed seldom: loaded then, not at every start.
  await import("reflect-metadata");
  const { PemConverter, X509CertificateGenerator } = await import("@peculiar/x509");
  const keys = (await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"])) as CryptoKeyPair;
  const notAfter = new Date(now);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + years);
  const certificate = await X509CertificateGenerator.createSelfSigned(
    { name: `CN=${name}`, keys, signingAlgorithm: algorithm, notBefore: now, notAfter },
    webcrypto as Crypto,
  );
  const privateKey = await webcrypto.subtle.exportKey("pkcs8", keys.privateKey);
  return {
    privateKey: PemConverter.encode(privateKey, "PRIVATE KEY"),
    certificate: Buffer.from(certificate.rawData).toString("base64"),
  };
}
