import { type Command, InvalidArgumentError } from "commander";
import type { CommandPort } from "./command-port.ts";
import { CommandRefused } from "./command-refused.ts";
import type { InviteOptions } from "./invite-options.ts";
import { authorityOption, remoteOption } from "./remote-options.ts";
import type { SetExitCode } from "./set-exit-code.ts";

/** `guesthouse invite` */
export function addInviteCommand(program: Command, port: CommandPort, setExitCode: SetExitCode): void {
  program
    .command("invite")
    .argument("[email...]", "who is invited")
    .description("invite guests, by address or from a file")
    .option("--as <user name>", "invite as this member, with their rights; default: as the organisation")
    .option("--name <name>", "the guest's name")
    .option("--message <text>", "a personal message in the mail")
    .option("--language <language>", "the mail's language: en, es, fr, de, ja")
    .option(
      "--redirect-url <url>",
      "where the guest goes after accepting; default: the application, or My Apps",
    )
    .option("--app <name>", "the application to land on, by name or client id")
    .option("--lifetime-days <days>", "how long the link works: a number of days, or never", parseLifetime)
    .option("--no-mail", "send no mail; the link is for you to hand over")
    .option("--links", "show the links, or write them into the results; they are secrets", false)
    .option("--dry-run", "only show what would happen", false)
    .option("--tenant <tenant>", "the organisation: domain, id or name")
    .addOption(remoteOption(meaninglessElsewhere))
    .addOption(authorityOption())
    .option("--json", "print the result as JSON", false)
    .optionsGroup("Options for files:")
    .option("--csv <file>", "invite everybody in this CSV file")
    .option("--results <file>", "where each row's result is written (default: beside the file)")
    .option("--again", "also invite again who has not accepted yet", false)
    .option("--skip-problems", "leave out rows with problems and invite the others", false)
    .addHelpText("after", aboutFiles)
    .action(async (emails: readonly string[], options: InviteOptions) => {
      if (options.csv !== undefined) {
        if (emails.length > 0) throw new CommandRefused("Give addresses or --csv, not both.");
        if (options.name !== undefined)
          throw new CommandRefused("--name is for one guest; in a file, names have a column of their own.");
        const { inviteFromFile } = await import("./invite-from-file.ts");
        await port.withMachine((machine) => inviteFromFile(machine, options.csv ?? "", options, setExitCode));
        return;
      }
      if (emails.length === 0)
        throw new CommandRefused("Whom? Give one or more e-mail addresses, or a file with --csv.");
      if (emails.length > 1 && options.name !== undefined)
        throw new CommandRefused("--name is for one guest; there are several addresses.");
      if (options.remote) {
        const { inviteRemotely } = await import("./remote/invite-remotely.ts");
        await inviteRemotely(port.personalFolder, emails, options, setExitCode);
        return;
      }
      const { inviteAddresses } = await import("./invite-addresses.ts");
      await port.withMachine((machine) => inviteAddresses(machine, emails, options, setExitCode));
    });
}

/** Graph has no word for them, or they read this machine's data. */
const meaninglessElsewhere = [
  ...["as", "app", "lifetimeDays", "dryRun", "tenant"],
  ...["csv", "results", "again", "skipProblems"],
];

const aboutFiles = `
Files are CSV in UTF-8, with commas or semicolons: the bulk-invite template of
the Entra admin center as it is, or a row of headings, of which only email is
needed:

  email,name,message,language,redirect_url,app,sponsor,cc,send_mail,lifetime_days

Every row is checked before the first guest is invited. The same file can be run
again: who was invited before is left alone.

Examples:
  guesthouse invite ana@fabrikam.example --as anna@contoso.example --app "Tender Room"
  guesthouse invite --csv guests.csv --dry-run`;

function parseLifetime(text: string): number | null {
  if (text.toLowerCase() === "never") return null;
  const days = Number(text);
  if (Number.isInteger(days) && days > 0) return days;
  throw new InvalidArgumentError('It is a number of days, or "never".');
}
