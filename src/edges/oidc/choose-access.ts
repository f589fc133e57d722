import { findApplicationInTenant } from "../../domain/applications/find-application.ts";
import { permittedScopes } from "../../domain/applications/find-permitted-scopes.ts";
import type { ApplicationInTenant } from "../../domain/applications/rules/application.ts";
import { graphApplicationId } from "../../domain/applications/rules/graph-permissions.ts";
import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import { tokenAudience } from "../../domain/tokens/rules/token-audience.ts";
import type { UserId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { type ResolvedResource, resolveScopes } from "./resolve-scopes.ts";
import type { ProtocolRefusal } from "./rules/protocol-error.ts";
import type { OpenIdScope, RequestedScopes } from "./rules/requested-scopes.ts";

/** The resource of an access token and what may be done there. */
export interface ChosenAccess {
  readonly resource: ApplicationInTenant;
  readonly audience: string;
  readonly scopes: readonly string[];
  /** The `scope` of the answer: what was granted, in the spelling in which it was asked. */
  readonly scopeAnswer: string;
}

export interface AccessRequest {
  readonly tenant: Tenant;
  readonly client: ApplicationInTenant;
  readonly userId: UserId;
  /** Granted scopes of OpenID Connect. */
  readonly openId: ReadonlySet<OpenIdScope>;
  readonly asked: RequestedScopes;
  /** Refuse when several resources are named, instead of taking the first. */
  readonly mustBeOneResource: boolean;
}

/**
 * What an access token for the first resource named may contain: permissions asked for and granted. Every named one
 * must have been granted; a token with less than was asked would fail later and far away.
 */
export async function chooseAccess(
  machine: Machine,
  request: AccessRequest,
): Promise<Result<ChosenAccess, ProtocolRefusal>> {
  const { tenant, client, userId, openId } = request;
  const resolved = await resolveScopes(machine, tenant.tenantId, request.asked);
  if (!resolved.ok) return resolved;
  const [first, ...others] = resolved.value;
  if (others.length > 0 && request.mustBeOneResource) return refuse({ code: "scope-of-several-resources" });
  if (!first) return accept(await userInfoAccess(machine, tenant, openId));
  const permitted = await permittedScopes(
    machine.database,
    client.servicePrincipal,
    first.resource,
    userId,
    first.defaultSpelling === undefined ? first.named.map(({ scope }) => scope.value) : undefined,
  );
  const chosen = chooseScopes(first, permitted);
  if (!chosen) return refuse({ code: "consent-missing" });
  return accept({
    resource: first.resource,
    audience: tokenAudience(first.resource.application, first.identifier),
    scopes: [...chosen.scopes, ...openIdScopesInToken(first.resource, openId)],
    scopeAnswer: [...chosen.spellings, ...openId].join(" "),
  });
}

function chooseScopes(
  asked: ResolvedResource,
  permitted: readonly string[],
): { scopes: readonly string[]; spellings: readonly string[] } | undefined {
  if (asked.defaultSpelling !== undefined) {
    const { exposedScopes } = asked.resource.application;
    const granted = exposedScopes
      .filter(({ value, isEnabled }) => isEnabled && permitted.includes(value))
      .map(({ value }) => value);
    // The literal `.default` goes back too: clients look for exactly what they asked.
    const prefix = asked.identifier === "" ? "" : `${asked.identifier}/`;
    const spellings = [asked.defaultSpelling, ...granted.map((value) => prefix + value)];
    return granted.length > 0 ? { scopes: granted, spellings } : undefined;
  }
  if (!asked.named.every(({ scope }) => permitted.includes(scope.value))) return undefined;
  return {
    scopes: [...new Set(asked.named.map(({ scope }) => scope.value))],
    spellings: asked.named.map(({ spelling }) => spelling),
  };
}

/** Scopes of OpenID Connect alone give a token for user info, which lives beside Graph. */
async function userInfoAccess(
  machine: Machine,
  tenant: Tenant,
  openId: ReadonlySet<OpenIdScope>,
): Promise<ChosenAccess> {
  const resource = await findApplicationInTenant(machine.database, tenant.tenantId, graphApplicationId);
  if (!resource) throw new Error("every tenant has Graph");
  return {
    resource,
    audience: tokenAudience(resource.application, ""),
    scopes: openIdScopesInToken(resource, openId),
    scopeAnswer: [...openId].join(" "),
  };
}

/** Graph's tokens name the OpenID scopes too: user info asks for them. */
function openIdScopesInToken(resource: ApplicationInTenant, openId: ReadonlySet<OpenIdScope>): string[] {
  return resource.application.applicationId === graphApplicationId
    ? [...openId].filter((scope) => scope !== "offline_access")
    : [];
}
