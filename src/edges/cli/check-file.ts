import type { Actor } from "../../domain/audit/circumstances.ts";
import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import { type InvitationForecast, previewInvitations } from "../../domain/invitations/preview-invitations.ts";
import type { InviteRefusal } from "../../domain/invitations/rules/invite-refusal.ts";
import type { InviteRequest } from "../../domain/invitations/rules/invite-request.ts";
import type { Result } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { CommandRefused } from "./command-refused.ts";
import type { RequestedRow } from "./requested-rows.ts";
import { explainRefusal } from "./rules/explain-refusal.ts";
import type { RowResult } from "./rules/row-result.ts";

/** What inviting everybody in a file would do. */
export interface FileCheck {
  readonly rows: number;
  readonly newGuests: number;
  readonly alreadyInvited: number;
  readonly alreadyAccepted: number;
  readonly repeated: number;
  readonly problems: number;
  /** New guests who get no mail, so that only their link can bring them in. */
  readonly withoutMail: number;
  readonly firstProblems: readonly RowResult[];
}

/** Problems shown at a terminal; all of them are in the results file. */
const mostProblemsShown = 20;

/** Checks every row and writes nothing but results. */
export async function checkFile(
  machine: Machine,
  actor: Actor,
  tenant: Tenant,
  chunks: AsyncIterable<readonly RequestedRow[]>,
  keep: (results: readonly RowResult[]) => Promise<void>,
): Promise<FileCheck> {
  const counts = {
    rows: 0,
    newGuests: 0,
    alreadyInvited: 0,
    alreadyAccepted: 0,
    repeated: 0,
    problems: 0,
    withoutMail: 0,
  };
  const firstProblems: RowResult[] = [];
  for await (const chunk of chunks) {
    const results = await checkChunk(machine, actor, tenant, chunk);
    for (const [index, { result }] of results.entries()) {
      counts.rows += 1;
      counts[countOf[result]] += 1;
      const request = chunk[index]?.request;
      if (result === "invited" && request?.ok && !request.value.sendMail) counts.withoutMail += 1;
    }
    firstProblems.push(
      ...results
        .filter(({ result }) => result === "refused")
        .slice(0, mostProblemsShown - firstProblems.length),
    );
    await keep(results);
  }
  return { ...counts, firstProblems };
}

const countOf = {
  invited: "newGuests",
  "invited-again": "alreadyInvited",
  "already-invited": "alreadyInvited",
  "already-accepted": "alreadyAccepted",
  repeated: "repeated",
  refused: "problems",
} as const;

async function checkChunk(
  machine: Machine,
  actor: Actor,
  { tenantId }: Tenant,
  chunk: readonly RequestedRow[],
): Promise<RowResult[]> {
  const requests = chunk.flatMap(({ request }) => (request.ok ? [request.value] : []));
  const preview = await previewInvitations(machine, actor, { tenantId, requests });
  if (!preview.ok) throw new CommandRefused(explainRefusal(preview.refusal));
  const forecasts = new Map(requests.map((request, index) => [request, preview.value[index]]));
  return chunk.map((row) => checkedRow(row, forecasts));
}

type Forecasts = ReadonlyMap<InviteRequest, Result<InvitationForecast, InviteRefusal> | undefined>;

function checkedRow({ row, email, request, repeats }: RequestedRow, forecasts: Forecasts): RowResult {
  const nothing = { row, email, userId: undefined, link: undefined, error: undefined };
  if (!request.ok) return { ...nothing, result: "refused", error: explainRefusal(request.refusal) };
  const forecast = forecasts.get(request.value);
  if (forecast === undefined) throw new Error("a row was left without a forecast");
  if (!forecast.ok) return { ...nothing, result: "refused", error: explainRefusal(forecast.refusal) };
  if (repeats !== undefined) return { ...nothing, result: "repeated", error: repetition(repeats) };
  const { step, userId } = forecast.value;
  if (step === "new-guest") return { ...nothing, result: "invited" };
  const result = step === "already-accepted" ? "already-accepted" : "already-invited";
  return { ...nothing, result, userId };
}

/** What is said of a row whose address stood in the file before. */
export function repetition(firstRow: number): string {
  return `The same address stands in row ${firstRow}.`;
}
