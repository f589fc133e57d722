import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { CommandRefused } from "./command-refused.ts";
import { type FileRow, openInviteFile, readInviteFile } from "./read-invite-file.ts";

const folder = mkdtempSync(join(tmpdir(), "guesthouse-file-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(content: string | Buffer): Promise<FileRow[]> {
  const path = join(folder, "guests.csv");
  writeFileSync(path, content);
  const rows: FileRow[] = [];
  for await (const row of readInviteFile(await openInviteFile(path), () => undefined)) rows.push(row);
  return rows;
}

it("numbers rows as a spreadsheet does, over empty rows and cells of several lines", async () => {
  const rows = await read('email,message\na@x.example,"one\ntwo"\n\n,\nb@x.example,\n');
  expect(rows.map(({ row, email }) => [row, email])).toEqual([
    [2, "a@x.example"],
    [5, "b@x.example"],
  ]);
});

it("does not mind where the file is cut into pieces on its way", async () => {
  const name = "Jürgen 山田 😀 ".repeat(50);
  const lines = Array.from({ length: 500 }, (_, number) => `g${number}@x.example,"${name}"\r\n`);
  const rows = await read(`\ufeffemail,name\r\n${lines.join("")}`);
  expect(rows).toHaveLength(500);
  expect(rows.every(({ content }) => content.ok && content.value.name === name.trim())).toBe(true);
});

it.each([
  [
    "text in another encoding",
    Buffer.from("email,name\na@x.example,J\xfcrgen\n", "latin1"),
    /not UTF-8.*CSV UTF-8/,
  ],
  ["UTF-16", Buffer.from("email\na@x.example\n", "utf16le"), /not UTF-8/],
  ["a character cut off at the end", Buffer.from([...Buffer.from("email\na"), 0xc3]), /not UTF-8/],
  [
    "a quote that is not closed",
    'email,name\na@x.example,"Ana\nb@x.example,Bo\n',
    /row 2: a double quote begins/,
  ],
  [
    "a quote that is not closed in a large file",
    `email,name\na@x.example,"${"x".repeat(2_000_000)}`,
    /row 2: a double quote begins/,
  ],
  [
    "a quote inside a cell",
    'email,name\na@x.example,Ana\nb@x.example,Bo "the boss" Holm\n',
    /row 3: a double quote stands inside/,
  ],
  ["no headings", "a@x.example,Ana\n", /first row must name the columns/],
  ["a column that is there twice", "email,mail\n", /"mail" is there twice/],
  ["nothing", "", /no row of headings/],
])("refuses %s and says what to do", async (_, content, complaint) => {
  const reading = read(content);
  await expect(reading).rejects.toThrow(CommandRefused);
  await expect(reading).rejects.toThrow(complaint);
});

it("refuses what is not there, and what is not a file", async () => {
  await expect(openInviteFile(join(folder, "missing.csv"))).rejects.toThrow(/There is no file/);
  await expect(openInviteFile(folder)).rejects.toThrow(/is not a file/);
});
