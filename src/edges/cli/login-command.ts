import type { Command } from "commander";
import { chooseTenant } from "./choose-tenant.ts";
import { chosenApplication } from "./chosen-application.ts";
import type { CommandPort } from "./command-port.ts";
import { CommandRefused } from "./command-refused.ts";
import { ownAuthorityFile } from "./own-authority-file.ts";
import { print, printJson } from "./print.ts";
import type { SignInPlace } from "./remote/authorization-server.ts";

interface LoginOptions {
  readonly authority: string | undefined;
  readonly tenant: string | undefined;
  readonly clientId: string | undefined;
  readonly json: boolean;
}

/** What the application is called where none is named. */
const usualName = "Guesthouse CLI";

/** `guesthouse login` */
export function addLoginCommand(program: Command, port: CommandPort): void {
  program
    .command("login")
    .description("sign in as yourself, for commands with --remote")
    .option("--authority <url>", "the service's address (default: the service of this machine)")
    .option("--tenant <tenant>", "the organisation: domain or id")
    .option("--client-id <id>", `the application to sign in with (on this machine: "${usualName}")`)
    .option("--json", "print the result as JSON", false)
    .addHelpText("after", aboutApplication)
    .action(async (options: LoginOptions) => {
      const { place, authorityFile } = await placeOf(port, options);
      const [{ signInByDevice }, { keepSignIn }] = await Promise.all([
        import("./remote/sign-in-by-device.ts"),
        import("./remote/sign-in-files.ts"),
      ]);
      const signIn = await signInByDevice(place, authorityFile);
      keepSignIn(port.personalFolder, signIn);
      const { issuer, person } = signIn;
      if (options.json) printJson({ issuer, ...person });
      else print(`Signed in at ${new URL(issuer).host} as ${person.displayName} (${person.userName})`);
    });
}

interface FoundPlace {
  readonly place: SignInPlace;
  readonly authorityFile: string | undefined;
}

async function placeOf(port: CommandPort, options: LoginOptions): Promise<FoundPlace> {
  const { authority, tenant, clientId } = options;
  if (authority === undefined) return placeOnThisMachine(port, options);
  if (clientId === undefined)
    throw new CommandRefused(
      `Which application is this? Give its client id with --client-id.\n${aboutApplication}`,
    );
  const isTenantInPath = (URL.parse(authority)?.pathname ?? "/") !== "/";
  if (tenant === undefined && !isTenantInPath)
    throw new CommandRefused("Which organisation? Name it with --tenant, by domain or id.");
  const root = authority.replace(/\/+$/, "");
  const place = {
    authority: isTenantInPath ? root : `${root}/${encodeURIComponent(tenant ?? "")}`,
    clientId,
  };
  return { place, authorityFile: undefined };
}

/** The data of the service say where it is reached, and which application is meant. */
function placeOnThisMachine(port: CommandPort, options: LoginOptions): Promise<FoundPlace> {
  return port.withMachine(async (machine) => {
    const tenant = await chooseTenant(machine, options);
    const { application } = await chosenApplication(machine, tenant, options.clientId ?? usualName);
    const { publicUrl, dataDirectory } = machine.configuration;
    return {
      place: { authority: `${publicUrl}/${tenant.tenantId}`, clientId: application.applicationId },
      authorityFile: ownAuthorityFile(dataDirectory),
    };
  });
}

const aboutApplication = `
The organisation registers the application once:
  guesthouse app add "${usualName}" --platform publicClient --device-code

Example:
  guesthouse login --authority https://guests.contoso.example --tenant contoso.example --client-id ID`;
