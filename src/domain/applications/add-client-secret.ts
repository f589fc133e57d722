import { secondsAfter } from "../../foundation/clock.ts";
import type { ApplicationId, SecretId, TenantId } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { hashOpaqueToken, newOpaqueToken } from "../../platform/secrets/opaque-token.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { findApplicationInTenant } from "./find-application.ts";
import { insertSecret } from "./registration-store.ts";
import { forgetClientSecrets } from "./verify-client-secret.ts";

export interface NewClientSecret {
  readonly tenantId: TenantId;
  readonly applicationId: ApplicationId;
  readonly displayName?: string;
  readonly lifetimeDays: number;
  /** Only for demo data, whose secrets are known beforehand. */
  readonly secret?: string;
}

export interface AddedClientSecret {
  readonly secretId: string;
  /** Shown once; only its digest is stored. */
  readonly secretText: string;
  readonly expiresAt: Date;
}

const secondsPerDay = 86_400;
const longestLifetimeDays = 3_650;

/** Adds a secret beside those the application has, so that secrets can be exchanged without a gap. */
export async function addClientSecret(
  machine: Machine,
  circumstances: Circumstances,
  input: NewClientSecret,
): Promise<Result<AddedClientSecret, { readonly code: "application-not-found" | "lifetime-invalid" }>> {
  const { tenantId, applicationId, lifetimeDays } = input;
  const now = machine.clock();
  if (!(lifetimeDays > 0 && lifetimeDays <= longestLifetimeDays)) return refuse({ code: "lifetime-invalid" });
  const found = await findApplicationInTenant(machine.database, tenantId, applicationId);
  if (found?.application.tenantId !== tenantId) return refuse({ code: "application-not-found" });
  const { application } = found;
  const secretText = input.secret ?? newOpaqueToken();
  const secretId = newIdentifier<SecretId>();
  const expiresAt = secondsAfter(now, lifetimeDays * secondsPerDay);

  await machine.database.transaction().execute(async (transaction) => {
    await insertSecret(transaction, {
      tenantId,
      objectId: application.objectId,
      secretId,
      displayName: input.displayName ?? null,
      hint: secretText.slice(0, 3),
      secretHash: hashOpaqueToken(secretText),
      startsAt: now,
      expiresAt,
    });
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "application-secret-added",
      result: "success",
      target: { kind: "application", id: applicationId, name: application.displayName },
      details: { secretId, expiresAt: expiresAt.toISOString() },
    });
  });
  forgetClientSecrets(machine.database);
  return accept({ secretId, secretText, expiresAt });
}
