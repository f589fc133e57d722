import type { FederatedCredentialId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { changeRegistration, type RegistrationKey } from "./change-registration.ts";
import { deleteFederatedCredential } from "./credential-store.ts";
import { forgetClientCredentials } from "./find-client-credentials.ts";

type RemoveFederatedCredentialRefusal = {
  readonly code: "application-not-found" | "credential-not-found";
};

/** Stops accepting another issuer's tokens for an application. */
export async function removeFederatedCredential(
  machine: Machine,
  circumstances: Circumstances,
  input: RegistrationKey & { readonly credentialId: FederatedCredentialId },
): Promise<Result<"removed", RemoveFederatedCredentialRefusal>> {
  const { tenantId, objectId, credentialId } = input;
  const outcome = await changeRegistration<"removed", RemoveFederatedCredentialRefusal>(
    machine,
    circumstances,
    input,
    async ({ transaction, record }) => {
      if (!(await deleteFederatedCredential(transaction, tenantId, objectId, credentialId)))
        return refuse({ code: "credential-not-found" });
      await record("federated-credential-removed", { credentialId });
      return accept("removed");
    },
  );
  forgetClientCredentials(machine.database);
  return outcome;
}
