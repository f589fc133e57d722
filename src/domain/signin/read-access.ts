import type { ServicePrincipalId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { appRolesOf } from "../applications/find-app-roles.ts";
import {
  findApplicationByServicePrincipal,
  findOfferedApplication,
} from "../applications/find-application.ts";
import { permittedScopes } from "../applications/find-permitted-scopes.ts";
import type { ServicePrincipal } from "../applications/rules/application.ts";
import { graphApplicationId } from "../applications/rules/graph-permissions.ts";
import { rolesOf } from "../directory/find-roles.ts";
import type { User } from "../directory/rules/user.ts";
import { readCollaborationSettings } from "../policies/read-collaboration-settings.ts";
import { type ConsentRight, whoMayConsent } from "../policies/rules/who-may-consent.ts";
import type { AdminConsentRequest } from "./rules/admin-consent-request.ts";
import type { AuthorizationRequest } from "./rules/authorization-request.ts";
import {
  type GrantedPermissions,
  grantKey,
  missingPermissions,
  registrationFlaw,
} from "./rules/missing-permissions.ts";
import type { AdminConsentStanding, ApplicationAccess } from "./rules/situation.ts";

/** How the user a journey is about stands to the application that asks; without a user, how the application stands. */
export async function readAccess(
  machine: Machine,
  request: AuthorizationRequest,
  user: User | undefined,
): Promise<ApplicationAccess> {
  const found = await findOfferedApplication(machine.database, request.tenantId, request.applicationId);
  const principal = found?.servicePrincipal;
  const unasked: ApplicationAccess = {
    applicationEnabled: found !== undefined && (principal?.accountEnabled ?? true),
    isPresent: principal !== undefined,
    assigned: true,
    missingPermissions: [],
    registrationFlaw: undefined,
    consentRight: "not-at-all",
  };
  if (!found || !user) return unasked;
  const granted = await readGranted(machine, request, principal, user);
  const missing = missingPermissions(request.permissions, granted);
  const asksAnew = request.prompt.kind === "interactive" && request.prompt.consent;
  return {
    ...unasked,
    assigned: await isAssigned(machine, principal, user),
    missingPermissions: missing,
    registrationFlaw: registrationFlaw(request.permissions, granted),
    consentRight:
      missing.length > 0 || asksAnew || !principal ? await readRight(machine, principal, user) : "not-at-all",
  };
}

/** The same for an application that asks for consent for everybody. */
export async function readAdminConsentStanding(
  machine: Machine,
  { tenantId, applicationId, roles }: AdminConsentRequest,
  user: User | undefined,
): Promise<AdminConsentStanding> {
  const asksGraphRoles = roles.some(
    (asked) => asked.resourceApplicationId === graphApplicationId && asked.roles.length > 0,
  );
  const found = await findOfferedApplication(machine.database, tenantId, applicationId);
  return {
    applicationEnabled: found !== undefined && (found.servicePrincipal?.accountEnabled ?? true),
    consentRight: user
      ? await readRight(machine, found?.servicePrincipal, user, asksGraphRoles)
      : "not-at-all",
  };
}

async function isAssigned(
  machine: Machine,
  principal: ServicePrincipal | undefined,
  { tenantId, userId }: User,
): Promise<boolean> {
  if (!principal?.assignmentRequired) return true;
  return (await appRolesOf(machine.database, tenantId, principal.servicePrincipalId, userId)).isAssigned;
}

async function readGranted(
  machine: Machine,
  { tenantId, permissions }: AuthorizationRequest,
  principal: ServicePrincipal | undefined,
  { userId }: User,
): Promise<GrantedPermissions> {
  const granted = new Map<string, ReadonlySet<string>>();
  const find = (id: ServicePrincipalId) => findApplicationByServicePrincipal(machine.database, tenantId, id);
  for (const one of permissions) {
    const { by, resourceId, asked, scopes } = one;
    const enough = asked === "by-name" ? scopes.map((scope) => scope.value) : undefined;
    const client = by ? (await find(by.servicePrincipalId))?.servicePrincipal : principal;
    const resource = client && (await find(resourceId));
    if (!client || !resource) continue;
    const found = await permittedScopes(machine.database, client, resource, userId, enough);
    granted.set(grantKey(one), new Set([...(granted.get(grantKey(one)) ?? []), ...found]));
  }
  return granted;
}

async function readRight(
  machine: Machine,
  principal: ServicePrincipal | undefined,
  { tenantId, userId }: User,
  asksGraphRoles = false,
): Promise<ConsentRight> {
  const [settings, roles] = await Promise.all([
    readCollaborationSettings(machine.database, tenantId),
    rolesOf(machine.database, tenantId, userId),
  ]);
  const assignmentRequired = principal?.assignmentRequired ?? false;
  return whoMayConsent({ settings, roles, assignmentRequired, asksGraphRoles });
}
