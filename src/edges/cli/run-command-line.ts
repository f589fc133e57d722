import { Command, CommanderError } from "commander";
import { StartRefused } from "../../foundation/start-refused.ts";
import type { CommandPort } from "./command-port.ts";
import { addDemoCommand } from "./demo-command.ts";
import { addMigrateCommand } from "./migrate-command.ts";
import { addServeCommand } from "./serve-command.ts";

/**
 * Reads `argv` (as in process.argv), runs the command it names and answers the exit code. What the person at the
 * terminal can correct is told as text on stderr; anything else is a mistake of ours and keeps its stack.
 */
export async function runCommandLine(argv: readonly string[], port: CommandPort): Promise<number> {
  const program = commandLine(port);
  try {
    await program.parseAsync(argv);
    return 0;
  } catch (error) {
    // Commander has told its message already.
    if (error instanceof CommanderError) return error.exitCode;
    if (error instanceof StartRefused) {
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
    throw error;
  }
}

function commandLine(port: CommandPort): Command {
  const program = new Command("guesthouse")
    .description("Invite people from outside, let them accept with an identity they have, and sign them in.")
    .exitOverride()
    .showHelpAfterError("Run with --help to see what there is.");
  addServeCommand(program, port);
  addDemoCommand(program, port);
  addMigrateCommand(program, port);
  return program;
}
