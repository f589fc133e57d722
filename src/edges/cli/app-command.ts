import { type Command, Option } from "commander";
import { addClientSecret } from "../../domain/applications/add-client-secret.ts";
import { registerApplication } from "../../domain/applications/register-application.ts";
import type { ApplicationInTenant, Platform } from "../../domain/applications/rules/application.ts";
import type { Circumstances } from "../../domain/audit/circumstances.ts";
import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import { tokenIssuer } from "../../domain/tokens/rules/token-issuer.ts";
import type { Machine } from "../../platform/machine.ts";
import { actingPerson } from "./acting-person.ts";
import { addAppAddSamlCommand } from "./app-add-saml-command.ts";
import { addAppChangeCommands } from "./app-change-commands.ts";
import { addAppInspectCommands } from "./app-inspect-commands.ts";
import { chooseTenant } from "./choose-tenant.ts";
import type { CommandPort } from "./command-port.ts";
import { CommandRefused } from "./command-refused.ts";
import { explainRegistration } from "./explain-registration.ts";
import { print, printJson, printTable } from "./print.ts";
import { homePageOf } from "./rules/home-page-of.ts";

interface AppAddOptions {
  readonly redirectUri: readonly string[];
  readonly platform: "web" | "spa" | "publicClient";
  readonly secret: boolean;
  readonly idToken: boolean | undefined;
  readonly deviceCode: boolean;
  readonly homePage: string | undefined;
  readonly tenant: string | undefined;
  readonly json: boolean;
}

const platforms: { readonly [Name in AppAddOptions["platform"]]: Platform } = {
  web: "web",
  spa: "spa",
  publicClient: "public-client",
};

const secretLifetimeDays = 365;

/** `guesthouse app` and what it can do. */
export function addAppCommand(program: Command, port: CommandPort): void {
  const app = program
    .command("app")
    .description("register and look after applications that people sign in to");
  addAppAddCommand(app, port);
  addAppAddSamlCommand(app, port);
  addAppInspectCommands(app, port);
  addAppChangeCommands(app, port);
}

function addAppAddCommand(app: Command, port: CommandPort): void {
  app
    .command("add")
    .argument("<name>", "what people see when they sign in")
    .description("register an application, and print what it needs to know")
    .option("--redirect-uri <uri...>", "where answers may go, character by character; can be repeated", [])
    .addOption(
      new Option("--platform <platform>", "what kind of program it is")
        .choices(Object.keys(platforms))
        .default("web"),
    )
    .option("--secret", `make a client secret, valid for ${secretLifetimeDays} days and shown once`, false)
    .option("--id-token", "let the authorization endpoint issue ID tokens (a web application: always)")
    .option("--no-id-token", "answer with codes only")
    .option("--device-code", "let it sign people in by a code that they type elsewhere", false)
    .option("--home-page <url>", "where My Apps leads (default: the root of the first redirect URI)")
    .option("--tenant <tenant>", "the organisation: domain, id or name")
    .option("--json", "print the result as JSON", false)
    .addHelpText("after", "\nExample:\n  guesthouse app add Authr --redirect-uri https://authr.biz/ --secret")
    .action(async (name: string, options: AppAddOptions) => {
      await port.withMachine(async (machine) => {
        const tenant = await chooseTenant(machine, options);
        const added = await addApplication(machine, tenant, name, options);
        if (options.json) printJson(asJson(machine, tenant, added));
        else printAdded(machine, tenant, added);
      });
    });
}

interface AddedApplication {
  readonly registered: ApplicationInTenant;
  readonly secret: { readonly secretText: string; readonly expiresAt: Date } | undefined;
}

async function addApplication(
  machine: Machine,
  tenant: Tenant,
  displayName: string,
  options: AppAddOptions,
): Promise<AddedApplication> {
  const platform = platforms[options.platform];
  const circumstances = await actingPerson(machine, tenant, undefined);
  const outcome = await registerApplication(machine, circumstances, {
    tenantId: tenant.tenantId,
    displayName,
    redirectUris: options.redirectUri.map((uri) => ({ platform, uri })),
    allowsPublicClient: options.deviceCode,
    issuesIdToken: options.idToken ?? platform === "web",
    // A tester shows the groups of a guest, as it does those of a member.
    groupClaims: ["security-groups"],
    homePageUrl: options.homePage ?? homePageOf(options.redirectUri),
  });
  if (!outcome.ok) throw new CommandRefused(explainRegistration(outcome.refusal));
  const registered = outcome.value;
  const secret = options.secret ? await addSecret(machine, tenant, circumstances, registered) : undefined;
  return { registered, secret };
}

async function addSecret(
  machine: Machine,
  { tenantId }: Tenant,
  circumstances: Circumstances,
  { application: { applicationId } }: ApplicationInTenant,
): Promise<AddedApplication["secret"]> {
  const outcome = await addClientSecret(machine, circumstances, {
    tenantId,
    applicationId,
    displayName: "Made with app add",
    lifetimeDays: secretLifetimeDays,
  });
  if (!outcome.ok) throw new Error(`the new application got no secret: ${outcome.refusal.code}`);
  return outcome.value;
}

function asJson(machine: Machine, tenant: Tenant, { registered, secret }: AddedApplication): object {
  const { application, servicePrincipal } = registered;
  const authority = tokenIssuer(machine.configuration.publicUrl, tenant.tenantId, 2);
  const urisOf = (platform: Platform) =>
    application.redirectUris.filter((entry) => entry.platform === platform).map(({ uri }) => uri);
  return {
    displayName: application.displayName,
    clientId: application.applicationId,
    clientSecret: secret?.secretText ?? null,
    clientSecretExpiresAt: secret?.expiresAt.toISOString() ?? null,
    objectId: application.objectId,
    servicePrincipalId: servicePrincipal.servicePrincipalId,
    tenantId: tenant.tenantId,
    authority,
    discoveryUrl: `${authority}/.well-known/openid-configuration`,
    redirectUris: {
      web: urisOf("web"),
      spa: urisOf("spa"),
      publicClient: urisOf("public-client"),
    },
    issuesIdToken: application.issuesIdToken,
    homePageUrl: application.homePageUrl ?? null,
  };
}

function printAdded(machine: Machine, tenant: Tenant, { registered, secret }: AddedApplication): void {
  const { application } = registered;
  const authority = tokenIssuer(machine.configuration.publicUrl, tenant.tenantId, 2);
  const rows: string[][] = [["Client id", application.applicationId]];
  if (secret) {
    const end = secret.expiresAt.toISOString().slice(0, 10);
    rows.push(["Client secret", secret.secretText], ["", `shown only now; valid until ${end}`]);
  }
  rows.push(
    ["Authority", authority],
    ["Discovery", `${authority}/.well-known/openid-configuration`],
    ...application.redirectUris.map(({ uri }, index) => [index === 0 ? "Redirect URI" : "", uri]),
  );
  if (application.homePageUrl) rows.push(["Home page", application.homePageUrl]);
  rows.push(["Answers with", answersOf(registered, secret !== undefined)]);
  print(`Registered ${application.displayName} at ${tenant.displayName}\n`);
  printTable(rows, "  ");
}

function answersOf({ application }: ApplicationInTenant, hasSecret: boolean): string {
  const [first] = application.redirectUris;
  if (first === undefined && application.allowsPublicClient) return "device codes";
  const isWeb = first?.platform === "web" || first === undefined;
  const code = isWeb && !hasSecret ? "codes (to redeem them it needs a secret: --secret)" : "codes";
  return application.issuesIdToken ? `ID tokens, ${code}` : code;
}
