import { listApplications } from "../domain/applications/list-applications.ts";
import { listTenants } from "../domain/directory/find-tenant.ts";
import type { TesterDirectory } from "../edges/pages/tester/tester-directory.ts";
import type { Machine } from "../platform/machine.ts";
import type { DemoOrganisations } from "./demo/demo-organisations.ts";

/**
 * What the sign-in tester offers. In demo mode all tenants with their known secrets; in production nothing: there
 * the tester is for people who know their own authority and client id, and tells nobody what exists.
 */
export function testerDirectory(machine: Machine, demo: DemoOrganisations | undefined): TesterDirectory {
  const secrets = new Map(
    demo?.tenants.flatMap((tenant) =>
      tenant.applications.map(({ applicationId, secret }) => [applicationId, secret]),
    ),
  );
  const testerUri = `${machine.configuration.publicUrl}/tester`;
  return {
    async listTenants() {
      if (!demo) return [];
      const tenants = await listTenants(machine.database);
      return Promise.all(
        tenants.map(async ({ tenantId, displayName }) => ({
          tenantId,
          displayName,
          applications: (await listApplications(machine.database, tenantId)).map(({ application }) => ({
            clientId: application.applicationId,
            displayName: application.displayName,
            platform: application.redirectUris.find(({ uri }) => uri === testerUri)?.platform,
            demoSecret: secrets.get(application.applicationId),
          })),
        })),
      );
    },
  };
}
