import { expect, it } from "vitest";
import { harmlessCell } from "./harmless-cell.ts";

it.each(["=1+1", "+49 30", "-x", "@sum(a1)", "\t=1", "\r=1", "\n=1", "＝1"])("disarms %j", (text) => {
  expect(harmlessCell(text)).toBe(`'${text}`);
});

it.each(["", "ana@fabrikam.example", "a=b", "1-2", "The same address stands in row 3."])(
  "leaves %j as it is",
  (text) => {
    expect(harmlessCell(text)).toBe(text);
  },
);
