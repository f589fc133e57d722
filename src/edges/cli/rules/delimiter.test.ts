import { expect, it } from "vitest";
import { detectDelimiter } from "./delimiter.ts";

it.each([
  ["email,name\na@b.example;x,y", ","],
  ["email;name;message\n", ";"],
  ["email\tname\n", "\t"],
  ["version:v1.0,,,\nemail;name\n", ";"],
  ['"email, of the guest";name\n', ";"],
  ["\n\nemail;name", ";"],
  ["email\r\na@b.example", ","],
  ["", ","],
])("finds the delimiter of %j", (beginning, delimiter) => {
  expect(detectDelimiter(beginning)).toBe(delimiter);
});
