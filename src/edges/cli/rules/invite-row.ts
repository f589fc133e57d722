import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { InviteColumn, InviteHeadings } from "./invite-headings.ts";

/** One row of an import as it was written; empty cells are undefined. */
export interface InviteRow {
  readonly email: string;
  readonly name: string | undefined;
  readonly message: string | undefined;
  readonly language: string | undefined;
  readonly redirectUrl: string | undefined;
  readonly sponsors: readonly string[];
  readonly application: string | undefined;
  readonly copies: readonly string[];
  readonly sendMail: boolean | undefined;
  /** Null: the link never expires. */
  readonly lifetimeDays: number | null | undefined;
}

export type RowRefusal =
  | { readonly code: "too-many-cells"; readonly count: number; readonly expected: number }
  | { readonly code: "send-mail-unclear"; readonly text: string }
  | { readonly code: "lifetime-unclear"; readonly text: string };

/** Reads a row below the headings. */
export function readInviteRow(
  headings: InviteHeadings,
  cells: readonly string[],
): Result<InviteRow, RowRefusal> {
  const expected = headings.columns.length;
  if (cells.slice(expected).some((cell) => cell.trim() !== ""))
    return refuse({ code: "too-many-cells", count: cells.length, expected });
  const cell = (column: InviteColumn): string | undefined => {
    const text = cells[headings.columns.indexOf(column)]?.trim();
    return text === "" ? undefined : text;
  };
  const sendMail = readSendMail(headings, cell("sendMail"));
  if (!sendMail.ok) return sendMail;
  const lifetimeDays = readLifetime(cell("lifetimeDays"));
  if (!lifetimeDays.ok) return lifetimeDays;
  return accept({
    email: cell("email") ?? "",
    name: cell("name"),
    message: cell("message"),
    language: cell("language"),
    redirectUrl: cell("redirectUrl"),
    sponsors: list(cell("sponsors")),
    application: cell("application"),
    copies: list(cell("copies")),
    sendMail: sendMail.value,
    lifetimeDays: lifetimeDays.value,
  });
}

/** Rows that spreadsheets leave behind at the end, and the one that the template shows as an example. */
export function isRowToSkip(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "") || /^example\s*:/i.test(cells[0]?.trim() ?? "");
}

const yes = ["true", "yes", "1"];
const no = ["false", "no", "0"];

/** In the template an empty cell means no mail, as it does in the product the template comes from. */
function readSendMail(
  { layout }: InviteHeadings,
  text: string | undefined,
): Result<boolean | undefined, RowRefusal> {
  if (text === undefined) return accept(layout === "template" ? false : undefined);
  const word = text.toLowerCase();
  if (yes.includes(word)) return accept(true);
  if (no.includes(word)) return accept(false);
  return refuse({ code: "send-mail-unclear", text });
}

function readLifetime(text: string | undefined): Result<number | null | undefined, RowRefusal> {
  if (text === undefined) return accept(undefined);
  if (text.toLowerCase() === "never") return accept(null);
  return /^\d{1,6}$/.test(text) ? accept(Number(text)) : refuse({ code: "lifetime-unclear", text });
}

function list(text: string | undefined): string[] {
  return (text ?? "").split(/[\s,;]+/).filter((part) => part !== "");
}
