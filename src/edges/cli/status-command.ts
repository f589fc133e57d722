import type { Command } from "commander";
import { StartRefused } from "../../foundation/start-refused.ts";
import { checkStatus, type StatusCheck, serviceCheck } from "./check-status.ts";
import type { CommandPort } from "./command-port.ts";
import { print, printJson, printTable } from "./print.ts";
import type { SetExitCode } from "./set-exit-code.ts";

/** `guesthouse status` */
export function addStatusCommand(program: Command, port: CommandPort, setExitCode: SetExitCode): void {
  program
    .command("status")
    .description("prove that the service works: database, keys, a real token, the mail queue")
    .option("--json", "print the result as JSON", false)
    .addHelpText("after", "\nThe exit code is 0 when everything works, else 1.")
    .action(async ({ json }: { json: boolean }) => {
      const { publicUrl, checks } = await port
        .withMachine(checkStatus, { anyMasterKey: true })
        .catch((error: unknown) => {
          if (!(error instanceof StartRefused)) throw error;
          const failed = { name: "Start", state: "failed", detail: error.message } as const;
          return { publicUrl: undefined, checks: [failed] };
        });
      const isWorking = checks.every(({ state }) => state !== "failed");
      if (!isWorking) setExitCode(1);
      if (json) {
        printJson({ ok: isWorking, publicUrl: publicUrl ?? null, checks });
        return;
      }
      print(`${headline(checks)}          ${publicUrl ?? ""}`.trimEnd());
      print();
      printTable(
        checks.map(({ name, state, detail }) => [state, name, detail]),
        "  ",
      );
    });
}

function headline(checks: readonly StatusCheck[]): string {
  if (checks.some(({ state }) => state === "failed")) return "Guesthouse does not work";
  const isRunning = checks.some(({ name, state }) => name === serviceCheck && state === "ok");
  return isRunning ? "Guesthouse works" : "Guesthouse is in order, and not running";
}
