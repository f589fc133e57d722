import { commandPort } from "./app/command-port.ts";
import { runCommandLine } from "./edges/cli/run-command-line.ts";

process.exitCode = await runCommandLine(process.argv, commandPort(process.env));
