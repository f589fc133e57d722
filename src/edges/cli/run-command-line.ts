import { Command, CommanderError, Help, type Option } from "commander";
import { StartRefused } from "../../foundation/start-refused.ts";
import { addAccessCommand } from "./access-command.ts";
import { addAppCommand } from "./app-command.ts";
import type { CommandPort } from "./command-port.ts";
import { CommandRefused } from "./command-refused.ts";
import { addDemoCommand } from "./demo-command.ts";
import { addDomainCommand } from "./domain-command.ts";
import { addInviteCommand } from "./invite-command.ts";
import { addLoginCommand } from "./login-command.ts";
import { addLogoutCommand } from "./logout-command.ts";
import { addMigrateCommand } from "./migrate-command.ts";
import { printAside } from "./print.ts";
import { addProviderCommand } from "./provider-command.ts";
import { addRestrictionsCommand } from "./restrictions-command.ts";
import { addSecondFactorCommand } from "./second-factor-command.ts";
import { addServeCommand } from "./serve-command.ts";
import type { SetExitCode } from "./set-exit-code.ts";
import { addStatusCommand } from "./status-command.ts";
import { addTermsCommand } from "./terms-command.ts";
import { addUsersCommand } from "./users-command.ts";
import { addVisitsCommand } from "./visits-command.ts";
import { addWhoamiCommand } from "./whoami-command.ts";

/**
 * Reads `argv` (as in process.argv), runs the command it names and answers the exit code. What the person at the
 * terminal can correct is told as text on stderr; anything else is a mistake of ours and keeps its stack.
 */
export async function runCommandLine(argv: readonly string[], port: CommandPort): Promise<number> {
  // `guesthouse users | head` is read to its tenth line and no further; the database is still to be left in order.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  let exitCode = 0;
  try {
    await commandLine(port, (code) => (exitCode = code)).parseAsync(argv);
    return exitCode;
  } catch (error) {
    // Commander has told its message already.
    if (error instanceof CommanderError) return error.exitCode;
    if (error instanceof StartRefused || error instanceof CommandRefused) {
      printAside(error.message);
      return 1;
    }
    throw error;
  }
}

function commandLine(port: CommandPort, setExitCode: SetExitCode): Command {
  const program = new Command("guesthouse")
    .usage("<command> [options]")
    .description(
      "Invite people from outside, let them accept with an identity they have, and sign them in to your applications.",
    )
    .configureHelp({ optionDescription: plainDescription })
    .exitOverride()
    .showHelpAfterError("(--help shows what there is)")
    .addHelpText("after", "\nguesthouse <command> --help explains one command.");
  addServeCommand(program, port);
  addDemoCommand(program, port);
  addInviteCommand(program, port, setExitCode);
  addUsersCommand(program, port);
  addAppCommand(program, port);
  addDomainCommand(program, port);
  addProviderCommand(program, port, setExitCode);
  addVisitsCommand(program, port);
  addSecondFactorCommand(program, port);
  addRestrictionsCommand(program, port);
  addAccessCommand(program, port);
  addTermsCommand(program, port);
  addLoginCommand(program, port);
  addLogoutCommand(program, port);
  addWhoamiCommand(program, port);
  addStatusCommand(program, port, setExitCode);
  addMigrateCommand(program, port);
  return program;
}

/** That a switch is off until it is given goes without saying. */
function plainDescription(option: Option): string {
  return new Help().optionDescription(option).replace(/ \(default: (?:false|\[\])\)$/, "");
}
