import type { ApplicationId, TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { findApplicationInTenant, forgetApplications } from "./find-application.ts";
import { insertApplicationParts } from "./registration-store.ts";
import type { RedirectUriRegistration } from "./rules/application.ts";
import { checkNewRedirectUri, type RedirectUriRefusal } from "./rules/redirect-uri.ts";

/** Adds a redirect URI to an application of this tenant; one it has already stays. */
export async function addRedirectUri(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly applicationId: ApplicationId } & RedirectUriRegistration,
): Promise<Result<RedirectUriRegistration, RedirectUriRefusal | { readonly code: "application-not-found" }>> {
  const { tenantId, applicationId, platform, uri } = input;
  const now = machine.clock();
  const found = await findApplicationInTenant(machine.database, tenantId, applicationId);
  if (found?.application.tenantId !== tenantId) return refuse({ code: "application-not-found" });
  const checked = checkNewRedirectUri(platform, uri);
  if (!checked.ok) return checked;
  const { application } = found;

  await machine.database.transaction().execute(async (transaction) => {
    const { objectId } = application;
    await insertApplicationParts(transaction, { redirectUris: [{ tenantId, objectId, platform, uri }] });
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "application-updated",
      result: "success",
      target: { kind: "application", id: applicationId, name: application.displayName },
      details: { addedRedirectUri: { platform, uri } },
    });
  });
  forgetApplications(machine.database);
  return accept({ platform, uri });
}
