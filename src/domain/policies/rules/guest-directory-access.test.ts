import { expect, it } from "vitest";
import { guestDirectoryAccess } from "./guest-directory-access.ts";

it.each([
  ["restricted", "member", [], "everybody"],
  ["member", "guest", [], "everybody"],
  ["limited", "guest", [], "somebody-named"],
  ["restricted", "guest", [], "oneself"],
  ["restricted", "guest", ["guest-inviter"], "oneself"],
  ["restricted", "guest", ["directory-reader"], "everybody"],
] as const)("under %s access, a %s with roles %j reads %s", (guestAccess, userKind, roles, expected) => {
  expect(guestDirectoryAccess({ settings: { guestAccess }, reader: { userKind, roles } })).toBe(expected);
});
