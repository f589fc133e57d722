import { findApplicationAtHome } from "../../domain/applications/find-application.ts";
import type {
  Application,
  ApplicationInTenant,
  AppRole,
  ExposedScope,
} from "../../domain/applications/rules/application.ts";
import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import type { AdminConsentRequest, RequestedRoles } from "../../domain/signin/rules/admin-consent-request.ts";
import type { RequestedPermissions } from "../../domain/signin/rules/authorization-request.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { findRequiredResources } from "./find-required-resources.ts";
import { permissionsAlong } from "./permissions-along.ts";
import { type ResolvedResource, resolveScopes } from "./resolve-scopes.ts";
import type { ProtocolRefusal } from "./rules/protocol-error.ts";
import type { RequestParameters } from "./rules/request-parameters.ts";
import { permissionsOf, requiredRoles, requiredScopes } from "./rules/requested-permissions.ts";
import { parseScope } from "./rules/requested-scopes.ts";

/** What an administrator is asked to allow, and the scopes the answer names when they do. */
export interface AskedOfAdministrator extends Pick<AdminConsentRequest, "permissions" | "roles"> {
  readonly scopeAnswer: string | undefined;
}

/** How one version of the endpoint says what it asks for. */
type ReadAdminConsent = (
  machine: Machine,
  tenant: Tenant,
  client: Application,
  parameters: RequestParameters,
) => Promise<Result<AskedOfAdministrator, ProtocolRefusal>>;

/** By the scope parameter: permissions by name, or by `.default` all that is registered for a resource. */
const readScopedConsent: ReadAdminConsent = async (machine, tenant, client, parameters) => {
  const scopeText = parameters.get("scope");
  if (scopeText === undefined) return refuse({ code: "parameter-missing", detail: "scope" });
  const scopes = parseScope(scopeText);
  if (!scopes.ok) return scopes;
  const resources = await resolveScopes(machine, tenant.tenantId, scopes.value);
  if (!resources.ok) return resources;
  const asked = resources.value.map((resolved) => askedOf(client, resolved));
  const along = await permissionsAlong(machine, tenant.tenantId, client, resources.value);
  return accept({
    permissions: [...asked.map(({ permissions }) => permissions), ...along],
    roles: asked.flatMap(({ roles }) => (roles ? [roles] : [])),
    scopeAnswer: asked.flatMap(({ spellings }) => spellings).join(" "),
  });
};

/** Without one: everything that is registered, of all resources. */
const readRegisteredConsent: ReadAdminConsent = async (machine, tenant, client) => {
  const { present, absent } = await findRequiredResources(machine, tenant.tenantId, client);
  const [missing] = absent;
  if (missing !== undefined) {
    const elsewhere = await findApplicationAtHome(machine.database, missing);
    return refuse({
      code: elsewhere ? "required-resource-absent" : "required-resource-gone",
      detail: missing,
    });
  }
  return accept({
    permissions: present.map((resource) =>
      permissionsForEverybody(resource, requiredScopes(client, resource.application)),
    ),
    roles: present.map((resource) => rolesOf(resource, requiredRoles(client, resource.application))),
    scopeAnswer: undefined,
  });
};

function askedOf(client: Application, { resource, identifier, named, defaultSpelling }: ResolvedResource) {
  if (defaultSpelling === undefined) {
    const scopes = named.map(({ scope }) => scope);
    const spellings = named.map(({ spelling }) => spelling);
    return { permissions: permissionsForEverybody(resource, scopes), roles: undefined, spellings };
  }
  const scopes = requiredScopes(client, resource.application);
  const prefix = identifier === "" ? "" : `${identifier}/`;
  return {
    permissions: permissionsForEverybody(resource, scopes),
    roles: rolesOf(resource, requiredRoles(client, resource.application)),
    spellings: [defaultSpelling, ...scopes.map(({ value }) => prefix + value)],
  };
}

/** How each version of the endpoint reads what is asked. */
export const adminConsentReaders = {
  "consent-by-scope": readScopedConsent,
  "consent-as-registered": readRegisteredConsent,
} as const satisfies Readonly<Record<string, ReadAdminConsent>>;

/** In the words that the resource has for administrators. */
function permissionsForEverybody(
  resource: ApplicationInTenant,
  scopes: readonly ExposedScope[],
): RequestedPermissions {
  const forAdministrators = scopes.map(
    ({ userDisplayName: _name, userDescription: _words, ...scope }): ExposedScope => scope,
  );
  return permissionsOf(resource, "by-name", forAdministrators);
}

function rolesOf(
  { application, servicePrincipal }: ApplicationInTenant,
  roles: readonly AppRole[],
): RequestedRoles {
  return {
    resourceId: servicePrincipal.servicePrincipalId,
    resourceApplicationId: application.applicationId,
    resourceName: servicePrincipal.displayName,
    roles: roles.map(({ roleId, value, displayName, description }) => ({
      roleId,
      value: value ?? "",
      displayName,
      description,
    })),
  };
}
