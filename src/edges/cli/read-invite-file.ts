import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { CsvError, parse } from "csv-parse";
import type { Result } from "../../foundation/result.ts";
import { CommandRefused } from "./command-refused.ts";
import { type Delimiter, detectDelimiter } from "./rules/delimiter.ts";
import {
  type HeadingsRefusal,
  type InviteHeadings,
  isVersionRow,
  readHeadings,
} from "./rules/invite-headings.ts";
import { type InviteRow, isRowToSkip, type RowRefusal, readInviteRow } from "./rules/invite-row.ts";

export interface InviteFile {
  readonly path: string;
  readonly size: number;
  readonly delimiter: Delimiter;
}

/** A row of people, under the number that a spreadsheet shows for it. */
export interface FileRow {
  readonly row: number;
  readonly headings: InviteHeadings;
  readonly content: Result<InviteRow, RowRefusal>;
  /** As written, also when the row cannot be used. */
  readonly email: string;
}

const beginningBytes = 64 * 1024;
/** A quote that is never closed must not draw the whole file into memory. */
const largestRowBytes = 1024 * 1024;

/** Looks at the beginning of a file of people to invite. Throws CommandRefused when it cannot be read. */
export async function openInviteFile(path: string): Promise<InviteFile> {
  try {
    await using file = await open(path, "r");
    const found = await file.stat();
    if (!found.isFile()) throw new CommandRefused(`${path} is not a file.`);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(beginningBytes), 0, beginningBytes, 0);
    const beginning = buffer.subarray(0, bytesRead);
    if (beginning.includes(0)) throw new CommandRefused(notUtf8(path));
    return { path, size: found.size, delimiter: detectDelimiter(beginning.toString()) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new CommandRefused(`There is no file ${path}.`);
    if (code === "EACCES") throw new CommandRefused(`The file ${path} may not be read by this user.`);
    throw error;
  }
}

/** Reads the people in a file one by one, however many there are. Throws CommandRefused at what is not CSV. */
export async function* readInviteFile(
  file: InviteFile,
  onBytes: (count: number) => void,
): AsyncGenerator<FileRow> {
  let row = 0;
  let headings: InviteHeadings | undefined;
  const records = parse({
    delimiter: file.delimiter,
    relax_column_count: true,
    max_record_size: largestRowBytes,
  });
  pipeline(textOf(file, onBytes), records, () => undefined); // Its error arrives through the records.
  try {
    for await (const record of records) {
      const cells = record as string[];
      row += 1;
      if (row === 1 && isVersionRow(cells)) continue;
      if (headings === undefined) headings = headingsOf(file, cells);
      else if (!isRowToSkip(cells)) {
        const email = cells[headings.columns.indexOf("email")]?.trim() ?? "";
        yield { row, headings, content: readInviteRow(headings, cells), email };
      }
    }
  } catch (error) {
    throw error instanceof CsvError ? new CommandRefused(explainCsvError(file, error)) : error;
  }
  if (headings === undefined) throw new CommandRefused(`${file.path} holds no row of headings.`);
}

async function* textOf(file: InviteFile, onBytes: (count: number) => void): AsyncGenerator<string> {
  // Also drops the byte order mark that spreadsheets put in front.
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of createReadStream(file.path)) {
      const bytes = chunk as Buffer;
      onBytes(bytes.length);
      yield decoder.decode(bytes, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "ERR_ENCODING_INVALID_ENCODED_DATA"
      ? new CommandRefused(notUtf8(file.path))
      : error;
  }
}

function headingsOf(file: InviteFile, cells: readonly string[]): InviteHeadings {
  const headings = readHeadings(cells);
  if (headings.ok) return headings.value;
  throw new CommandRefused(`${file.path} cannot be read: ${headingsSentence(headings.refusal)}`);
}

function headingsSentence(refusal: HeadingsRefusal): string {
  return refusal.code === "column-twice"
    ? `the column "${refusal.heading}" is there twice, perhaps under another name.`
    : 'its first row must name the columns, and one of them must be "email".\n  email,name,message,language,redirect_url,app,sponsor,cc,send_mail,lifetime_days';
}

function notUtf8(path: string): string {
  return `${path} is not UTF-8 text. Save it again as "CSV UTF-8 (comma delimited)".`;
}

function explainCsvError({ path }: InviteFile, error: CsvError): string {
  // The reader is ahead of us: it says itself how many rows were whole.
  const row = Number(error["records"] ?? 0) + 1;
  const where = `${path}, row ${row.toLocaleString("en")}`;
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
    case "CSV_MAX_RECORD_SIZE":
      return `${where}: a double quote begins a cell and none ends it.`;
    case "INVALID_OPENING_QUOTE":
    case "CSV_INVALID_CLOSING_QUOTE":
      return `${where}: a double quote stands inside a cell. Put the cell in double quotes and write "" for each one inside.`;
    default:
      return `${where}: ${error.message}`;
  }
}
