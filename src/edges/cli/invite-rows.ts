import { type InvitedBefore, inviteNewGuests } from "../../domain/invitations/invite-guests.ts";
import type { InvitedGuest } from "../../domain/invitations/record-invitations.ts";
import type { InviteRefusal } from "../../domain/invitations/rules/invite-refusal.ts";
import type { InviteRequest } from "../../domain/invitations/rules/invite-request.ts";
import type { Result } from "../../foundation/result.ts";
import { repetition } from "./check-file.ts";
import { CommandRefused } from "./command-refused.ts";
import type { ImportRun } from "./import-run.ts";
import { type RequestedRow, requestedRows } from "./requested-rows.ts";
import type { ResultsFile } from "./results-file.ts";
import { explainRefusal } from "./rules/explain-refusal.ts";
import { type RowResult, type RowResultWord, wordOfStep } from "./rules/row-result.ts";
import type { Progress } from "./show-progress.ts";

/** What became of the rows of a file. */
export interface RowsInvited {
  readonly rows: number;
  readonly invited: number;
  readonly invitedAgain: number;
  readonly alreadyInvited: number;
  readonly alreadyAccepted: number;
  readonly repeated: number;
  readonly refused: number;
  readonly seconds: number;
  readonly isStopped: boolean;
}

const countOf: { readonly [Word in RowResultWord]: keyof RowsInvited } = {
  invited: "invited",
  "invited-again": "invitedAgain",
  "already-invited": "alreadyInvited",
  "already-accepted": "alreadyAccepted",
  repeated: "repeated",
  refused: "refused",
};

/**
 * Invites the rows of a checked file. A chunk is done and written down before the next begins, so that wherever the
 * run ends, the same command goes on from there.
 */
export async function inviteRows(
  run: ImportRun,
  results: ResultsFile,
  progress: Progress,
  stop: AbortSignal,
): Promise<RowsInvited> {
  const started = performance.now();
  const counts = { rows: 0, invited: 0, invitedAgain: 0, alreadyInvited: 0, alreadyAccepted: 0 };
  const ended = { repeated: 0, refused: 0, seconds: 0, isStopped: false };
  const tally: { -readonly [Count in keyof RowsInvited]: RowsInvited[Count] } = { ...counts, ...ended };
  try {
    for await (const chunk of requestedRows(run.file, run.requestOf)) {
      if (stop.aborted) {
        tally.isStopped = true;
        break;
      }
      const settled = await inviteChunk(run, chunk);
      await results.write(settled);
      for (const { result } of settled) (tally[countOf[result]] as number) += 1;
      tally.rows += settled.length;
      progress.advance(settled.length);
    }
  } catch (error) {
    if (error instanceof CommandRefused) throw error;
    progress.stop();
    run.machine.log.error({ error }, "an import stopped");
    throw new CommandRefused(
      `The import stopped after ${tally.rows.toLocaleString("en")} rows: ${(error as Error).message}\n` +
        "  When that is mended, run the same command again: it goes on where it stopped.",
    );
  }
  tally.seconds = Math.round(performance.now() - started) / 1000;
  return tally;
}

type Outcome = Result<InvitedGuest, InviteRefusal | InvitedBefore>;

async function inviteChunk(run: ImportRun, chunk: readonly RequestedRow[]): Promise<RowResult[]> {
  const { machine, circumstances, tenant, options } = run;
  const requests = chunk.flatMap(({ request, repeats }) =>
    request.ok && repeats === undefined ? [request.value] : [],
  );
  const outcomes = await inviteNewGuests(machine, circumstances, {
    tenantId: tenant.tenantId,
    requests,
    pendingToo: options.again,
  });
  if (!outcomes.ok) throw new CommandRefused(explainRefusal(outcomes.refusal));
  const outcomeOf = new Map(requests.map((request, index) => [request, outcomes.value[index]]));
  return chunk.map((row) => settledRow(row, outcomeOf, options.links));
}

function settledRow(
  { row, email, request, repeats }: RequestedRow,
  outcomes: ReadonlyMap<InviteRequest, Outcome | undefined>,
  withLink: boolean,
): RowResult {
  const nothing = { row, email, userId: undefined, link: undefined, error: undefined };
  if (!request.ok) return { ...nothing, result: "refused", error: explainRefusal(request.refusal) };
  if (repeats !== undefined) return { ...nothing, result: "repeated", error: repetition(repeats) };
  const outcome = outcomes.get(request.value);
  if (outcome === undefined) throw new Error("a row was left without an outcome");
  if (outcome.ok) {
    const { user, step, redeemUrl } = outcome.value;
    return {
      ...nothing,
      result: wordOfStep(step),
      userId: user.userId,
      link: withLink ? redeemUrl : undefined,
    };
  }
  const { refusal } = outcome;
  if (refusal.code !== "invited-before")
    return { ...nothing, result: "refused", error: explainRefusal(refusal) };
  const result = refusal.hasAccepted ? "already-accepted" : "already-invited";
  return { ...nothing, result, userId: refusal.userId };
}
