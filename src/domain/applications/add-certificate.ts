import type { CertificateId } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { changeRegistration, type RegistrationKey } from "./change-registration.ts";
import { type RegisteredCertificate, selectCertificates } from "./credential-store.ts";
import { forgetClientCredentials } from "./find-client-credentials.ts";
import { type CertificateRefusal, readCertificate } from "./read-certificate.ts";
import { carryOutCertificates, mostCertificates } from "./replace-certificates.ts";

export interface NewCertificate extends RegistrationKey {
  /** DER or PEM. */
  readonly certificate: Buffer;
  readonly displayName?: string | undefined;
  readonly certificateId?: CertificateId | undefined;
}

export type AddCertificateRefusal =
  | CertificateRefusal
  | { readonly code: "application-not-found" | "certificate-exists" | "too-many-certificates" };

/** Adds a certificate beside those the application has, so that keys can be exchanged without a gap. */
export async function addCertificate(
  machine: Machine,
  circumstances: Circumstances,
  input: NewCertificate,
): Promise<Result<RegisteredCertificate, AddCertificateRefusal>> {
  const read = readCertificate(input.certificate);
  if (!read.ok) return read;
  const { tenantId, objectId, displayName } = input;
  const certificate: RegisteredCertificate = {
    ...read.value,
    certificateId: input.certificateId ?? newIdentifier<CertificateId>(),
    displayName,
  };
  const outcome = await changeRegistration<RegisteredCertificate, AddCertificateRefusal>(
    machine,
    circumstances,
    input,
    async (change) => {
      const present = await selectCertificates(change.transaction, tenantId, objectId);
      if (present.length >= mostCertificates) return refuse({ code: "too-many-certificates" });
      if (present.some((one) => one.certificate.equals(certificate.certificate)))
        return refuse({ code: "certificate-exists" });
      await carryOutCertificates(change, { added: [certificate], removed: [] });
      return accept(certificate);
    },
  );
  forgetClientCredentials(machine.database);
  return outcome;
}
