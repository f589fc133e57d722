import { findTenantByName, listTenants } from "../../domain/directory/find-tenant.ts";
import { findMemberBySignInName } from "../../domain/directory/find-user.ts";
import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import type { Machine } from "../../platform/machine.ts";
import { CommandRefused } from "./command-refused.ts";

/**
 * The organisation a command is about: the one named (id, domain or display name), else the one of the person named
 * with `--as`, else the only one there is; a demo takes its first one. Throws CommandRefused.
 */
export async function chooseTenant(
  machine: Machine,
  named: { readonly tenant?: string | undefined; readonly as?: string | undefined },
): Promise<Tenant> {
  if (named.tenant !== undefined) return findNamedTenant(machine, named.tenant);
  const person =
    named.as === undefined ? undefined : await findMemberBySignInName(machine.database, named.as);
  if (person) return person.tenant;
  const tenants = await listTenants(machine.database);
  const [first, second] = tenants;
  if (first === undefined)
    throw new CommandRefused(
      "There is no organisation yet.\n" +
        '  Start the service ("npm start") and open the set-up link it prints, or try the demo ("npm run demo").',
    );
  if (second === undefined || machine.configuration.mode === "demo") return first;
  throw new CommandRefused(`There are several organisations. ${nameOneOf(tenants)}`);
}

async function findNamedTenant(machine: Machine, name: string): Promise<Tenant> {
  const byIdOrDomain = await findTenantByName(machine.database, name);
  if (byIdOrDomain) return byIdOrDomain;
  const tenants = await listTenants(machine.database);
  const [found, other] = tenants.filter(
    ({ displayName }) => displayName.toLowerCase() === name.trim().toLowerCase(),
  );
  if (found && other === undefined) return found;
  throw new CommandRefused(
    found
      ? `Several organisations are called "${name}": name one by its id or domain.`
      : `There is no organisation "${name}". ${nameOneOf(tenants)}`,
  );
}

/** A deployment may have thousands; a few show what a name looks like. */
const mostShown = 10;

function nameOneOf(tenants: readonly Tenant[]): string {
  const shown = tenants
    .slice(0, mostShown)
    .map(({ displayName, primaryDomain }) => `  ${primaryDomain}  (${displayName})`);
  if (tenants.length > mostShown) shown.push(`  and ${tenants.length - mostShown} more`);
  return `Name one with --tenant, by domain, id or name:\n${shown.join("\n")}`;
}
