import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import { listProviders } from "../../domain/federation/find-provider.ts";
import type { IdentityProvider } from "../../domain/federation/rules/identity-provider.ts";
import type { Machine } from "../../platform/machine.ts";
import { CommandRefused } from "./command-refused.ts";

/** The provider that a command names by its id or by the name guests see. Throws CommandRefused. */
export async function namedProvider(
  machine: Machine,
  tenant: Tenant,
  name: string,
): Promise<IdentityProvider> {
  const wanted = name.trim().toLowerCase();
  const [found, other] = (await listProviders(machine.database, tenant.tenantId)).filter(
    ({ providerId, displayName }) => providerId === wanted || displayName.toLowerCase() === wanted,
  );
  if (found && !other) return found;
  throw new CommandRefused(
    found
      ? `Several identity providers are called "${name}": name one by its id, as \`guesthouse provider list\` shows it.`
      : `${tenant.displayName} has no identity provider "${name}"; \`guesthouse provider list\` shows them.`,
  );
}
