import type { Command } from "commander";
import type { Circumstances } from "../../domain/audit/circumstances.ts";
import { findUsersOfIssuer } from "../../domain/directory/find-users-of-issuer.ts";
import { removeIdentityProvider } from "../../domain/federation/remove-identity-provider.ts";
import type { IdentityProvider } from "../../domain/federation/rules/identity-provider.ts";
import { type GuestReset, resetGuestsOfIssuer } from "../../domain/invitations/reset-guests-of-issuer.ts";
import type { Machine } from "../../platform/machine.ts";
import { actingPerson } from "./acting-person.ts";
import { chooseTenant } from "./choose-tenant.ts";
import type { CommandPort } from "./command-port.ts";
import { CommandRefused } from "./command-refused.ts";
import { namedProvider } from "./named-provider.ts";
import { print, printTable } from "./print.ts";

interface RemoveOptions {
  readonly tenant: string | undefined;
  readonly yes: boolean;
  readonly resetGuests: boolean;
  readonly mail: boolean;
}

/** `guesthouse provider remove` */
export function addProviderRemoveCommand(provider: Command, port: CommandPort): void {
  provider
    .command("remove")
    .argument("<name>", "the provider's name or id")
    .description("trust an identity provider no more; its guests cannot sign in until they are reset")
    .option("--yes", "remove it although guests lose their way in", false)
    .option("--reset-guests", "invite these guests again, so that they accept by another way", false)
    .option("--no-mail", "send them no mails, and print the links")
    .option("--tenant <tenant>", "the organisation: domain, id or name")
    .action((name: string, options: RemoveOptions) => removeProvider(port, name, options));
}

async function removeProvider(port: CommandPort, name: string, options: RemoveOptions): Promise<void> {
  await port.withMachine(async (machine) => {
    const tenant = await chooseTenant(machine, options);
    const provider = await namedProvider(machine, tenant, name);
    const { tenantId, providerId, displayName, issuer } = provider;
    const { length } = await findUsersOfIssuer(machine.database, tenantId, issuer);
    const losing = `${length} ${length === 1 ? "guest" : "guests"} accepted with ${displayName}`;
    if (length > 0 && !options.yes)
      throw new CommandRefused(
        `${losing}, and cannot sign in once it is removed.\n` +
          "  Add --yes to remove it all the same, and --reset-guests to invite them again.",
      );
    const circumstances = await actingPerson(machine, tenant, undefined);
    const removed = await removeIdentityProvider(machine, circumstances, { tenantId, providerId });
    if (!removed.ok) throw new CommandRefused(`${displayName} is not there any more.`);
    print(`${tenant.displayName} trusts ${displayName} no more.`);
    if (length > 0 && !options.resetGuests) print(`${losing}, and cannot sign in until they are reset.`);
    if (options.resetGuests) await resetGuests(machine, circumstances, provider, options.mail);
  });
}

async function resetGuests(
  machine: Machine,
  circumstances: Circumstances,
  provider: IdentityProvider,
  sendMail: boolean,
): Promise<void> {
  const reset = await resetGuestsOfIssuer(machine, circumstances, { provider, sendMail });
  if (!reset.ok) throw new CommandRefused(`The guests were not reset: ${reset.refusal.code}.`);
  const done = reset.value.filter(({ redeemUrl }) => redeemUrl !== undefined);
  print(`${done.length} of ${reset.value.length} were invited again${sendMail ? ", by mail" : ""}:\n`);
  printTable(
    reset.value.map((guest) => rowOf(guest, sendMail)),
    "  ",
  );
}

function rowOf({ displayName, address, redeemUrl, refusal }: GuestReset, sendMail: boolean): string[] {
  const became = refusal ? `not reset: ${refusal}` : sendMail ? "invited" : (redeemUrl ?? "");
  return [displayName, address ?? "-", became];
}
