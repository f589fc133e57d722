import type { CertificateId } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { RegistrationChange } from "./change-registration.ts";
import { deleteCertificate, insertCertificate, type RegisteredCertificate } from "./credential-store.ts";
import { type CertificateRefusal, readCertificate } from "./read-certificate.ts";

/** A certificate that an application is to have: a new one, or one it has by its id. */
export type WantedCertificate =
  | { readonly kept: CertificateId }
  | { readonly certificate: Buffer; readonly displayName: string | undefined };

export type ReplaceCertificatesRefusal =
  | CertificateRefusal
  | { readonly code: "certificate-not-found" | "too-many-certificates" };

/** What replacing takes. */
export interface CertificatePlan {
  readonly added: readonly RegisteredCertificate[];
  readonly removed: readonly CertificateId[];
}

export const mostCertificates = 20;

/** What has to be added and removed so that an application has exactly the wanted certificates. */
export function planCertificates(
  present: readonly RegisteredCertificate[],
  wanted: readonly WantedCertificate[],
): Result<CertificatePlan, ReplaceCertificatesRefusal> {
  if (wanted.length > mostCertificates) return refuse({ code: "too-many-certificates" });
  const kept = new Set<CertificateId>();
  const added = new Map<string, RegisteredCertificate>();
  for (const one of wanted) {
    if ("kept" in one) {
      if (!present.some(({ certificateId }) => certificateId === one.kept))
        return refuse({ code: "certificate-not-found" });
      kept.add(one.kept);
      continue;
    }
    const read = readCertificate(one.certificate);
    if (!read.ok) return read;
    const same = present.find(({ certificate }) => certificate.equals(read.value.certificate));
    if (same) kept.add(same.certificateId);
    else
      added.set(read.value.sha256Thumbprint.toString("hex"), {
        ...read.value,
        certificateId: newIdentifier<CertificateId>(),
        displayName: one.displayName,
      });
  }
  const removed = present.map((one) => one.certificateId).filter((id) => !kept.has(id));
  return accept({ added: [...added.values()], removed });
}

/** Carries a plan out. */
export async function carryOutCertificates(
  { transaction, application, record }: RegistrationChange,
  { added, removed }: CertificatePlan,
): Promise<void> {
  const { tenantId, objectId } = application;
  for (const certificateId of removed) {
    await deleteCertificate(transaction, tenantId, objectId, certificateId);
    await record("application-certificate-removed", { certificateId });
  }
  for (const { displayName, ...certificate } of added) {
    const row = { ...certificate, tenantId, objectId, displayName: displayName ?? null };
    await insertCertificate(transaction, row);
    await record("application-certificate-added", {
      certificateId: certificate.certificateId,
      thumbprint: certificate.sha256Thumbprint.toString("hex"),
      expiresAt: certificate.expiresAt.toISOString(),
    });
  }
}
