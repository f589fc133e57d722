import type { Command } from "commander";
import type { CommandPort } from "./command-port.ts";
import { printJson, printTable } from "./print.ts";

/** `guesthouse whoami` */
export function addWhoamiCommand(program: Command, port: CommandPort): void {
  program
    .command("whoami")
    .description("ask the service whom it takes you for")
    .option("--authority <url>", "which service, where you are signed in at several")
    .option("--json", "print the result as JSON", false)
    .action(async (options: { readonly authority: string | undefined; readonly json: boolean }) => {
      const { remoteGraph } = await import("./remote/remote-graph.ts");
      const graph = await remoteGraph(port.personalFolder, options.authority);
      const { issuer, person } = graph.signIn;
      const me = await graph.get("/v1.0/me?$select=id,displayName,userPrincipalName,mail");
      const { id, displayName, userPrincipalName, mail } = me as Record<string, string | null>;
      const told = { issuer, tenantId: person.tenantId, id, displayName, userPrincipalName, mail };
      if (options.json) printJson(told);
      else
        printTable([
          ["Name", displayName ?? ""],
          ["User name", userPrincipalName ?? ""],
          ["E-mail", mail ?? ""],
          ["Id", id ?? ""],
          ["Signed in at", issuer],
        ]);
    });
}
