import type { Command } from "commander";
import { addDomain, type DomainAdditionRefusal } from "../../domain/directory/add-domain.ts";
import { listDomains } from "../../domain/directory/find-domains.ts";
import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import type { TenantDomain } from "../../domain/directory/rules/tenant-domain.ts";
import { type DomainVerificationRefusal, verifyDomain } from "../../domain/directory/verify-domain.ts";
import { recordToPublish } from "../../domain/federation/rules/may-federate-domain.ts";
import { type DomainName, parseDomainName } from "../../foundation/domain-name.ts";
import { actingPerson } from "./acting-person.ts";
import { chooseTenant } from "./choose-tenant.ts";
import type { CommandPort } from "./command-port.ts";
import { CommandRefused } from "./command-refused.ts";
import { print, printJson, printTable } from "./print.ts";

interface DomainOptions {
  readonly tenant: string | undefined;
  readonly json: boolean;
}

const tenantOption = ["--tenant <tenant>", "the organisation: domain, id or name"] as const;
const jsonOption = ["--json", "print the result as JSON", false] as const;

/** `guesthouse domain` */
export function addDomainCommand(program: Command, port: CommandPort): void {
  const domain = program.command("domain").description("add, verify and list an organisation's domains");
  domain
    .command("add")
    .argument("<domain>", "a domain that the organisation owns")
    .description("add a domain, and print the TXT record that proves it")
    .option(...tenantOption)
    .option(...jsonOption)
    .action((name: string, options: DomainOptions) => add(port, readName(name), options));
  domain
    .command("verify")
    .argument("<domain>", "a domain that was added")
    .description("look the TXT record up, and verify the domain by it")
    .option(...tenantOption)
    .option(...jsonOption)
    .action((name: string, options: DomainOptions) => verify(port, readName(name), options));
  domain
    .command("list")
    .description("list domains, verified or not")
    .option(...tenantOption)
    .option(...jsonOption)
    .action((options: DomainOptions) => list(port, options));
}

async function add(port: CommandPort, name: DomainName, options: DomainOptions): Promise<void> {
  await port.withMachine(async (machine) => {
    const tenant = await chooseTenant(machine, options);
    const circumstances = await actingPerson(machine, tenant, undefined);
    const outcome = await addDomain(machine, circumstances, { tenantId: tenant.tenantId, name });
    if (!outcome.ok) throw refused(outcome.refusal);
    if (options.json) return printJson(asJson(outcome.value));
    print(`Added ${name} to ${tenant.displayName}. Publish this TXT record:\n`);
    printTable(
      [
        ["Name", name],
        ["Value", outcome.value.verificationText ?? ""],
      ],
      "  ",
    );
    print(`\nThen: guesthouse domain verify ${name}`);
  });
}

async function verify(port: CommandPort, name: DomainName, options: DomainOptions): Promise<void> {
  await port.withMachine(async (machine) => {
    const tenant = await chooseTenant(machine, options);
    const circumstances = await actingPerson(machine, tenant, undefined);
    const outcome = await verifyDomain(machine, circumstances, { tenantId: tenant.tenantId, name });
    if (!outcome.ok) throw refused(outcome.refusal);
    if (options.json) printJson(asJson(outcome.value));
    else {
      print(`${name} is a verified domain of ${tenant.displayName}.`);
      print(forPartners(machine.configuration.publicUrl, tenant, name));
    }
  });
}

/** What partners on other deployments need, who let this one vouch for the domain. */
function forPartners(publicUrl: string, { tenantId }: Tenant, name: DomainName): string {
  const record = recordToPublish(`${publicUrl}/${tenantId}`);
  return (
    `Partners with a Guesthouse of their own add it by ${publicUrl}/${name}.\n` +
    `Where this one is not reached at ${name} or below it, publish for them, too:\n  ${record}`
  );
}

async function list(port: CommandPort, options: DomainOptions): Promise<void> {
  await port.withMachine(async (machine) => {
    const tenant = await chooseTenant(machine, options);
    const domains = await listDomains(machine.database, tenant.tenantId);
    if (options.json) return printJson({ tenantId: tenant.tenantId, domains: domains.map(asJson) });
    printTable([["Domain", "State", "TXT record"], ...domains.map(asRow)]);
  });
}

function asJson(domain: TenantDomain): object {
  return {
    name: domain.name,
    isDefault: domain.isDefault,
    isInitial: domain.isInitial,
    verifiedAt: domain.verifiedAt?.toISOString() ?? null,
    txtRecord: domain.verificationText ?? null,
  };
}

function asRow({ name, isDefault, verifiedAt, verificationText }: TenantDomain): string[] {
  if (verifiedAt !== undefined) return [name, isDefault ? "verified, default" : "verified", ""];
  return [name, "not verified", verificationText ?? ""];
}

function readName(text: string): DomainName {
  const name = parseDomainName(text);
  if (name) return name;
  throw new CommandRefused(`"${text}" is not a domain; write it like fabrikam.com.`);
}

const sentences: Readonly<Record<(DomainAdditionRefusal | DomainVerificationRefusal)["code"], string>> = {
  "domain-reserved": "This domain is reserved for initial domains.",
  "domain-exists": 'The organisation has this domain already: see "guesthouse domain list".',
  "domain-not-found": 'The organisation has no such domain. Add it first: "guesthouse domain add".',
  "domain-of-another-tenant":
    "Another organisation of this deployment has verified this domain; it must be removed there first.",
  "names-unreachable": "The name service did not answer, so nothing is known. Try again later.",
  "txt-record-missing":
    'There is no such TXT record. Publish the one of "guesthouse domain list", and wait until it is spread.',
  "txt-record-wrong":
    'The TXT record is another one. Publish the one of "guesthouse domain list" beside it or instead.',
};

function refused({ code }: DomainAdditionRefusal | DomainVerificationRefusal): CommandRefused {
  return new CommandRefused(sentences[code]);
}
