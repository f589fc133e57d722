import { runCommandLine } from "./edges/cli/run-command-line.ts";

await runCommandLine(process.argv);
