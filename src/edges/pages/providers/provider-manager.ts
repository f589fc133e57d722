import type { Context } from "hono";
import { rolesOf } from "../../../domain/directory/find-roles.ts";
import { providerManagers } from "../../../domain/federation/rules/provider-managers.ts";
import type { Machine } from "../../../platform/machine.ts";
import { frameOf } from "../layout/frame-of.ts";
import { requirePerson, type SignedInPerson } from "../my-apps/signed-in-person.ts";
import { problemPage } from "../views/problem-page.ts";

/** Whether somebody may manage the organisation's identity providers. */
export async function mayManageProviders(
  machine: Machine,
  { tenant, user }: SignedInPerson,
): Promise<boolean> {
  const roles = await rolesOf(machine.database, tenant.tenantId, user.userId);
  return roles.some((role) => providerManagers.includes(role));
}

/** The person signed in who may; otherwise the answer: to sign in, or that they may not. */
export async function requireManager(c: Context, machine: Machine): Promise<SignedInPerson | Response> {
  const person = await requirePerson(c, machine);
  if (person instanceof Response || (await mayManageProviders(machine, person))) return person;
  return c.html(
    problemPage({
      frame: frameOf(c, machine, person.tenant, { path: addressOf(person) }),
      problem: "may-not-manage-providers",
      address: addressOfPerson(person),
      nextUrl: `/myapps?tenant=${person.tenant.tenantId}`,
    }),
    403,
  );
}

/** Of the page of identity providers. */
export function addressOf({ tenant }: SignedInPerson): string {
  return `/providers?tenant=${tenant.tenantId}`;
}

/** What the person signed in is called. */
export function addressOfPerson({ account, user }: SignedInPerson): string {
  return account.email ?? user.userPrincipalName;
}
