import type { Context } from "hono";
import { providerManagers } from "../../../domain/federation/rules/provider-managers.ts";
import type { Machine } from "../../../platform/machine.ts";
import { requireRole } from "../my-apps/require-role.ts";
import type { SignedInPerson } from "../my-apps/signed-in-person.ts";

const path = "/providers";

/** The person signed in who may manage identity providers; otherwise the answer: to sign in, or that they may not. */
export function requireManager(c: Context, machine: Machine): Promise<SignedInPerson | Response> {
  return requireRole(c, machine, { roles: providerManagers, problem: "may-not-manage-providers", path });
}

/** Of the page of identity providers. */
export function addressOf({ tenant }: SignedInPerson): string {
  return `${path}?tenant=${tenant.tenantId}`;
}
