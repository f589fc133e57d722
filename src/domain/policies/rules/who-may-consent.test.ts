import { expect, it } from "vitest";
import type { DirectoryRole } from "../../directory/rules/directory-role.ts";
import { whoMayConsent } from "./who-may-consent.ts";

it.each<[string, "everyone" | "nobody", DirectoryRole[], boolean, ReturnType<typeof whoMayConsent>]>([
  ["anybody, unless the tenant decided otherwise", "everyone", [], false, "for-oneself"],
  ["nobody, where the tenant decided so", "nobody", ["guest-inviter"], false, "not-at-all"],
  ["nobody, for an application that admits only assigned people", "everyone", [], true, "not-at-all"],
  ["an administrator for everybody, always", "nobody", ["global-administrator"], true, "for-everybody"],
])("lets %s", (_name, userConsent, roles, assignmentRequired, right) => {
  expect(whoMayConsent({ settings: { userConsent }, roles, assignmentRequired })).toBe(right);
});
