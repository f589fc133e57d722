import type { SecretId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { changeRegistration, type RegistrationKey } from "./change-registration.ts";
import { deleteSecret } from "./secret-store.ts";
import { forgetClientSecrets } from "./verify-client-secret.ts";

type RemoveClientSecretRefusal = { readonly code: "application-not-found" | "secret-not-found" };

/** Takes a secret away: whoever shows it is refused from now on. */
export async function removeClientSecret(
  machine: Machine,
  circumstances: Circumstances,
  input: RegistrationKey & { readonly secretId: SecretId },
): Promise<Result<"removed", RemoveClientSecretRefusal>> {
  const { tenantId, objectId, secretId } = input;
  const outcome = await changeRegistration<"removed", RemoveClientSecretRefusal>(
    machine,
    circumstances,
    { tenantId, objectId },
    async ({ transaction, record }) => {
      if (!(await deleteSecret(transaction, tenantId, objectId, secretId)))
        return refuse({ code: "secret-not-found" });
      await record("application-secret-removed", { secretId });
      return accept("removed");
    },
  );
  forgetClientSecrets(machine.database);
  return outcome;
}
