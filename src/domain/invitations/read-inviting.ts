import type { TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Actor } from "../audit/circumstances.ts";
import { rolesOf } from "../directory/find-roles.ts";
import { findTenant } from "../directory/find-tenant.ts";
import { findUser } from "../directory/find-user.ts";
import type { Tenant } from "../directory/rules/tenant.ts";
import { readCollaborationSettings } from "../policies/read-collaboration-settings.ts";
import { readDomainRestriction } from "../policies/read-domain-policy.ts";
import type { CollaborationSettings } from "../policies/rules/collaboration-settings.ts";
import type { DomainRestriction } from "../policies/rules/domain-restriction.ts";
import { type Inviter as InviterRights, whoMayInvite } from "../policies/rules/who-may-invite.ts";
import type { Inviter } from "./rules/invitation.ts";
import type { InviterRefusal } from "./rules/invite-refusal.ts";

/** An inviter who may invite, and the organisation they invite to. */
export interface Inviting {
  readonly tenant: Tenant;
  readonly settings: CollaborationSettings;
  readonly restriction: DomainRestriction;
  readonly inviter: Inviter;
  readonly rights: InviterRights;
}

/** Finds out who invites and whether the organisation lets them. */
export async function readInviting(
  machine: Machine,
  actor: Actor,
  tenantId: TenantId,
): Promise<Result<Inviting, InviterRefusal>> {
  const tenant = await findTenant(machine.database, tenantId);
  if (tenant === undefined) return refuse({ code: "tenant-unknown" });
  const [settings, restriction, known] = await Promise.all([
    readCollaborationSettings(machine.database, tenantId),
    readDomainRestriction(machine.database, tenantId),
    identify(machine, actor, tenant),
  ]);
  if (known === undefined) return refuse({ code: "inviter-unknown" });
  const decision = whoMayInvite({ settings, inviter: known.rights });
  return decision.ok ? accept({ tenant, settings, restriction, ...known }) : decision;
}

async function identify(
  machine: Machine,
  actor: Actor,
  tenant: Tenant,
): Promise<Pick<Inviting, "inviter" | "rights"> | undefined> {
  switch (actor.kind) {
    case "unknown":
    case "service":
      return undefined;
    case "operator":
      // The mail must name somebody the guest can know.
      return { inviter: { kind: "operator", name: tenant.displayName }, rights: { kind: "operator" } };
    case "application": {
      const { servicePrincipalId, displayName: name } = actor;
      return {
        inviter: { kind: "application", servicePrincipalId, name },
        rights: { kind: "application" },
      };
    }
    case "user": {
      const [user, roles] = await Promise.all([
        findUser(machine.database, tenant.tenantId, actor.userId),
        rolesOf(machine.database, tenant.tenantId, actor.userId),
      ]);
      if (user?.accountEnabled !== true) return undefined;
      const { userId, displayName: name, mail: email } = user;
      return {
        inviter: { kind: "user", userId, name, email },
        rights: { kind: "user", userKind: user.kind, roles },
      };
    }
  }
}
