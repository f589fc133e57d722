import type { ServicePrincipalId, TenantId, UserId } from "../../foundation/identifiers.ts";
import { newOrderedIdentifier } from "../../foundation/new-identifier.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { type Activity, recordEvent } from "../audit/record-event.ts";
import { findUser } from "../directory/find-user.ts";
import { selectServicePrincipal } from "./application-store.ts";
import { forgetGrantedScopes } from "./find-granted-scopes.ts";
import { deleteGrant, insertGrant, updateGrantScopes } from "./grant-query-store.ts";
import { findGrant } from "./query-grants.ts";
import { findServicePrincipals } from "./query-service-principals.ts";
import type { GrantId, PermissionGrant } from "./rules/permission-grant.ts";

export type GrantRefusal =
  | {
      readonly code:
        | "grant-not-found"
        | "grant-exists"
        | "client-not-found"
        | "resource-not-found"
        | "principal-not-found";
    }
  | { readonly code: "scope-unknown"; readonly scope: string };

/** Scopes of OpenID Connect: everybody has them, so that nobody has to grant them. */
const openIdScopes = ["openid", "profile", "email", "offline_access"];

/** Lets an application act at a resource on behalf of one person, or of everybody. */
export async function createGrant(
  machine: Machine,
  circumstances: Circumstances,
  input: {
    readonly tenantId: TenantId;
    readonly clientId: ServicePrincipalId;
    readonly resourceId: ServicePrincipalId;
    readonly principalId: UserId | undefined;
    readonly scopes: readonly string[];
  },
): Promise<Result<PermissionGrant, GrantRefusal>> {
  const { tenantId, clientId, resourceId, principalId } = input;
  const now = machine.clock();
  const scopes = await checkScopes(machine.database, tenantId, resourceId, input.scopes);
  if (!scopes.ok) return scopes;
  if (!(await selectServicePrincipal(machine.database, tenantId, { servicePrincipalId: clientId })))
    return refuse({ code: "client-not-found" });
  if (principalId && !(await findUser(machine.database, tenantId, principalId)))
    return refuse({ code: "principal-not-found" });
  const grantId = newOrderedIdentifier<GrantId>(now);
  const grant = { grantId, clientId, resourceId, principalId, scopes: scopes.value };
  const outcome = await machine.database
    .transaction()
    .execute(async (transaction): Promise<Result<PermissionGrant, GrantRefusal>> => {
      const row = { ...grant, tenantId, principalId: principalId ?? null, scopes: [...grant.scopes] };
      if (!(await insertGrant(transaction, { ...row, createdAt: now })))
        return refuse({ code: "grant-exists" });
      await recordGrant(transaction, now, circumstances, tenantId, "consent-granted", grant);
      return accept(grant);
    });
  forgetGrantedScopes(machine.database);
  return outcome;
}

/** Changes what is granted to exactly these scopes; what is missing is missing from the next token. */
export async function changeGrant(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly grantId: GrantId; readonly scopes: readonly string[] },
): Promise<Result<"changed", GrantRefusal>> {
  const { tenantId, grantId } = input;
  const found = await findGrant(machine.database, tenantId, grantId);
  if (!found) return refuse({ code: "grant-not-found" });
  const scopes = await checkScopes(machine.database, tenantId, found.resourceId, input.scopes);
  if (!scopes.ok) return scopes;
  await machine.database.transaction().execute(async (transaction) => {
    await updateGrantScopes(transaction, tenantId, grantId, scopes.value);
    const after = { ...found, scopes: scopes.value };
    await recordGrant(transaction, machine.clock(), circumstances, tenantId, "consent-changed", after);
  });
  forgetGrantedScopes(machine.database);
  return accept("changed");
}

/** Takes everything granted away: nothing of it is in the next token. */
export async function revokeGrant(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly grantId: GrantId },
): Promise<Result<"revoked", GrantRefusal>> {
  const { tenantId, grantId } = input;
  const found = await findGrant(machine.database, tenantId, grantId);
  if (!found) return refuse({ code: "grant-not-found" });
  await machine.database.transaction().execute(async (transaction) => {
    await deleteGrant(transaction, tenantId, grantId);
    await recordGrant(transaction, machine.clock(), circumstances, tenantId, "consent-revoked", found);
  });
  forgetGrantedScopes(machine.database);
  return accept("revoked");
}

async function checkScopes(
  handle: DatabaseHandle,
  tenantId: TenantId,
  resourceId: ServicePrincipalId,
  wanted: readonly string[],
): Promise<Result<readonly string[], GrantRefusal>> {
  const [resource] = await findServicePrincipals(handle, tenantId, [resourceId]);
  if (!resource) return refuse({ code: "resource-not-found" });
  const asked = [...new Set(wanted)].filter((scope) => !openIdScopes.includes(scope)).sort();
  const exposed = resource.application.exposedScopes.filter((scope) => scope.isEnabled);
  const unknown = asked.find((scope) => !exposed.some(({ value }) => value === scope));
  return unknown === undefined ? accept(asked) : refuse({ code: "scope-unknown", scope: unknown });
}

async function recordGrant(
  transaction: DatabaseTransaction,
  now: Date,
  circumstances: Circumstances,
  tenantId: TenantId,
  activity: Activity,
  { clientId, resourceId, principalId, scopes }: PermissionGrant,
): Promise<void> {
  const client = await selectServicePrincipal(transaction, tenantId, { servicePrincipalId: clientId });
  if (!client) return;
  await recordEvent(transaction, now, circumstances, {
    tenantId,
    activity,
    result: "success",
    target: { kind: "application", id: client.applicationId, name: client.displayName },
    details: { resourceId, scopes, grantedFor: principalId ?? "everybody" },
  });
}
