import { createHash } from "node:crypto";
import { exportJWK, exportPKCS8, generateKeyPair } from "jose";
import type { MasterKey } from "../../platform/secrets/master-key.ts";

/** The public half of a signing key, as the key list shows it (RFC 7517 section 4). */
export interface PublishedKey {
  readonly kty: "RSA";
  readonly use: "sig";
  readonly kid: string;
  readonly x5t: string;
  readonly n: string;
  readonly e: string;
  readonly x5c: readonly string[];
}

export interface MadeSigningKey {
  readonly keyId: string;
  readonly published: PublishedKey;
  readonly privateKeyEncrypted: Buffer;
}

/** The algorithm of every token this deployment signs. */
export const signingAlgorithm = "RS256";
const certificateYears = 10;

/** Makes an RS256 key of 2048 bits with a certificate of its own; the private half leaves this function encrypted. */
export async function makeSigningKey(masterKey: MasterKey, now: Date): Promise<MadeSigningKey> {
  const pair = await generateKeyPair(signingAlgorithm, { modulusLength: 2048, extractable: true });
  const certificate = await selfSignedCertificate(pair, now);
  // Clients of the dialect expect the key id to be the certificate's SHA-1 thumbprint; it protects nothing.
  const thumbprint = createHash("sha1").update(certificate).digest("base64url");
  const { n, e } = await exportJWK(pair.publicKey);
  if (n === undefined || e === undefined) throw new Error("an RSA key was exported without its modulus");
  return {
    keyId: thumbprint,
    published: {
      kty: "RSA",
      use: "sig",
      kid: thumbprint,
      x5t: thumbprint,
      n,
      e,
      x5c: [certificate.toString("base64")],
    },
    privateKeyEncrypted: masterKey.encrypt("signing-key", Buffer.from(await exportPKCS8(pair.privateKey))),
  };
}

async function selfSignedCertificate(pair: CryptoKeyPair, now: Date): Promise<Buffer> {
  // Needed once in 90 days: loaded then, not at every start.
  await import("reflect-metadata");
  const { X509CertificateGenerator } = await import("@peculiar/x509");
  const notAfter = new Date(now);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + certificateYears);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: "CN=Guesthouse token signing",
    keys: pair,
    signingAlgorithm: { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" },
    notBefore: now,
    notAfter,
  });
  return Buffer.from(certificate.rawData);
}
