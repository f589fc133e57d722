import type { FederatedCredentialId } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { changeRegistration, type RegistrationKey } from "./change-registration.ts";
import {
  insertFederatedCredential,
  selectFederatedCredentials,
  updateFederatedCredential,
} from "./credential-store.ts";
import { forgetClientCredentials } from "./find-client-credentials.ts";
import {
  checkFederatedCredential,
  type FederatedCredential,
  type FederatedCredentialProperties,
  type FederatedCredentialRefusal,
} from "./rules/federated-credential.ts";

export type SetFederatedCredentialRefusal =
  | FederatedCredentialRefusal
  | {
      readonly code:
        | "application-not-found"
        | "credential-not-found"
        | "credential-name-taken"
        | "credential-name-fixed"
        | "credential-exists"
        | "too-many-credentials";
    };

const mostCredentials = 20;

/** Lets an application show tokens of another issuer instead of a secret. */
export async function addFederatedCredential(
  machine: Machine,
  circumstances: Circumstances,
  input: RegistrationKey & { readonly properties: FederatedCredentialProperties },
): Promise<Result<FederatedCredential, SetFederatedCredentialRefusal>> {
  const { tenantId, objectId, properties } = input;
  const checked = checkFederatedCredential(properties);
  if (!checked.ok) return checked;
  const credential = { ...properties, credentialId: newIdentifier<FederatedCredentialId>() };
  const outcome = await changeRegistration<FederatedCredential, SetFederatedCredentialRefusal>(
    machine,
    circumstances,
    input,
    async ({ transaction, now, record }) => {
      const present = await selectFederatedCredentials(transaction, tenantId, objectId);
      if (present.length >= mostCredentials) return refuse({ code: "too-many-credentials" });
      const conflict = conflictOf(credential, present);
      if (conflict) return refuse(conflict);
      const row = { ...rowOf(credential), credentialId: credential.credentialId, tenantId, objectId };
      await insertFederatedCredential(transaction, { ...row, createdAt: now });
      await record("federated-credential-added", traceOf(credential));
      return accept(credential);
    },
  );
  forgetClientCredentials(machine.database);
  return outcome;
}

/** Changes whose tokens an application may show; what is left out stays. */
export async function changeFederatedCredential(
  machine: Machine,
  circumstances: Circumstances,
  input: RegistrationKey & {
    readonly credentialId: FederatedCredentialId;
    readonly changes: Partial<FederatedCredentialProperties>;
  },
): Promise<Result<FederatedCredential, SetFederatedCredentialRefusal>> {
  const { tenantId, objectId, credentialId, changes } = input;
  const outcome = await changeRegistration<FederatedCredential, SetFederatedCredentialRefusal>(
    machine,
    circumstances,
    input,
    async ({ transaction, record }) => {
      const present = await selectFederatedCredentials(transaction, tenantId, objectId);
      const before = present.find((one) => one.credentialId === credentialId);
      if (!before) return refuse({ code: "credential-not-found" });
      const after = { ...before, ...changes };
      if (after.name !== before.name) return refuse({ code: "credential-name-fixed" });
      const checked = checkFederatedCredential(after);
      if (!checked.ok) return checked;
      const conflict = conflictOf(after, present);
      if (conflict) return refuse(conflict);
      await updateFederatedCredential(transaction, tenantId, objectId, credentialId, rowOf(after));
      await record("federated-credential-changed", traceOf(after));
      return accept(after);
    },
  );
  forgetClientCredentials(machine.database);
  return outcome;
}

function conflictOf(
  credential: FederatedCredential,
  present: readonly FederatedCredential[],
): SetFederatedCredentialRefusal | undefined {
  const others = present.filter((one) => one.credentialId !== credential.credentialId);
  if (others.some((one) => one.name === credential.name)) return { code: "credential-name-taken" };
  const isSame = (one: FederatedCredential) =>
    one.issuer === credential.issuer && one.subject === credential.subject;
  return others.some(isSame) ? { code: "credential-exists" } : undefined;
}

function rowOf({ name, issuer, subject, audiences, description }: FederatedCredential) {
  return { name, issuer, subject, audiences: [...audiences], description: description ?? null };
}

function traceOf({ credentialId, name, issuer, subject }: FederatedCredential): Record<string, unknown> {
  return { credentialId, name, issuer, subject };
}
