// The certificate library resolves its parts through decorator metadata.
import "reflect-metadata";
import { webcrypto } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { isIP } from "node:net";
import { join } from "node:path";
import * as x509 from "@peculiar/x509";

/** A certificate for this machine, signed by a certificate authority of its own. PEM text. */
export interface LocalCertificate {
  readonly key: string;
  readonly certificate: string;
  /** Where the authority's certificate is, to be trusted by browsers and by NODE_EXTRA_CA_CERTS. */
  readonly authorityPath: string;
}

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const dayMilliseconds = 24 * 3600 * 1000;
const authorityDays = 3650;
/** Browsers refuse server certificates that live longer. */
const serverDays = 390;

/**
 * The certificate with which the demo serves https. The authority is made once and kept, so that trust in it lasts;
 * the server's certificate is made anew at each start.
 */
export async function openLocalCertificate(
  dataDirectory: string,
  hostname: string,
  now: Date,
): Promise<LocalCertificate> {
  x509.cryptoProvider.set(webcrypto as Crypto);
  const folder = join(dataDirectory, "tls");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const authorityPath = join(folder, "local-ca.pem");
  const authorityKeyPath = join(folder, "local-ca-key.pem");
  if (!existsSync(authorityPath) || !existsSync(authorityKeyPath)) {
    const made = await makeAuthority(now);
    writeFileSync(authorityKeyPath, made.key, { mode: 0o600 });
    writeFileSync(authorityPath, made.certificate);
  }
  const authority = new x509.X509Certificate(readFileSync(authorityPath, "utf8"));
  const authorityKey = await importKey(readFileSync(authorityKeyPath, "utf8"));
  const made = await makeServerCertificate(authority, authorityKey, hostname, now);
  return { ...made, authorityPath };
}

async function makeAuthority(now: Date): Promise<{ key: string; certificate: string }> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: "CN=Guesthouse local authority",
    notBefore: new Date(now.getTime() - dayMilliseconds),
    notAfter: new Date(now.getTime() + authorityDays * dayMilliseconds),
    signingAlgorithm: algorithm,
    keys: keys as CryptoKeyPair,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey as CryptoKey),
    ],
  });
  return { key: await exportKey(keys.privateKey as CryptoKey), certificate: certificate.toString("pem") };
}

async function makeServerCertificate(
  authority: x509.X509Certificate,
  authorityKey: CryptoKey,
  hostname: string,
  now: Date,
): Promise<{ key: string; certificate: string }> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const names = new Set(["localhost", hostname]);
  const certificate = await x509.X509CertificateGenerator.create({
    subject: `CN=${hostname}`,
    issuer: authority.subject,
    notBefore: new Date(now.getTime() - dayMilliseconds),
    notAfter: new Date(now.getTime() + serverDays * dayMilliseconds),
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey as CryptoKey,
    signingKey: authorityKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        ...[...names].map((name) => ({ type: isIP(name) ? ("ip" as const) : ("dns" as const), value: name })),
        { type: "ip" as const, value: "127.0.0.1" },
        { type: "ip" as const, value: "::1" },
      ]),
      await x509.AuthorityKeyIdentifierExtension.create(authority.publicKey),
    ],
  });
  return { key: await exportKey(keys.privateKey as CryptoKey), certificate: certificate.toString("pem") };
}

async function exportKey(key: CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await webcrypto.subtle.exportKey("pkcs8", key), "PRIVATE KEY");
}

function importKey(pem: string): Promise<CryptoKey> {
  const [der] = x509.PemConverter.decode(pem);
  return webcrypto.subtle.importKey("pkcs8", der as ArrayBuffer, algorithm, false, [
    "sign",
  ]) as Promise<CryptoKey>;
}
