import type { Command } from "commander";
import { findUsersOfIssuer } from "../../domain/directory/find-users-of-issuer.ts";
import { switchIdentityProvider } from "../../domain/federation/switch-identity-provider.ts";
import { actingPerson } from "./acting-person.ts";
import { chooseTenant } from "./choose-tenant.ts";
import type { CommandPort } from "./command-port.ts";
import { CommandRefused } from "./command-refused.ts";
import { namedProvider } from "./named-provider.ts";
import { print } from "./print.ts";

interface SwitchOptions {
  readonly tenant: string | undefined;
  readonly yes?: boolean;
}

/** `guesthouse provider disable | enable` */
export function addProviderSwitchCommands(provider: Command, port: CommandPort): void {
  provider
    .command("disable")
    .argument("<name>", "the provider's name or id")
    .description(
      "switch an identity provider off, and keep what it is; its guests cannot sign in until it is on",
    )
    .option("--yes", "switch it off although guests lose their way in", false)
    .option("--tenant <tenant>", "the organisation: domain, id or name")
    .action((name: string, options: SwitchOptions) => switchProvider(port, name, options, false));
  provider
    .command("enable")
    .argument("<name>", "the provider's name or id")
    .description("switch an identity provider on again")
    .option("--tenant <tenant>", "the organisation: domain, id or name")
    .action((name: string, options: SwitchOptions) => switchProvider(port, name, options, true));
}

async function switchProvider(
  port: CommandPort,
  name: string,
  options: SwitchOptions,
  isEnabled: boolean,
): Promise<void> {
  await port.withMachine(async (machine) => {
    const tenant = await chooseTenant(machine, options);
    const { tenantId, providerId, displayName, issuer } = await namedProvider(machine, tenant, name);
    const { length } = isEnabled ? [] : await findUsersOfIssuer(machine.database, tenantId, issuer);
    if (length > 0 && !options.yes)
      throw new CommandRefused(
        `${length} ${length === 1 ? "guest" : "guests"} accepted with ${displayName}, and cannot sign in while it is off.\n` +
          "  Add --yes to switch it off all the same.",
      );
    const circumstances = await actingPerson(machine, tenant, undefined);
    const switched = await switchIdentityProvider(machine, circumstances, {
      tenantId,
      providerId,
      isEnabled,
    });
    if (!switched.ok) throw new CommandRefused(`${displayName} is not there any more.`);
    print(`${displayName} is switched ${isEnabled ? "on" : "off"} for ${tenant.displayName}.`);
  });
}
