import { Argument, type Command } from "commander";
import { changeDomainPolicy } from "../../domain/policies/change-domain-policy.ts";
import { readDomainRestriction } from "../../domain/policies/read-domain-policy.ts";
import type { DomainRestriction, RestrictedDomain } from "../../domain/policies/rules/domain-restriction.ts";
import { parseDomainName } from "../../foundation/domain-name.ts";
import { actingPerson } from "./acting-person.ts";
import { chooseTenant } from "./choose-tenant.ts";
import type { CommandPort } from "./command-port.ts";
import { CommandRefused } from "./command-refused.ts";
import { print, printJson } from "./print.ts";

const choices = ["none", "allow", "deny"] as const;

interface RestrictionOptions {
  readonly domain: readonly string[] | undefined;
  readonly subdomains: boolean;
  readonly tenant: string | undefined;
  readonly json: boolean;
}

/** `guesthouse restrictions [kind]` */
export function addRestrictionsCommand(program: Command, port: CommandPort): void {
  program
    .command("restrictions")
    .description("show, or change, with which domains the organisation works together")
    .addArgument(
      new Argument("[kind]", "allow only the domains given, deny them, or have no restriction").choices(
        choices,
      ),
    )
    .option("--domain <domain...>", "the whole list of domains from now on; can be repeated")
    .option("--subdomains", "with all that is below them", false)
    .option("--tenant <tenant>", "the organisation: domain, id or name")
    .option("--json", "print the result as JSON", false)
    .action((kind: (typeof choices)[number] | undefined, options: RestrictionOptions) =>
      settle(port, kind, options),
    );
}

async function settle(
  port: CommandPort,
  kind: (typeof choices)[number] | undefined,
  options: RestrictionOptions,
): Promise<void> {
  const domains = readDomains(options);
  if ((kind === "allow" || kind === "deny") !== domains.length > 0)
    throw new CommandRefused("Domains are given with allow or deny, and with nothing else.");
  await port.withMachine(async (machine) => {
    const tenant = await chooseTenant(machine, options);
    const { tenantId } = tenant;
    if (kind) {
      const changes = { isInForce: true, restriction: { kind, domains } };
      const circumstances = await actingPerson(machine, tenant, undefined);
      const changed = await changeDomainPolicy(machine, circumstances, { tenantId, changes });
      if (!changed.ok) throw new CommandRefused(`Nothing was changed: ${changed.refusal.code}.`);
    }
    const restriction = await readDomainRestriction(machine.database, tenantId);
    if (options.json) printJson(restriction);
    else print(sentence(tenant.displayName, restriction));
  });
}

function readDomains({ domain = [], subdomains }: RestrictionOptions): readonly RestrictedDomain[] {
  return domain.map((text) => {
    const name = parseDomainName(text);
    if (name === undefined) throw new CommandRefused(`${text} is no name of a domain (--domain).`);
    return { domain: name, includesSubdomains: subdomains };
  });
}

function sentence(organisation: string, { kind, domains }: DomainRestriction): string {
  const listed = domains
    .map(({ domain, includesSubdomains }) => (includesSubdomains ? `${domain} and below` : domain))
    .join(", ");
  switch (kind) {
    case "none":
      return `${organisation} works together with people of every domain.`;
    case "allow":
      return `${organisation} works together with people of ${listed}, and of no other domain.`;
    case "deny":
      return `${organisation} works together with people of every domain but ${listed}.`;
  }
}
