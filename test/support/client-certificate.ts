// The certificate library resolves its parts through decorator metadata.
import "reflect-metadata";
import { createHash, KeyObject, webcrypto } from "node:crypto";
import * as x509 from "@peculiar/x509";

/** A key pair of an application with the self-signed certificate that it registers. */
export interface ClientCertificate {
  readonly privateKey: KeyObject;
  readonly der: Buffer;
  readonly pem: string;
  readonly sha1: Buffer;
  readonly sha256: Buffer;
}

const day = 24 * 3600 * 1000;

/** Makes one, valid from a day before `now`. */
export async function clientCertificate(
  now: Date,
  options: { readonly keyBits?: number; readonly validDays?: number } = {},
): Promise<ClientCertificate> {
  const algorithm = {
    name: "RSASSA-PKCS1-v1_5",
    hash: "SHA-256",
    modulusLength: options.keyBits ?? 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  };
  x509.cryptoProvider.set(webcrypto as Crypto);
  const keys = (await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"])) as CryptoKeyPair;
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: "CN=Test client",
    notBefore: new Date(now.getTime() - day),
    notAfter: new Date(now.getTime() + (options.validDays ?? 365) * day),
    signingAlgorithm: algorithm,
    keys,
  });
  const der = Buffer.from(certificate.rawData);
  return {
    privateKey: KeyObject.from(keys.privateKey),
    der,
    pem: certificate.toString("pem"),
    sha1: createHash("sha1").update(der).digest(),
    sha256: createHash("sha256").update(der).digest(),
  };
}
