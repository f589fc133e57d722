import type { InviteRequest } from "../../domain/invitations/rules/invite-request.ts";
import { normalizeEmailAddress, parseEmailAddress } from "../../foundation/email-address.ts";
import type { Result } from "../../foundation/result.ts";
import { type InviteFile, readInviteFile } from "./read-invite-file.ts";
import type { RequestOfRow } from "./request-of-row.ts";
import type { RowProblem } from "./rules/explain-refusal.ts";

/** A row as an invitation. */
export interface RequestedRow {
  readonly row: number;
  readonly email: string;
  readonly request: Result<InviteRequest, RowProblem>;
  /** The row where the same address stood before. */
  readonly repeats: number | undefined;
}

/** Rows that are worked off together: as many as the domain writes in one transaction. */
const chunkSize = 200;

/** Reads the invitations in a file, chunk by chunk; only the addresses seen stay in memory. */
export async function* requestedRows(
  file: InviteFile,
  requestOf: RequestOfRow,
  watch: {
    readonly onBytes?: (count: number) => void;
    readonly onUnusedColumns?: (columns: readonly string[]) => void;
  } = {},
): AsyncGenerator<readonly RequestedRow[]> {
  const firstRowOf = new Map<string, number>();
  let chunk: RequestedRow[] = [];
  let isFirst = true;
  for await (const { row, email, content, headings } of readInviteFile(file, watch.onBytes ?? ignore)) {
    if (isFirst && headings.unused.length > 0) watch.onUnusedColumns?.(headings.unused);
    isFirst = false;
    const request = content.ok ? await requestOf(content.value) : content;
    const address = request.ok ? parseEmailAddress(email) : undefined;
    const key = address && normalizeEmailAddress(address);
    chunk.push({ row, email, request, repeats: key && firstRowOf.get(key) });
    if (key !== undefined && !firstRowOf.has(key)) firstRowOf.set(key, row);
    if (chunk.length < chunkSize) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

function ignore(): void {}
