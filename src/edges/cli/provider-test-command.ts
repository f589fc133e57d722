import type { Command } from "commander";
import { checkProvider } from "../../domain/federation/connection-tests/check-provider.ts";
import type { ConnectionFinding } from "../../domain/federation/rules/connection-check.ts";
import { checkWords } from "../shared/check-words/check-words.ts";
import { actingPerson } from "./acting-person.ts";
import { chooseTenant } from "./choose-tenant.ts";
import type { CommandPort } from "./command-port.ts";
import { CommandRefused } from "./command-refused.ts";
import { namedProvider } from "./named-provider.ts";
import { print, printJson } from "./print.ts";
import type { SetExitCode } from "./set-exit-code.ts";

interface TestOptions {
  readonly tenant: string | undefined;
  readonly json: boolean;
}

/** `guesthouse provider test` */
export function addProviderTestCommand(provider: Command, port: CommandPort, setExitCode: SetExitCode): void {
  provider
    .command("test")
    .argument("<name>", "the provider's name or id")
    .description("check a provider, and print a link to try a sign-in with it; exit code 1 if a check fails")
    .option("--tenant <tenant>", "the organisation: domain, id or name")
    .option("--json", "print the result as JSON", false)
    .action((name: string, options: TestOptions) => testProvider(port, setExitCode, name, options));
}

async function testProvider(
  port: CommandPort,
  setExitCode: SetExitCode,
  name: string,
  options: TestOptions,
): Promise<void> {
  await port.withMachine(async (machine) => {
    const tenant = await chooseTenant(machine, options);
    const { providerId, displayName } = await namedProvider(machine, tenant, name);
    const circumstances = await actingPerson(machine, tenant, undefined);
    const { tenantId } = tenant;
    const checked = await checkProvider(machine, circumstances, { tenantId, providerId });
    if (!checked.ok) throw new CommandRefused("The provider cannot be tested now. Try again later.");
    const { findings, roundTrip } = checked.value;
    const isGood = findings.every(({ outcome }) => outcome !== "failed");
    if (!isGood) setExitCode(1);
    if (options.json)
      return printJson({
        passed: isGood,
        checks: findings.map((finding) => ({ ...finding, remedy: remedyOf(finding) })),
        roundTripUrl: roundTrip.url,
        roundTripExpiresAt: roundTrip.expiresAt.toISOString(),
      });
    print(`${displayName} at ${tenant.displayName}\n`);
    for (const finding of findings) printFinding(finding);
    print(
      "\nTo try a sign-in, which signs nobody in, open this link, or send it to somebody at the partner.",
    );
    print(`It is good once, until ${roundTrip.expiresAt.toISOString()}:\n  ${roundTrip.url}`);
  });
}

const marks = { passed: "passed ", failed: "FAILED ", "not-run": "not run" } as const;

function printFinding(finding: ConnectionFinding): void {
  const { check, outcome, detail } = finding;
  print(`  ${marks[outcome]}  ${checkWords.en[check].title}`);
  if (detail !== undefined) print(`           ${detail}`);
  const remedy = remedyOf(finding);
  if (remedy !== undefined) print(`           > ${remedy}`);
}

function remedyOf({ check, outcome }: ConnectionFinding): string | undefined {
  return outcome === "failed" ? checkWords.en[check].remedy : undefined;
}
