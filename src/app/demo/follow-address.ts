import { addRedirectUri } from "../../domain/applications/add-redirect-uri.ts";
import { changeHomePage } from "../../domain/applications/change-home-page.ts";
import { findApplicationInTenant } from "../../domain/applications/find-application.ts";
import { matchRedirectUri } from "../../domain/applications/rules/redirect-uri.ts";
import type { Circumstances } from "../../domain/audit/circumstances.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import type { DemoApplication } from "./demo-organisations.ts";

/**
 * The tester stands in for the demo's applications and lives at the service's own address, which may be another at
 * the next start: another port, or https.
 */
export async function followAddress(
  machine: Machine,
  circumstances: Circumstances,
  tenantId: TenantId,
  { applicationId, redirectUris, homePageUrl }: DemoApplication,
): Promise<void> {
  const found = await findApplicationInTenant(machine.database, tenantId, applicationId);
  if (!found) return;
  const { application } = found;
  for (const redirectUri of redirectUris) {
    if (matchRedirectUri(application.redirectUris, redirectUri.uri)) continue;
    await addRedirectUri(machine, circumstances, { tenantId, applicationId, ...redirectUri });
  }
  if (application.homePageUrl !== homePageUrl)
    await changeHomePage(machine, circumstances, { tenantId, applicationId, homePageUrl });
}
