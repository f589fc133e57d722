import type { CertificateId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { changeRegistration, type RegistrationKey } from "./change-registration.ts";
import { deleteCertificate } from "./credential-store.ts";
import { forgetClientCredentials } from "./find-client-credentials.ts";

type RemoveCertificateRefusal = {
  readonly code: "application-not-found" | "certificate-not-found";
};

/** Takes a certificate away: assertions signed with its key are refused from now on. */
export async function removeCertificate(
  machine: Machine,
  circumstances: Circumstances,
  input: RegistrationKey & { readonly certificateId: CertificateId },
): Promise<Result<"removed", RemoveCertificateRefusal>> {
  const { tenantId, objectId, certificateId } = input;
  const outcome = await changeRegistration<"removed", RemoveCertificateRefusal>(
    machine,
    circumstances,
    input,
    async ({ transaction, record }) => {
      if (!(await deleteCertificate(transaction, tenantId, objectId, certificateId)))
        return refuse({ code: "certificate-not-found" });
      await record("application-certificate-removed", { certificateId });
      return accept("removed");
    },
  );
  forgetClientCredentials(machine.database);
  return outcome;
}
