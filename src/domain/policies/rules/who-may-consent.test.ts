import { expect, it } from "vitest";
import type { DirectoryRole } from "../../directory/rules/directory-role.ts";
import { whoMayConsent } from "./who-may-consent.ts";

const ordinary = {
  settings: { userConsent: "everyone" as const },
  roles: [] as DirectoryRole[],
  assignmentRequired: false,
  asksGraphRoles: false,
};

it.each<[string, Partial<Parameters<typeof whoMayConsent>[0]>, ReturnType<typeof whoMayConsent>]>([
  ["anybody, unless the tenant decided otherwise", {}, "for-oneself"],
  [
    "nobody, where the tenant decided so",
    { settings: { userConsent: "nobody" }, roles: ["guest-inviter"] },
    "not-at-all",
  ],
  ["nobody, for an application that admits only assigned people", { assignmentRequired: true }, "not-at-all"],
  [
    "an administrator for everybody, always",
    { settings: { userConsent: "nobody" }, roles: ["global-administrator"], assignmentRequired: true },
    "for-everybody",
  ],
  ["who runs applications for everybody", { roles: ["cloud-application-administrator"] }, "for-everybody"],
  [
    "not who only runs applications, where one wants to use Graph by itself",
    { roles: ["application-administrator"], asksGraphRoles: true },
    "not-at-all",
  ],
  [
    "who runs directory roles, where an application wants to use Graph by itself",
    { roles: ["privileged-role-administrator"], asksGraphRoles: true },
    "for-everybody",
  ],
  [
    "no ordinary person, where an application wants to use Graph by itself",
    { asksGraphRoles: true },
    "not-at-all",
  ],
])("lets %s", (_name, change, right) => {
  expect(whoMayConsent({ ...ordinary, ...change })).toBe(right);
});
