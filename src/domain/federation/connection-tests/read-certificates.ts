import { X509Certificate } from "node:crypto";
import type { DatedCertificate } from "../rules/judge-certificates.ts";

/** The dates of stored signing certificates (Base64 of DER); what is none is left out. */
export function readCertificates(certificates: readonly unknown[]): readonly DatedCertificate[] {
  return certificates.flatMap((text) => {
    try {
      const { validFromDate, validToDate, issuer } = new X509Certificate(Buffer.from(String(text), "base64"));
      return [{ validFrom: validFromDate, validTo: validToDate, issuer: issuer.replaceAll("\n", ", ") }];
    } catch {
      return [];
    }
  });
}
