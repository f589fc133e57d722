import type { Command } from "commander";
import {
  findUser,
  findUserByPrincipalName,
  findUsersHoldingAddress,
} from "../../domain/directory/find-user.ts";
import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import type { User } from "../../domain/directory/rules/user.ts";
import { resetSecondFactor } from "../../domain/second-factor/remove-second-factor.ts";
import { normalizeEmailAddress, parseEmailAddress } from "../../foundation/email-address.ts";
import { parseGuid, type UserId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { actingPerson } from "./acting-person.ts";
import { chooseTenant } from "./choose-tenant.ts";
import type { CommandPort } from "./command-port.ts";
import { CommandRefused } from "./command-refused.ts";
import { print } from "./print.ts";

/** `guesthouse second-factor reset` */
export function addSecondFactorCommand(program: Command, port: CommandPort): void {
  program
    .command("second-factor")
    .description("look after the authenticator apps of people")
    .command("reset")
    .argument("<user>", "the person's user name, address or id")
    .description(
      "take the authenticator app away from somebody who lost it; they set up another when asked for one",
    )
    .option("--tenant <tenant>", "the organisation: domain, id or name")
    .action((name: string, options: { readonly tenant: string | undefined }) => reset(port, name, options));
}

async function reset(
  port: CommandPort,
  name: string,
  options: { readonly tenant: string | undefined },
): Promise<void> {
  await port.withMachine(async (machine) => {
    const tenant = await chooseTenant(machine, options);
    const user = await namedUser(machine, tenant, name);
    const circumstances = await actingPerson(machine, tenant, undefined);
    const done = await resetSecondFactor(machine, circumstances, { user });
    if (!done.ok)
      throw new CommandRefused(`${user.displayName} has no authenticator app for ${tenant.displayName}.`);
    print(
      `The authenticator app of ${user.displayName} for ${tenant.displayName} is reset.` +
        (user.mail ? ` ${user.mail} is told by mail.` : ""),
    );
  });
}

/** Throws CommandRefused unless it is one person. */
async function namedUser({ database }: Machine, tenant: Tenant, name: string): Promise<User> {
  const { tenantId, displayName } = tenant;
  const userId = parseGuid<UserId>(name);
  const user = userId
    ? await findUser(database, tenantId, userId)
    : await findUserByPrincipalName(database, tenantId, name);
  if (user) return user;
  const address = parseEmailAddress(name);
  const holders = address
    ? await findUsersHoldingAddress(database, tenantId, normalizeEmailAddress(address))
    : [];
  const [only, second] = holders;
  if (second)
    throw new CommandRefused(`Several people of ${displayName} have the address ${name}. Name one by id.`);
  if (only) return only;
  throw new CommandRefused(`Nobody in ${displayName} is called ${name}.`);
}
