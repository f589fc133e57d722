import forge from "node-forge";
import type { ClientCertificate } from "./client-certificate.ts";

/** A PKCS #12 file of a key and a certificate, which may be another's. */
export function keyBag(password: string, key: ClientCertificate, of: ClientCertificate = key): Buffer {
  const privateKey = forge.pki.privateKeyFromPem(
    key.privateKey.export({ type: "pkcs1", format: "pem" }).toString(),
  );
  const bag = forge.pkcs12.toPkcs12Asn1(privateKey, [forge.pki.certificateFromPem(of.pem)], password, {
    algorithm: "aes256",
  });
  return Buffer.from(forge.asn1.toDer(bag).getBytes(), "binary");
}
