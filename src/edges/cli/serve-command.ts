import type { Command } from "commander";
import type { CommandPort } from "./command-port.ts";

/** `guesthouse serve` */
export function addServeCommand(program: Command, port: CommandPort): void {
  program
    .command("serve")
    .description("run the service")
    .option("--https", "serve HTTPS with a certificate of a local authority that is made and kept", false)
    .action(async (options: { https: boolean }) => {
      await port.serve({ https: options.https });
    });
}
