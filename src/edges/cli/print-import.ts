import type { FileCheck } from "./check-file.ts";
import type { ImportRun } from "./import-run.ts";
import type { RowsInvited } from "./invite-rows.ts";
import { print, printAside } from "./print.ts";
import { durationText } from "./rules/duration-text.ts";
import { tableLines } from "./rules/table-lines.ts";

/** Tells what the check of a file found, and what to do about it. */
export function printCheck(
  { file, tenant, options }: ImportRun,
  check: FileCheck,
  resultsPath: string | undefined,
): void {
  print(`Checked ${rows(check.rows)} of ${file.path} for ${tenant.displayName}`);
  for (const line of tableLines(findings(check, options.again).map(([count, text]) => [number(count), text])))
    print(`  ${line}`);
  if (check.problems > 0) {
    printAside();
    const problems = check.firstProblems.map(({ row, email, error }) => [`row ${row}`, email, error ?? ""]);
    for (const line of tableLines(problems)) printAside(`  ${line}`);
    const more = check.problems - check.firstProblems.length;
    if (more > 0) printAside(`  and ${number(more)} more: --dry-run --results FILE writes all of them down`);
  }
  if (check.withoutMail > 0 && !options.links)
    printAside(
      `\n${number(check.withoutMail)} of them get no mail. Their links are kept nowhere: add --links to have them in the results.`,
    );
  if (options.dryRun)
    print(resultsPath ? `\nNobody was invited. Each row is in ${resultsPath}` : "\nNobody was invited.");
  else if (check.problems > 0 && !options.skipProblems)
    printAside("\nNobody was invited. Mend these rows, or leave them out with --skip-problems.");
}

function findings(check: FileCheck, again: boolean): [number, string][] {
  const left = again ? "not accepted yet: invited again" : "invited before: left alone (or --again)";
  const all: [number, string][] = [
    [check.newGuests, check.newGuests === 1 ? "new guest" : "new guests"],
    [check.alreadyInvited, left],
    [check.alreadyAccepted, "accepted before: left alone"],
    [check.repeated, "the same address again: left out"],
    [check.problems, check.problems === 1 ? "problem" : "problems"],
  ];
  return all.filter(([count], index) => count > 0 || index === 0);
}

/** Tells what became of the rows. */
export function printInvited(
  { options }: ImportRun,
  check: FileCheck,
  invited: RowsInvited,
  resultsPath: string,
): void {
  const done = invited.invited + invited.invitedAgain;
  // Of a few rows a rate would say nothing.
  const rate = invited.seconds > 2 ? `, ${number(done / invited.seconds)}/s` : "";
  print(`\nInvited ${number(done)} in ${durationText(invited.seconds)}${rate}`);
  if (invited.refused > 0) print(`  ${rows(invited.refused)} left out: the results say why`);
  print(`  results  ${resultsPath}${options.links ? "   (holds links: keep it to yourself)" : ""}`);
  if (invited.isStopped)
    printAside(
      `\nStopped after ${number(invited.rows)} of ${rows(check.rows)}. Run the same command again to go on.`,
    );
}

function rows(count: number): string {
  return `${number(count)} ${count === 1 ? "row" : "rows"}`;
}

function number(value: number): string {
  return Math.round(value).toLocaleString("en");
}
