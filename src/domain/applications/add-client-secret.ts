import { secondsAfter } from "../../foundation/clock.ts";
import type { ApplicationId, SecretId, TenantId } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { hashOpaqueToken, newOpaqueToken } from "../../platform/secrets/opaque-token.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { changeRegistration } from "./change-registration.ts";
import { insertSecret, selectListedSecrets } from "./secret-store.ts";
import { forgetClientSecrets } from "./verify-client-secret.ts";

export interface NewClientSecret {
  readonly tenantId: TenantId;
  readonly applicationId: ApplicationId;
  readonly displayName?: string | undefined;
  /** How long it is valid, from `startsAt` or now. */
  readonly lifetimeDays: number;
  readonly startsAt?: Date | undefined;
  /** Only for demo data, whose secrets are known beforehand. */
  readonly secret?: string;
}

export interface AddedClientSecret {
  readonly secretId: SecretId;
  /** Shown once; only its digest is stored. */
  readonly secretText: string;
  readonly hint: string;
  readonly startsAt: Date;
  readonly expiresAt: Date;
}

export type ClientSecretRefusal = {
  readonly code: "application-not-found" | "lifetime-invalid" | "too-many-secrets";
};

const secondsPerDay = 86_400;
const longestLifetimeDays = 3_650;
const mostSecrets = 50;

/** Adds a secret beside those the application has, so that secrets can be exchanged without a gap. */
export async function addClientSecret(
  machine: Machine,
  circumstances: Circumstances,
  input: NewClientSecret,
): Promise<Result<AddedClientSecret, ClientSecretRefusal>> {
  const { tenantId, applicationId, lifetimeDays, displayName } = input;
  if (!(lifetimeDays > 0 && lifetimeDays <= longestLifetimeDays)) return refuse({ code: "lifetime-invalid" });
  const startsAt = input.startsAt ?? machine.clock();
  const secretText = input.secret ?? newOpaqueToken();
  const added: AddedClientSecret = {
    secretId: newIdentifier<SecretId>(),
    secretText,
    hint: secretText.slice(0, 3),
    startsAt,
    expiresAt: secondsAfter(startsAt, lifetimeDays * secondsPerDay),
  };
  const outcome = await changeRegistration<AddedClientSecret, ClientSecretRefusal>(
    machine,
    circumstances,
    { tenantId, applicationId },
    async ({ transaction, application: { objectId }, record }) => {
      const present = await selectListedSecrets(transaction, tenantId, [objectId]);
      if (present.length >= mostSecrets) return refuse({ code: "too-many-secrets" });
      const { secretText: _, ...told } = added;
      await insertSecret(transaction, {
        tenantId,
        objectId,
        ...told,
        displayName: displayName ?? null,
        secretHash: hashOpaqueToken(secretText),
      });
      const { secretId, expiresAt } = added;
      await record("application-secret-added", { secretId, expiresAt: expiresAt.toISOString() });
      return accept(added);
    },
  );
  forgetClientSecrets(machine.database);
  return outcome;
}
