import { createHash, createPrivateKey, X509Certificate } from "node:crypto";
import forge from "node-forge";
import { accept, type Result, refuse } from "../../foundation/result.ts";

/** A certificate with its key, as it comes out of a PKCS #12 file. */
export interface KeyBag {
  /** PEM: the certificate of the key first, then the others of the file. */
  readonly certificates: string;
  /** PKCS #8, PEM. */
  readonly privateKey: string;
  /** SHA-1 in hexadecimal capitals: how certificates are named, and nothing that is relied on. */
  readonly thumbprint: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

export type KeyBagRefusal = {
  readonly code: "key-bag-not-readable" | "key-bag-without-key" | "key-too-weak";
};

const fewestBits = 2048;

/** Reads a PKCS #12 file (RFC 7292) with one RSA key and the certificate for it. */
export function readKeyBag(file: Buffer, password: string): Result<KeyBag, KeyBagRefusal> {
  const bag = openBag(file, password);
  if (bag === undefined) return refuse({ code: "key-bag-not-readable" });
  const { shrouded, plain, certificates } = bag;
  const key = shrouded ?? plain;
  if (key === undefined || certificates.length === 0) return refuse({ code: "key-bag-without-key" });
  const privateKey = createPrivateKey(forge.pki.privateKeyToPem(key));
  const read = certificates.map(
    (certificate) => new X509Certificate(forge.pki.certificateToPem(certificate)),
  );
  const own = read.find((certificate) => certificate.checkPrivateKey(privateKey));
  if (own === undefined) return refuse({ code: "key-bag-without-key" });
  if ((privateKey.asymmetricKeyDetails?.modulusLength ?? 0) < fewestBits)
    return refuse({ code: "key-too-weak" });
  const others = read.filter((certificate) => certificate !== own);
  return accept({
    certificates: [own, ...others].map(String).join(""),
    privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    thumbprint: createHash("sha1").update(own.raw).digest("hex").toUpperCase(),
    notBefore: own.validFromDate,
    notAfter: own.validToDate,
  });
}

function openBag(file: Buffer, password: string) {
  try {
    const bag = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(file.toString("binary")), password);
    const bagsOf = (type: string) => bag.getBags({ bagType: type })[type] ?? [];
    return {
      shrouded: bagsOf(forge.pki.oids["pkcs8ShroudedKeyBag"] ?? "").find(({ key }) => key)?.key,
      plain: bagsOf(forge.pki.oids["keyBag"] ?? "").find(({ key }) => key)?.key,
      certificates: bagsOf(forge.pki.oids["certBag"] ?? "").flatMap(({ cert }) => (cert ? [cert] : [])),
    };
  } catch {
    return undefined;
  }
}
