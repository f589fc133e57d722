import { Argument, type Command } from "commander";
import { changeCollaborationSettings } from "../../domain/policies/change-collaboration-settings.ts";
import { readCollaborationSettings } from "../../domain/policies/read-collaboration-settings.ts";
import type { CollaborationSettings } from "../../domain/policies/rules/collaboration-settings.ts";
import { readHost } from "../../domain/policies/rules/may-visit.ts";
import { actingPerson } from "./acting-person.ts";
import { chooseTenant } from "./choose-tenant.ts";
import type { CommandPort } from "./command-port.ts";
import { CommandRefused } from "./command-refused.ts";
import { print, printJson } from "./print.ts";

const choices = ["anywhere", "listed", "nowhere"] as const;

interface VisitOptions {
  readonly host: readonly string[] | undefined;
  readonly tenant: string | undefined;
  readonly json: boolean;
}

/** `guesthouse visits [where]` */
export function addVisitsCommand(program: Command, port: CommandPort): void {
  program
    .command("visits")
    .description("show, or change, on which other Guesthouses members may be guests")
    .addArgument(new Argument("[where]", "what is to hold from now on").choices(choices))
    .option(
      "--host <host...>",
      "of listed: a Guesthouse they may visit, as guests.contoso.example; can be repeated",
    )
    .option("--tenant <tenant>", "the organisation: domain, id or name")
    .option("--json", "print the result as JSON", false)
    .action((where: (typeof choices)[number] | undefined, options: VisitOptions) =>
      settle(port, where, options),
    );
}

async function settle(
  port: CommandPort,
  memberVisits: (typeof choices)[number] | undefined,
  options: VisitOptions,
): Promise<void> {
  const visitableHosts = options.host?.map((text) => {
    const host = readHost(text);
    if (host === undefined) throw new CommandRefused(`${text} is no name of a host (--host).`);
    return host;
  });
  if ((memberVisits === "listed") !== (visitableHosts !== undefined))
    throw new CommandRefused("Hosts are given with listed, and with nothing else.");
  await port.withMachine(async (machine) => {
    const tenant = await chooseTenant(machine, options);
    const { tenantId } = tenant;
    if (memberVisits) {
      const changes = { memberVisits, visitableHosts: visitableHosts ?? [] };
      const circumstances = await actingPerson(machine, tenant, undefined);
      const changed = await changeCollaborationSettings(machine, circumstances, { tenantId, changes });
      if (!changed.ok) throw new CommandRefused(`Nothing was changed: ${changed.refusal.code}.`);
    }
    const settings = await readCollaborationSettings(machine.database, tenantId);
    if (options.json) printJson({ where: settings.memberVisits, hosts: settings.visitableHosts });
    else print(sentence(tenant.displayName, settings));
  });
}

function sentence(organisation: string, { memberVisits, visitableHosts }: CollaborationSettings): string {
  switch (memberVisits) {
    case "anywhere":
      return `Members of ${organisation} may be guests on every other Guesthouse.`;
    case "listed":
      return `Members of ${organisation} may be guests on ${visitableHosts.join(", ")}, and on no other Guesthouse.`;
    case "nowhere":
      return `Members of ${organisation} may be guests on no other Guesthouse.`;
  }
}
