import { readFile } from "node:fs/promises";
import { type Command, InvalidArgumentError } from "commander";
import { type AddCertificateRefusal, addCertificate } from "../../domain/applications/add-certificate.ts";
import { addClientSecret, type ClientSecretRefusal } from "../../domain/applications/add-client-secret.ts";
import { deleteRegistration } from "../../domain/applications/delete-registration.ts";
import { actingPerson } from "./acting-person.ts";
import { chooseTenant } from "./choose-tenant.ts";
import { ownApplication } from "./chosen-application.ts";
import type { CommandPort } from "./command-port.ts";
import { CommandRefused } from "./command-refused.ts";
import { print, printJson, printTable } from "./print.ts";

interface ChangeOptions {
  readonly tenant: string | undefined;
  readonly json: boolean;
}

/** `guesthouse app add-secret`, `add-certificate` and `remove`. */
export function addAppChangeCommands(app: Command, port: CommandPort): void {
  changing(app, "add-secret", "make a client secret beside those there are, and print it once")
    .option("--days <days>", "how long it is valid", readDays, 365)
    .action((name: string, options: ChangeOptions & { readonly days: number }) =>
      addSecret(port, name, options),
    );
  changing(app, "add-certificate", "let the application prove itself by a certificate (RSA, PEM or DER)")
    .argument("<file>", "the certificate; its private key stays where it is")
    .action((name: string, file: string, options: ChangeOptions) =>
      addCertificateOf(port, name, file, options),
    );
  changing(app, "remove", "take an application out of use").action((name: string, options: ChangeOptions) =>
    remove(port, name, options),
  );
}

function changing(app: Command, command: string, description: string): Command {
  return app
    .command(command)
    .argument("<name>", "its name or client id")
    .description(description)
    .option("--tenant <tenant>", "the organisation: domain, id or name")
    .option("--json", "print the result as JSON", false);
}

function addSecret(
  port: CommandPort,
  name: string,
  options: ChangeOptions & { readonly days: number },
): Promise<void> {
  return port.withMachine(async (machine) => {
    const tenant = await chooseTenant(machine, options);
    const { application } = await ownApplication(machine, tenant, name);
    const { applicationId, displayName } = application;
    const outcome = await addClientSecret(machine, await actingPerson(machine, tenant, undefined), {
      tenantId: tenant.tenantId,
      applicationId,
      displayName: "Made with app add-secret",
      lifetimeDays: options.days,
    });
    if (!outcome.ok) throw new CommandRefused(secretRefusals[outcome.refusal.code]);
    const { secretId, secretText, expiresAt } = outcome.value;
    const made = { clientId: applicationId, secretId, clientSecret: secretText };
    if (options.json) return printJson({ ...made, expiresAt: expiresAt.toISOString() });
    print(`${displayName} has a further secret\n`);
    const end = expiresAt.toISOString().slice(0, 10);
    printTable(
      [
        ["Client secret", secretText],
        ["", `shown only now; valid until ${end}`],
      ],
      "  ",
    );
  });
}

function addCertificateOf(
  port: CommandPort,
  name: string,
  file: string,
  options: ChangeOptions,
): Promise<void> {
  return port.withMachine(async (machine) => {
    const tenant = await chooseTenant(machine, options);
    const { application } = await ownApplication(machine, tenant, name);
    const certificate = await readFile(file).catch(() => {
      throw new CommandRefused(`The file ${file} cannot be read.`);
    });
    const outcome = await addCertificate(machine, await actingPerson(machine, tenant, undefined), {
      tenantId: tenant.tenantId,
      objectId: application.objectId,
      certificate,
    });
    if (!outcome.ok) throw new CommandRefused(certificateRefusals[outcome.refusal.code]);
    const { certificateId, sha256Thumbprint, expiresAt } = outcome.value;
    const thumbprint = sha256Thumbprint.toString("hex");
    if (options.json) return printJson({ certificateId, thumbprint, expiresAt: expiresAt.toISOString() });
    print(`${application.displayName} may prove itself by the certificate ${thumbprint}`);
  });
}

function remove(port: CommandPort, name: string, options: ChangeOptions): Promise<void> {
  return port.withMachine(async (machine) => {
    const tenant = await chooseTenant(machine, options);
    const { application } = await ownApplication(machine, tenant, name);
    const { objectId, applicationId, displayName } = application;
    const circumstances = await actingPerson(machine, tenant, undefined);
    const outcome = await deleteRegistration(machine, circumstances, { tenantId: tenant.tenantId, objectId });
    if (!outcome.ok) throw new CommandRefused(`${displayName} is not there any more.`);
    if (options.json) return printJson({ removed: applicationId });
    print(`Removed ${displayName} from ${tenant.displayName}`);
  });
}

function readDays(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It must be a number of days.");
}

const secretRefusals: Readonly<Record<ClientSecretRefusal["code"], string>> = {
  "application-not-found": "The application is not there any more.",
  "lifetime-invalid": "A secret is valid between 1 and 3650 days.",
  "too-many-secrets": "The application has 50 secrets already. Remove some over Graph first.",
};

const certificateRefusals: Readonly<Record<AddCertificateRefusal["code"], string>> = {
  "application-not-found": "The application is not there any more.",
  "certificate-invalid": "The file holds no certificate in PEM or DER.",
  "certificate-key-unsuitable": "The certificate needs an RSA key of 2048 bits or more.",
  "certificate-exists": "The application has this certificate already.",
  "too-many-certificates": "The application has 20 certificates already. Remove some over Graph first.",
};
