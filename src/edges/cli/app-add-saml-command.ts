import type { Command } from "commander";
import { registerApplication } from "../../domain/applications/register-application.ts";
import type { ApplicationInTenant } from "../../domain/applications/rules/application.ts";
import { isPageAddress } from "../../domain/applications/rules/check-registration.ts";
import { isAllowedEntityId } from "../../domain/applications/rules/identifier-uri.ts";
import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import { tokenIssuer } from "../../domain/tokens/rules/token-issuer.ts";
import type { Machine } from "../../platform/machine.ts";
import { actingPerson } from "./acting-person.ts";
import { chooseTenant } from "./choose-tenant.ts";
import type { CommandPort } from "./command-port.ts";
import { CommandRefused } from "./command-refused.ts";
import { explainRegistration } from "./explain-registration.ts";
import { print, printJson, printTable } from "./print.ts";
import { homePageOf } from "./rules/home-page-of.ts";

interface AddSamlOptions {
  readonly entityId: string;
  readonly consumerUrl: readonly string[];
  readonly signOutUrl: string | undefined;
  readonly homePage: string | undefined;
  readonly tenant: string | undefined;
  readonly json: boolean;
}

/** `guesthouse app add-saml`. */
export function addAppAddSamlCommand(app: Command, port: CommandPort): void {
  app
    .command("add-saml")
    .argument("<name>", "what people see when they sign in")
    .description("register an application that signs in by SAML, and print what it needs to know")
    .requiredOption("--entity-id <id>", "what it calls itself: the Issuer of its requests")
    .requiredOption(
      "--consumer-url <url...>",
      "where it takes responses, character by character; can be repeated",
    )
    .option("--sign-out-url <url>", "where it takes messages about signing out")
    .option("--home-page <url>", "where My Apps leads (default: the root of the first consumer URL)")
    .option("--tenant <tenant>", "the organisation: domain, id or name")
    .option("--json", "print the result as JSON", false)
    .addHelpText(
      "after",
      "\nExample:\n  guesthouse app add-saml Wiki --entity-id https://wiki.example/saml --consumer-url https://wiki.example/saml/acs",
    )
    .action(async (name: string, options: AddSamlOptions) => {
      await port.withMachine(async (machine) => {
        const tenant = await chooseTenant(machine, options);
        const added = await addApplication(machine, tenant, name, options);
        const told = whatItNeeds(machine, tenant, added);
        if (options.json) return printJson(told);
        print(`Registered ${told.displayName} at ${tenant.displayName}\n`);
        printTable(rowsOf(told), "  ");
      });
    });
}

async function addApplication(
  machine: Machine,
  tenant: Tenant,
  displayName: string,
  { entityId, consumerUrl, signOutUrl, homePage }: AddSamlOptions,
): Promise<ApplicationInTenant> {
  if (!isAllowedEntityId(entityId))
    throw new CommandRefused(
      `The entity id ${entityId} cannot be used: at most 255 characters, none of * \\ " ' < > and no blanks.`,
    );
  if (signOutUrl !== undefined && !isPageAddress(signOutUrl))
    throw new CommandRefused(
      `The sign-out URL ${signOutUrl} cannot be used: it must be https (http only for localhost).`,
    );
  const outcome = await registerApplication(machine, await actingPerson(machine, tenant, undefined), {
    tenantId: tenant.tenantId,
    displayName,
    identifierUris: [entityId],
    redirectUris: consumerUrl.map((uri) => ({ platform: "web", uri })),
    logoutUrl: signOutUrl,
    singleSignOnMode: "saml",
    groupClaims: ["security-groups"],
    homePageUrl: homePage ?? homePageOf(consumerUrl),
  });
  if (!outcome.ok) throw new CommandRefused(explainRegistration(outcome.refusal));
  return outcome.value;
}

function whatItNeeds(
  { configuration: { publicUrl } }: Machine,
  { tenantId }: Tenant,
  { application, servicePrincipal }: ApplicationInTenant,
) {
  const tenantUrl = `${publicUrl}/${tenantId}`;
  return {
    displayName: application.displayName,
    clientId: application.applicationId,
    servicePrincipalId: servicePrincipal.servicePrincipalId,
    tenantId,
    metadataUrl: `${tenantUrl}/federationmetadata/2007-06/federationmetadata.xml?appid=${application.applicationId}`,
    issuer: tokenIssuer(publicUrl, tenantId, 1),
    signInUrl: `${tenantUrl}/saml2`,
    signOutUrl: `${tenantUrl}/saml2`,
    entityId: application.identifierUris[0],
    consumerUrls: application.redirectUris.map(({ uri }) => uri),
    homePageUrl: application.homePageUrl ?? null,
  };
}

function rowsOf(told: ReturnType<typeof whatItNeeds>): string[][] {
  const rows = [
    ["Metadata", told.metadataUrl],
    ["Issuer", told.issuer],
    ["Sign-in and sign-out", told.signInUrl],
    ["Its entity id", told.entityId ?? ""],
    ...told.consumerUrls.map((uri, index) => [index === 0 ? "Responses go to" : "", uri]),
    ["Client id", told.clientId],
  ];
  return told.homePageUrl === null ? rows : [...rows, ["Home page", told.homePageUrl]];
}
