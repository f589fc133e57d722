import type { Command } from "commander";
import { listApplications } from "../../domain/applications/list-applications.ts";
import { type ListedCredentials, listCredentials } from "../../domain/applications/list-credentials.ts";
import type { ApplicationInTenant } from "../../domain/applications/rules/application.ts";
import { chooseTenant } from "./choose-tenant.ts";
import { chosenApplication } from "./chosen-application.ts";
import type { CommandPort } from "./command-port.ts";
import { print, printJson, printTable } from "./print.ts";

interface InspectOptions {
  readonly tenant: string | undefined;
  readonly json: boolean;
}

/** `guesthouse app list` and `app show`. */
export function addAppInspectCommands(app: Command, port: CommandPort): void {
  app
    .command("list")
    .description("list the applications of an organisation")
    .option("--tenant <tenant>", "the organisation: domain, id or name")
    .option("--json", "print the result as JSON", false)
    .action((options: InspectOptions) =>
      port.withMachine(async (machine) => {
        const tenant = await chooseTenant(machine, options);
        const applications = await listApplications(machine.database, tenant.tenantId);
        if (options.json) return printJson({ applications: applications.map(asListed) });
        printTable([
          ["Name", "Client id", "State"],
          ...applications.map(({ application, servicePrincipal }) => [
            servicePrincipal.displayName,
            application.applicationId,
            servicePrincipal.accountEnabled ? "enabled" : "disabled",
          ]),
        ]);
        print(`\n${applications.length} at ${tenant.displayName}`);
      }),
    );
  app
    .command("show")
    .argument("<name>", "its name or client id")
    .description("show an application with its redirect URIs, roles, scopes and credentials")
    .option("--tenant <tenant>", "the organisation: domain, id or name")
    .option("--json", "print the result as JSON", false)
    .action((name: string, options: InspectOptions) =>
      port.withMachine(async (machine) => {
        const tenant = await chooseTenant(machine, options);
        const chosen = await chosenApplication(machine, tenant, name);
        const { objectId, tenantId } = chosen.application;
        const credentials = (await listCredentials(machine.database, tenantId, [objectId])).get(objectId);
        const shown = asShown(chosen, credentials ?? { secrets: [], certificates: [] });
        if (options.json) return printJson(shown);
        print(`${chosen.servicePrincipal.displayName} at ${tenant.displayName}\n`);
        printTable(rowsOf(shown), "  ");
      }),
    );
}

function asListed({ application, servicePrincipal }: ApplicationInTenant) {
  return {
    displayName: servicePrincipal.displayName,
    clientId: application.applicationId,
    objectId: application.objectId,
    servicePrincipalId: servicePrincipal.servicePrincipalId,
    isEnabled: servicePrincipal.accountEnabled,
  };
}

function asShown(chosen: ApplicationInTenant, { secrets, certificates }: ListedCredentials) {
  const { application, servicePrincipal } = chosen;
  return {
    ...asListed(chosen),
    assignmentRequired: servicePrincipal.assignmentRequired,
    identifierUris: application.identifierUris,
    redirectUris: application.redirectUris,
    homePageUrl: application.homePageUrl ?? null,
    appRoles: application.appRoles.flatMap(({ value }) => value ?? []),
    scopes: application.exposedScopes.map(({ value }) => value),
    secrets: secrets.map(({ secretId, hint, expiresAt }) => ({
      secretId,
      hint,
      expiresAt: expiresAt.toISOString(),
    })),
    certificates: certificates.map(({ certificateId, sha256Thumbprint, expiresAt }) => ({
      certificateId,
      thumbprint: sha256Thumbprint.toString("hex"),
      expiresAt: expiresAt.toISOString(),
    })),
  };
}

function rowsOf(shown: ReturnType<typeof asShown>): string[][] {
  const lines: (readonly [string, readonly string[]])[] = [
    ["Client id", [shown.clientId]],
    ["State", [shown.isEnabled ? "enabled" : "disabled"]],
    ["Identifier", shown.identifierUris],
    ["Redirect URI", shown.redirectUris.map(({ platform, uri }) => `${uri} (${platform})`)],
    ["Home page", shown.homePageUrl === null ? [] : [shown.homePageUrl]],
    ["App role", shown.appRoles],
    ["Scope", shown.scopes],
    ["Secret", shown.secrets.map((one) => `${one.hint}… valid until ${one.expiresAt.slice(0, 10)}`)],
    [
      "Certificate",
      shown.certificates.map((one) => `${one.thumbprint} valid until ${one.expiresAt.slice(0, 10)}`),
    ],
  ];
  return lines.flatMap(([title, values]) => values.map((value, index) => [index === 0 ? title : "", value]));
}
