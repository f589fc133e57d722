import {
  type ApplicationId,
  parseGuid,
  type ServicePrincipalId,
  type TenantId,
} from "../../foundation/identifiers.ts";
import type { Database, DatabaseHandle } from "../../platform/database/database.ts";
import { recentAnswers } from "../../platform/database/recent-answers.ts";
import { findTenant } from "../directory/find-tenant.ts";
import {
  type ApplicationFilter,
  selectApplicationsInTenant,
  selectHomeOfApplication,
  selectHomeOfSharedApplication,
  selectServicePrincipal,
} from "./application-store.ts";
import { ensureGraphServicePrincipal } from "./ensure-graph-service-principal.ts";
import type { Application, ApplicationInTenant, OfferedApplication } from "./rules/application.ts";
import { graphApplication, graphApplicationId, wellKnownGraphUri } from "./rules/graph-permissions.ts";
import { comparableIdentifier, isAllowedIdentifierUri } from "./rules/identifier-uri.ts";

const recent = recentAnswers<ApplicationInTenant>(3);

/** An application by its client id, as this tenant sees it; undefined when the tenant does not have it. */
export function findApplicationInTenant(
  handle: DatabaseHandle,
  tenantId: TenantId,
  applicationId: ApplicationId,
): Promise<ApplicationInTenant | undefined> {
  if (applicationId === graphApplicationId) return findGraph(handle, tenantId, [wellKnownGraphUri]);
  return findOne(handle, tenantId, { applicationId }, applicationId);
}

/** An application by its client id that this tenant has or may get: another tenant made it for many. */
export async function findOfferedApplication(
  handle: DatabaseHandle,
  tenantId: TenantId,
  applicationId: ApplicationId,
): Promise<OfferedApplication | undefined> {
  const present = await findApplicationInTenant(handle, tenantId, applicationId);
  if (present) return present;
  const homeId = await selectHomeOfSharedApplication(handle, applicationId);
  const atHome = homeId && (await findApplicationInTenant(handle, homeId, applicationId));
  // What its own tenant switched off nobody else may begin to use.
  return atHome?.servicePrincipal.accountEnabled
    ? { application: atHome.application, servicePrincipal: undefined }
    : undefined;
}

/** An application by its client id as its own tenant sees it, where a request does not say which tenant it is for. */
export async function findApplicationAtHome(
  handle: DatabaseHandle,
  applicationId: ApplicationId,
): Promise<ApplicationInTenant | undefined> {
  const homeId = await selectHomeOfApplication(handle, applicationId);
  return homeId && findApplicationInTenant(handle, homeId, applicationId);
}

/** The application behind a service principal of this tenant. */
export async function findApplicationByServicePrincipal(
  handle: DatabaseHandle,
  tenantId: TenantId,
  servicePrincipalId: ServicePrincipalId,
): Promise<ApplicationInTenant | undefined> {
  const found = await findOne(handle, tenantId, { servicePrincipalId }, servicePrincipalId);
  if (found) return found;
  const principal = await selectServicePrincipal(handle, tenantId, { servicePrincipalId });
  return principal?.applicationId === graphApplicationId
    ? findGraph(handle, tenantId, [wellKnownGraphUri])
    : undefined;
}

/**
 * The application a token is asked for: by one of its identifier URIs or its client id. `graphUris` are the
 * addresses that mean Graph in this deployment, beside its well-known one.
 */
export async function findResource(
  handle: DatabaseHandle,
  tenantId: TenantId,
  identifier: string,
  graphUris: readonly string[] = [],
): Promise<ApplicationInTenant | undefined> {
  const identifierUri = comparableIdentifier(identifier);
  const allGraphUris = [...new Set([...graphUris.map(comparableIdentifier), wellKnownGraphUri])];
  const applicationId = parseGuid<ApplicationId>(identifier);
  if (applicationId === graphApplicationId || allGraphUris.includes(identifierUri.replace(/\/$/, "")))
    return findGraph(handle, tenantId, allGraphUris);
  if (applicationId) return findApplicationInTenant(handle, tenantId, applicationId);
  return recent.get(handle, `${tenantId} ${identifierUri}`, async (asked) => {
    const named = await selectApplicationsInTenant(asked, tenantId, { identifierUri });
    const first = inOrderOfRank(named)[0];
    return first && (await isNameOfResource(asked, first.application, identifierUri)) ? first : undefined;
  });
}

/** The application that signs people of this tenant in by SAML under this entity id. */
export function findSamlApplication(
  handle: DatabaseHandle,
  tenantId: TenantId,
  entityId: string,
): Promise<ApplicationInTenant | undefined> {
  const identifierUri = comparableIdentifier(entityId);
  return recent.get(handle, `${tenantId} saml ${identifierUri}`, async (asked) => {
    const named = await selectApplicationsInTenant(asked, tenantId, { identifierUri });
    return inOrderOfRank(named.filter(signsInBySaml))[0];
  });
}

/** Whether people of the tenant sign in to the application by SAML. */
function signsInBySaml({ servicePrincipal }: Pick<ApplicationInTenant, "servicePrincipal">): boolean {
  return servicePrincipal.singleSignOnMode === "saml";
}

/**
 * Access tokens bear a resource's name as their audience. An entity id, which anybody may choose for an application
 * that signs in by SAML, must not become one.
 */
async function isNameOfResource(
  handle: DatabaseHandle,
  { applicationId, tenantId, audience }: Application,
  identifierUri: string,
): Promise<boolean> {
  if (identifierUri.startsWith("api://")) return true;
  const home = await findTenant(handle, tenantId);
  const domains = home?.verifiedDomains ?? [];
  return isAllowedIdentifierUri(identifierUri, {
    applicationId,
    tenantId,
    domains,
    staysAtHome: audience === "tenant",
  });
}

/** No other tenant's application takes the place of one's own, nor a newcomer that of an earlier one. */
function inOrderOfRank(named: readonly ApplicationInTenant[]): ApplicationInTenant[] {
  return [...named].sort((one, other) => rankOf(one) - rankOf(other));
}

function rankOf({ application, servicePrincipal }: ApplicationInTenant): number {
  return application.tenantId === servicePrincipal.tenantId ? 0 : servicePrincipal.createdAt.getTime();
}

/** To be called after every committed change of an application or service principal. */
export function forgetApplications(database: Database): void {
  recent.forget(database);
}

function findOne(
  handle: DatabaseHandle,
  tenantId: TenantId,
  filter: ApplicationFilter,
  name: string,
): Promise<ApplicationInTenant | undefined> {
  return recent.get(
    handle,
    `${tenantId} ${name}`,
    async (asked) => (await selectApplicationsInTenant(asked, tenantId, filter))[0],
  );
}

function findGraph(
  handle: DatabaseHandle,
  tenantId: TenantId,
  graphUris: readonly string[],
): Promise<ApplicationInTenant | undefined> {
  return recent.get(handle, `${tenantId} graph ${graphUris.join(" ")}`, async (asked) => ({
    application: graphApplication(tenantId, graphUris),
    servicePrincipal: await ensureGraphServicePrincipal(asked, tenantId),
  }));
}
