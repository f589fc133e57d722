import type { Command } from "commander";
import type { CommandPort } from "./command-port.ts";

/** `guesthouse demo` */
export function addDemoCommand(program: Command, port: CommandPort): void {
  program
    .command("demo")
    .description("run the service with two example organisations and a mailbox, to try it out")
    .option("--https", "serve HTTPS with a certificate of a local authority that is made and kept", false)
    .option("--json", "print addresses, ids and passwords as JSON once the demo is ready", false)
    .action(async (options: { https: boolean; json: boolean }) => {
      await port.demo({ https: options.https, json: options.json });
    });
}
