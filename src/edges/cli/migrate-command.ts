import type { Command } from "commander";
import type { CommandPort } from "./command-port.ts";

/** `guesthouse migrate` */
export function addMigrateCommand(program: Command, port: CommandPort): void {
  program
    .command("migrate")
    .description("bring the database up to date (serve and demo do that by themselves)")
    .option("--json", "print the result as JSON", false)
    .action(async (options: { json: boolean }) => {
      const applied = await port.migrate();
      if (options.json) {
        process.stdout.write(`${JSON.stringify({ applied })}\n`);
        return;
      }
      const lines = applied.map((name) => `  ${name}\n`).join("");
      process.stdout.write(
        applied.length > 0 ? `Migrations that ran:\n${lines}` : "The database is up to date.\n",
      );
    });
}
