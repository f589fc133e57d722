import { expect, it } from "vitest";
import { nameToldByApple } from "./name-told-by-apple.ts";

const told = (user: unknown) =>
  nameToldByApple(new URLSearchParams({ user: typeof user === "string" ? user : JSON.stringify(user) }));

it("is read from what came beside the code", () => {
  expect(told({ name: { firstName: "Vera", lastName: "Lind" }, email: "v@icloud.com" })).toBe("Vera Lind");
  expect(told({ name: { firstName: "Vera" } })).toBe("Vera");
});

it.each([
  ["no JSON", "{"],
  ["no name", {}],
  ["a name that is none", { name: 1 }],
  ["an empty one", { name: { firstName: " ", lastName: "" } }],
  ["one too long", { name: { firstName: "x".repeat(200) } }],
  ["one that breaks lines", { name: { firstName: "a\nb" } }],
])("is not there for %s", (_name, user) => {
  expect(told(user)).toBeUndefined();
});

it("is not there the second time", () => {
  expect(nameToldByApple(new URLSearchParams())).toBeUndefined();
});
