import { Argument, type Command } from "commander";
import { listPolicies } from "../../domain/conditional-access/find-conditional-access.ts";
import type {
  ConditionalAccessPolicy,
  PolicyState,
} from "../../domain/conditional-access/rules/conditional-access-policy.ts";
import { changePolicy } from "../../domain/conditional-access/save-policy.ts";
import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import type { Machine } from "../../platform/machine.ts";
import { actingPerson } from "./acting-person.ts";
import { chooseTenant } from "./choose-tenant.ts";
import type { CommandPort } from "./command-port.ts";
import { CommandRefused } from "./command-refused.ts";
import { print, printJson, printTable } from "./print.ts";

const states = ["on", "off", "report"] as const satisfies readonly PolicyState[];

interface AccessOptions {
  readonly tenant: string | undefined;
  readonly json: boolean;
}

/**
 * `guesthouse access …`: the way back in for an operator whose organisation has locked itself out. It works on the
 * database, where no policy is asked.
 */
export function addAccessCommand(program: Command, port: CommandPort): void {
  const access = program.command("access").description("look after the rules by which people are let in");
  access
    .command("list")
    .description("list the conditional access policies of the organisation")
    .option("--tenant <tenant>", "the organisation: domain, id or name")
    .option("--json", "print the result as JSON", false)
    .action((options: AccessOptions) => list(port, options));
  access
    .command("switch")
    .description("switch a policy on or off, or have the sign-in log alone say what it would do")
    .argument("<policy>", "its name or id")
    .addArgument(new Argument("<state>", "what is to hold from now on").choices(states))
    .option("--tenant <tenant>", "the organisation: domain, id or name")
    .action((name: string, state: PolicyState, options: AccessOptions) =>
      switchPolicy(port, name, state, options),
    );
}

async function list(port: CommandPort, options: AccessOptions): Promise<void> {
  await port.withMachine(async (machine) => {
    const tenant = await chooseTenant(machine, options);
    const policies = await listPolicies(machine.database, tenant.tenantId);
    if (options.json) printJson(policies.map(({ tenantId: _same, ...policy }) => policy));
    else if (policies.length === 0) print(`${tenant.displayName} has no conditional access policies.`);
    else
      printTable(policies.map((policy) => [policy.state, policy.displayName, told(policy), policy.policyId]));
  });
}

async function switchPolicy(
  port: CommandPort,
  name: string,
  state: PolicyState,
  options: AccessOptions,
): Promise<void> {
  await port.withMachine(async (machine) => {
    const tenant = await chooseTenant(machine, options);
    const policy = await namedPolicy(machine, tenant, name);
    const circumstances = await actingPerson(machine, tenant, undefined);
    const changed = await changePolicy(machine, circumstances, policy, { state });
    if (!changed.ok) throw new CommandRefused(`Nothing was changed: ${changed.refusal.code}.`);
    print(`${policy.displayName} is now: ${state}.`);
  });
}

/** Throws CommandRefused unless it is one policy. */
async function namedPolicy(
  { database }: Machine,
  { tenantId, displayName }: Tenant,
  name: string,
): Promise<ConditionalAccessPolicy> {
  const wanted = name.trim().toLowerCase();
  const found = (await listPolicies(database, tenantId)).filter(
    (policy) => policy.policyId === wanted || policy.displayName.toLowerCase() === wanted,
  );
  const [only, second] = found;
  if (second)
    throw new CommandRefused(`Several policies of ${displayName} are called ${name}. Name one by id.`);
  if (!only) throw new CommandRefused(`No policy of ${displayName} is called ${name}.`);
  return only;
}

function told({ controls }: ConditionalAccessPolicy): string {
  if (controls.blocks) return "lets nobody in";
  const { length } = controls.agreementIds;
  return [
    ...(controls.secondFactor ? ["asks for a second factor"] : []),
    ...(length > 0 ? ["asks for terms of use"] : []),
  ].join(controls.operator === "and" ? " and " : " or ");
}
