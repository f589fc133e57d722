import type { Machine } from "../../platform/machine.ts";
import { actingPerson } from "./acting-person.ts";
import { checkFile, type FileCheck } from "./check-file.ts";
import { chooseTenant } from "./choose-tenant.ts";
import type { ImportRun } from "./import-run.ts";
import type { InviteOptions } from "./invite-options.ts";
import { inviteRows, type RowsInvited } from "./invite-rows.ts";
import { printAside, printJson } from "./print.ts";
import { printCheck, printInvited } from "./print-import.ts";
import { openInviteFile } from "./read-invite-file.ts";
import { requestsOfRows } from "./request-of-row.ts";
import { requestedRows } from "./requested-rows.ts";
import { makeResultsFile, type ResultsFile } from "./results-file.ts";
import type { SetExitCode } from "./set-exit-code.ts";
import { showProgress } from "./show-progress.ts";
import { untilAskedToStop } from "./until-asked-to-stop.ts";

/** Invites everybody in a file: checks all rows first, then invites chunk by chunk and writes down each result. */
export async function inviteFromFile(
  machine: Machine,
  path: string,
  options: InviteOptions,
  setExitCode: SetExitCode,
): Promise<void> {
  const file = await openInviteFile(path);
  const tenant = await chooseTenant(machine, options);
  const circumstances = await actingPerson(machine, tenant, options.as);
  const requestOf = await requestsOfRows(machine, tenant, options);
  const run: ImportRun = { machine, tenant, circumstances, file, requestOf, options };

  const { check, resultsPath } = await checkImport(run);
  if (check.problems > 0) setExitCode(1);
  if (!options.json) printCheck(run, check, resultsPath);
  if (options.dryRun || (check.problems > 0 && !options.skipProblems)) {
    if (options.json) printJson(summary(run, check, undefined, resultsPath));
    return;
  }
  const { invited, results } = await carryOut(run, check);
  if (invited.isStopped) setExitCode(130);
  else if (invited.refused > 0) setExitCode(1);
  if (options.json) printJson(summary(run, check, invited, results.path));
  else printInvited(run, check, invited, results.path);
}

/** Checks the whole file. When that is all, or there are problems, `--results` gets what was found. */
async function checkImport(
  run: ImportRun,
): Promise<{ readonly check: FileCheck; readonly resultsPath: string | undefined }> {
  const { machine, circumstances, tenant, file, requestOf, options } = run;
  const progress = showProgress("Checking", file.size, { unit: undefined, isQuiet: options.json });
  const rows = requestedRows(file, requestOf, {
    onBytes: (count) => progress.advance(count),
    onUnusedColumns: (columns) => printAside(`Not used: ${columns.map((name) => `"${name}"`).join(", ")}`),
  });
  const results =
    options.dryRun && options.results !== undefined ? await makeResults(run, options.results) : undefined;
  try {
    const check = await checkFile(machine, circumstances.actor, tenant, rows, async (found) =>
      results?.write(found),
    );
    return { check, resultsPath: results?.path };
  } finally {
    progress.stop();
    await results?.close();
  }
}

async function carryOut(
  run: ImportRun,
  check: FileCheck,
): Promise<{ readonly invited: RowsInvited; readonly results: ResultsFile }> {
  const stop = new AbortController();
  void untilAskedToStop().then(() => stop.abort());
  const results = await makeResults(run, run.options.results);
  const progress = showProgress("Inviting", check.rows, { unit: "rows", isQuiet: run.options.json });
  try {
    return { invited: await inviteRows(run, results, progress, stop.signal), results };
  } finally {
    progress.stop();
    await results.close();
  }
}

function makeResults({ file, options }: ImportRun, path: string | undefined): Promise<ResultsFile> {
  const { delimiter } = file;
  return makeResultsFile(file.path, { path, withLinks: options.links, delimiter });
}

function summary(
  { tenant, file, options }: ImportRun,
  check: FileCheck,
  invited: RowsInvited | undefined,
  resultsFile: string | undefined,
): object {
  const { firstProblems, ...counts } = check;
  return {
    tenantId: tenant.tenantId,
    file: file.path,
    dryRun: options.dryRun,
    checked: {
      ...counts,
      firstProblems: firstProblems.map(({ row, email, error }) => ({ row, email, error })),
    },
    invited: invited ?? null,
    resultsFile: resultsFile ?? null,
  };
}
