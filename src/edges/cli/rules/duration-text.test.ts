import { expect, it } from "vitest";
import { durationText } from "./duration-text.ts";

it.each([
  [-1, "0 s"],
  [0.4, "0 s"],
  [48, "48 s"],
  [119.4, "119 s"],
  [180, "3 min"],
  [7_500, "2 h 5 min"],
])("tells %d seconds as %s", (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});
