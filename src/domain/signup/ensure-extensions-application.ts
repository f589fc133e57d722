import type { ApplicationId, TenantId } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import type { Machine } from "../../platform/machine.ts";
import { registerApplication } from "../applications/register-application.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { keepExtensionsApplication } from "./sign-up-settings-store.ts";

/** What programs look for that want to know the names of custom attributes. */
const displayName = "aad-extensions-app. Do not modify. Used for the values of custom attributes.";

/**
 * The client id of the application whose only purpose is to be in the names of a tenant's custom attributes. It is
 * registered when it is needed first; of several at once one chooses the id, and whoever comes first registers it.
 */
export async function ensureExtensionsApplication(
  machine: Machine,
  circumstances: Circumstances,
  tenantId: TenantId,
): Promise<ApplicationId> {
  const applicationId = await keepExtensionsApplication(
    machine.database,
    tenantId,
    newIdentifier<ApplicationId>(),
  );
  const registered = await registerApplication(machine, circumstances, {
    tenantId,
    applicationId,
    displayName,
    redirectUris: [],
  });
  if (registered.ok || registered.refusal.code === "application-exists") return applicationId;
  throw new Error(`the extensions application could not be registered: ${registered.refusal.code}`);
}
