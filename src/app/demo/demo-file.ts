import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Platform } from "../../domain/applications/rules/application.ts";
import { directoryRoles } from "../../domain/directory/rules/directory-role.ts";
import type { DemoApplication, DemoOrganisations } from "./demo-organisations.ts";

/** What `demo.json` says: everything a script needs to try the demo. */
export function demoDescription(publicUrl: string, demo: DemoOrganisations) {
  return {
    publicUrl,
    graphUrl: `${publicUrl}/v1.0`,
    mailboxUrl: `${publicUrl}/mailbox`,
    testerUrl: `${publicUrl}/tester`,
    tenants: demo.tenants.map((tenant) => ({
      displayName: tenant.displayName,
      tenantId: tenant.tenantId,
      domains: [tenant.domain, `${tenant.name}.guesthouse.internal`],
      users: tenant.users.map((user) => ({
        id: user.userId,
        displayName: user.displayName,
        userPrincipalName: user.userName,
        password: user.password,
        roles: user.roles.map((role) => directoryRoles[role].displayName),
      })),
      applications: tenant.applications.map((application) => ({
        displayName: application.displayName,
        clientId: application.applicationId,
        ...(application.secret && { clientSecret: application.secret }),
        redirectUris: {
          web: urisOf(application, "web"),
          spa: urisOf(application, "spa"),
          publicClient: urisOf(application, "public-client"),
        },
        appRoles: application.appRoles.map((role) => role.value),
        graphPermissions: application.graphPermissions,
      })),
    })),
  };
}

function urisOf(application: DemoApplication, platform: Platform): string[] {
  return application.redirectUris
    .filter((registered) => registered.platform === platform)
    .map(({ uri }) => uri);
}

/** Writes the description whole or not at all, so that a script waiting for the file never reads half of it. */
export function writeDemoFile(dataDirectory: string, description: object): string {
  const path = join(dataDirectory, "demo.json");
  writeFileSync(`${path}.new`, `${JSON.stringify(description, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return path;
}
