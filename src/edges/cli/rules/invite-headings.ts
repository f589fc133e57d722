import { accept, type Result, refuse } from "../../../foundation/result.ts";

/** What a column of an import can hold. */
export type InviteColumn =
  | "email"
  | "name"
  | "message"
  | "language"
  | "redirectUrl"
  | "sponsors"
  | "application"
  | "copies"
  | "sendMail"
  | "lifetimeDays";

export interface InviteHeadings {
  /** `template`: the bulk-invite template of the Entra admin center, whose property names stand in brackets. */
  readonly layout: "template" | "own";
  /** What each cell of a row is; undefined for a column that is not used. */
  readonly columns: readonly (InviteColumn | undefined)[];
  readonly unused: readonly string[];
}

export type HeadingsRefusal =
  | { readonly code: "email-column-missing" }
  | { readonly code: "column-twice"; readonly heading: string };

/** Headings in lower case and without blanks, underscores and hyphens. */
const columnOf: Readonly<Record<string, InviteColumn>> = {
  email: "email",
  emailaddress: "email",
  mail: "email",
  inviteeemail: "email",
  inviteduseremailaddress: "email",
  name: "name",
  displayname: "name",
  inviteduserdisplayname: "name",
  message: "message",
  customizedmessagebody: "message",
  language: "language",
  messagelanguage: "language",
  redirecturl: "redirectUrl",
  inviteredirecturl: "redirectUrl",
  sponsor: "sponsors",
  sponsors: "sponsors",
  app: "application",
  application: "application",
  cc: "copies",
  sendmail: "sendMail",
  sendemail: "sendMail",
  sendinvitationmessage: "sendMail",
  lifetimedays: "lifetimeDays",
};

/** Reads the row of headings. Columns nobody knows are left aside; the one with addresses must be there. */
export function readHeadings(cells: readonly string[]): Result<InviteHeadings, HeadingsRefusal> {
  const names = cells.map((cell) => /\[([^\]]+)\]/.exec(cell)?.[1]);
  const columns = cells.map((cell, index) => {
    const name = (names[index] ?? cell).toLowerCase().replace(/[\s_-]+/g, "");
    return Object.hasOwn(columnOf, name) ? columnOf[name] : undefined;
  });
  const twice = columns.findIndex((column, index) => column && columns.indexOf(column) < index);
  if (twice >= 0) return refuse({ code: "column-twice", heading: cells[twice] ?? "" });
  if (!columns.includes("email")) return refuse({ code: "email-column-missing" });
  return accept({
    layout: names.some((name) => name !== undefined) ? "template" : "own",
    columns,
    unused: cells.filter((cell, index) => columns[index] === undefined && cell.trim() !== ""),
  });
}

/** Whether this first row is the template's line that names its version. */
export function isVersionRow(cells: readonly string[]): boolean {
  return /^version:/i.test(cells[0]?.trim() ?? "");
}
