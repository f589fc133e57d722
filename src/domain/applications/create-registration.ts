import type { ApplicationId, ApplicationObjectId, TenantId } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { findTenant } from "../directory/find-tenant.ts";
import { insertOwner } from "./owner-store.ts";
import { insertRegistration, selectIdentifierUriHolder } from "./registration-store.ts";
import {
  carryOutCertificates,
  planCertificates,
  type ReplaceCertificatesRefusal,
  type WantedCertificate,
} from "./replace-certificates.ts";
import type { Application } from "./rules/application.ts";
import type { ApplicationOwner } from "./rules/application-owner.ts";
import { bareRegistration } from "./rules/bare-registration.ts";
import { checkRegistration, type RegistrationRefusal } from "./rules/check-registration.ts";
import { type RegistrationChanges, withChanges } from "./rules/registration-changes.ts";

export interface NewRegistration {
  readonly tenantId: TenantId;
  readonly displayName: string;
  readonly properties: Omit<RegistrationChanges, "displayName">;
  readonly certificates?: readonly WantedCertificate[] | undefined;
  readonly owners: readonly ApplicationOwner[];
}

export type CreateRegistrationRefusal =
  | RegistrationRefusal
  | ReplaceCertificatesRefusal
  | { readonly code: "identifier-uri-taken" };

/**
 * Registers an application that is not used in its tenant yet: its service principal is made on its own, as
 * `registerApplication` does at once.
 */
export async function createRegistration(
  machine: Machine,
  circumstances: Circumstances,
  input: NewRegistration,
): Promise<Result<Application, CreateRegistrationRefusal>> {
  const { tenantId, displayName } = input;
  const now = machine.clock();
  const tenant = await findTenant(machine.database, tenantId);
  const bare = bareRegistration({
    tenantId,
    objectId: newIdentifier<ApplicationObjectId>(),
    applicationId: newIdentifier<ApplicationId>(),
    displayName,
  });
  const application = { ...withChanges(bare, input.properties), createdAt: now };
  const refusal = checkRegistration(application, bare, {
    domains: tenant?.verifiedDomains ?? [],
    signsInBySaml: false,
  });
  if (refusal) return refuse(refusal);
  const plan = planCertificates([], input.certificates ?? []);
  if (!plan.ok) return plan;

  return machine.database
    .transaction()
    .execute(async (transaction): Promise<Result<Application, CreateRegistrationRefusal>> => {
      if (await selectIdentifierUriHolder(transaction, application))
        return refuse({ code: "identifier-uri-taken" });
      if (!(await insertRegistration(transaction, application, now)))
        throw new Error(`the new id ${application.applicationId} is taken`);
      const record = (
        activity: Parameters<typeof recordEvent>[3]["activity"],
        details: Record<string, unknown>,
      ) =>
        recordEvent(transaction, now, circumstances, {
          tenantId,
          activity,
          result: "success",
          target: { kind: "application", id: application.applicationId, name: displayName },
          details,
        });
      const { redirectUris } = application;
      await record("application-created", { redirectUris, owners: input.owners });
      for (const owner of input.owners) await insertOwner(transaction, application, owner, now);
      await carryOutCertificates({ transaction, now, application, record }, plan.value);
      return accept(application);
    });
}
