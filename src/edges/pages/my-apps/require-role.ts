import type { Context } from "hono";
import { rolesOf } from "../../../domain/directory/find-roles.ts";
import type { DirectoryRole } from "../../../domain/directory/rules/directory-role.ts";
import type { Machine } from "../../../platform/machine.ts";
import { frameOf } from "../layout/frame-of.ts";
import { problemPage } from "../views/problem-page.ts";
import { addressOfPerson, requirePerson, type SignedInPerson } from "./signed-in-person.ts";

/** Whether the person holds one of these roles in the organisation. */
export async function holdsRole(
  machine: Machine,
  { tenant, user }: SignedInPerson,
  roles: readonly DirectoryRole[],
): Promise<boolean> {
  const held = await rolesOf(machine.database, tenant.tenantId, user.userId);
  return held.some((role) => roles.includes(role));
}

/** Who may see an administrator's page. */
export interface PageRoles {
  readonly roles: readonly DirectoryRole[];
  /** What everybody else is told. */
  readonly problem: "may-not-manage-providers" | "may-not-manage-flows";
  /** Of the page, without its query. */
  readonly path: string;
}

/** The person signed in who may see a page; otherwise the answer: to sign in, or that they may not. */
export async function requireRole(
  c: Context,
  machine: Machine,
  { roles, problem, path }: PageRoles,
): Promise<SignedInPerson | Response> {
  const person = await requirePerson(c, machine);
  if (person instanceof Response || (await holdsRole(machine, person, roles))) return person;
  const { tenantId } = person.tenant;
  return c.html(
    problemPage({
      frame: frameOf(c, machine, person.tenant, { path: `${path}?tenant=${tenantId}` }),
      problem,
      address: addressOfPerson(person),
      nextUrl: `/myapps?tenant=${tenantId}`,
    }),
    403,
  );
}
