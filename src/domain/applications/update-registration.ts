import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { findTenant } from "../directory/find-tenant.ts";
import { selectServicePrincipal } from "./application-store.ts";
import { changeRegistration, type RegistrationKey } from "./change-registration.ts";
import { selectCertificates } from "./credential-store.ts";
import { forgetAppRoles } from "./find-app-roles.ts";
import { forgetApplications } from "./find-application.ts";
import { forgetClientCredentials } from "./find-client-credentials.ts";
import { selectIdentifierUriHolder, writeRegistration } from "./registration-store.ts";
import {
  carryOutCertificates,
  planCertificates,
  type ReplaceCertificatesRefusal,
  type WantedCertificate,
} from "./replace-certificates.ts";
import type { Application } from "./rules/application.ts";
import { checkRegistration, type RegistrationRefusal } from "./rules/check-registration.ts";
import { type RegistrationChanges, withChanges } from "./rules/registration-changes.ts";

export type UpdateRegistrationRefusal =
  | RegistrationRefusal
  | ReplaceCertificatesRefusal
  | { readonly code: "application-not-found" | "identifier-uri-taken" };

/** Changes an application of this tenant; its certificates become those given, where any are. */
export async function updateRegistration(
  machine: Machine,
  circumstances: Circumstances,
  input: RegistrationKey & {
    readonly changes: RegistrationChanges;
    readonly certificates?: readonly WantedCertificate[] | undefined;
  },
): Promise<Result<Application, UpdateRegistrationRefusal>> {
  const { tenantId, objectId, changes, certificates } = input;
  const tenant = await findTenant(machine.database, tenantId);
  const outcome = await changeRegistration<Application, UpdateRegistrationRefusal>(
    machine,
    circumstances,
    { tenantId, objectId },
    async (change) => {
      const { transaction, application: before, record } = change;
      const after = withChanges(before, changes);
      const { applicationId } = before;
      const presence = await selectServicePrincipal(transaction, tenantId, { applicationId });
      const refusal = checkRegistration(after, before, {
        domains: tenant?.verifiedDomains ?? [],
        signsInBySaml: presence?.singleSignOnMode === "saml",
      });
      if (refusal) return refuse(refusal);
      if (await selectIdentifierUriHolder(transaction, after))
        return refuse({ code: "identifier-uri-taken" });
      if (certificates) {
        const present = await selectCertificates(transaction, tenantId, objectId);
        const plan = planCertificates(present, certificates);
        if (!plan.ok) return plan;
        await carryOutCertificates(change, plan.value);
      }
      const changed = changedProperties(before, after);
      if (Object.keys(changed).length > 0) {
        await writeRegistration(transaction, after);
        await record("application-updated", { changed });
      }
      return accept(after);
    },
  );
  forgetApplications(machine.database);
  forgetAppRoles(machine.database);
  forgetClientCredentials(machine.database);
  return outcome;
}

function changedProperties(
  before: Application,
  after: Application,
): Record<string, { from: unknown; to: unknown }> {
  return Object.fromEntries(
    (Object.keys(after) as (keyof Application)[])
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .map((name) => [name, { from: before[name] ?? null, to: after[name] ?? null }]),
  );
}
