import type { PolicyOutcome } from "../../../domain/audit/rules/policy-outcome.ts";
import type { ErrorRow } from "./error-row.ts";
import { protocolErrorTable } from "./protocol-error-table.ts";

export type ProtocolErrorCode = keyof typeof protocolErrorTable;

/** A refusal by a rule: which error, and the part of the request it is about. */
export interface ProtocolRefusal {
  readonly code: ProtocolErrorCode;
  readonly detail?: string;
  /** Further word for clients, where it depends on who asks. */
  readonly suberror?: string;
  /** What a token must say before it is accepted, for the client to ask for. */
  readonly claims?: string;
  /** What the tenant's conditional access policies said, for the log. */
  readonly policyOutcomes?: readonly PolicyOutcome[];
  /** When it is worth asking again. */
  readonly retryAfterSeconds?: number;
}

/** An error as it goes to the client. */
export interface ProtocolError {
  readonly number: number;
  readonly error: string;
  readonly text: string;
  readonly suberror: string | undefined;
  readonly claims: string | undefined;
  readonly status: 400 | 401 | 405 | 429;
}

const longestDetail = 200;

/** What the client is told about a refusal. */
export function protocolError(refusal: ProtocolRefusal): ProtocolError {
  const row: ErrorRow = protocolErrorTable[refusal.code];
  return {
    number: row.number,
    error: row.error,
    text: row.text.replace("{detail}", () => printable(refusal.detail ?? "")),
    suberror: refusal.suberror ?? row.suberror,
    claims: refusal.claims,
    status: row.status ?? 400,
  };
}

/** RFC 6749 section 5.2 allows only printable ASCII without quote and backslash in a description. */
function printable(detail: string): string {
  return detail.slice(0, longestDetail).replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, "?");
}

/** The sentences behind a number, for the page that `error_uri` points to. */
export function meaningsOfNumber(number: number): string[] {
  return Object.values<ErrorRow>(protocolErrorTable)
    .filter((row) => row.number === number)
    .map(({ text }) => text.replace(/:? ?'?\{detail\}'?/, ""));
}

/** Every code there is. */
export const protocolErrorCodes: readonly ProtocolErrorCode[] = Object.keys(
  protocolErrorTable,
) as ProtocolErrorCode[];
