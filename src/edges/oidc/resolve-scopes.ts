import { findResource } from "../../domain/applications/find-application.ts";
import type { ApplicationInTenant, ExposedScope } from "../../domain/applications/rules/application.ts";
import { graphApplicationId } from "../../domain/applications/rules/graph-permissions.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { graphAddresses } from "./rules/graph-addresses.ts";
import type { ProtocolRefusal } from "./rules/protocol-error.ts";
import type { RequestedScopes, ResourceScopes } from "./rules/requested-scopes.ts";

/** What is asked of one resource, found in the tenant. */
export interface ResolvedResource {
  readonly resource: ApplicationInTenant;
  /** As the client spelled it; empty for bare names. */
  readonly identifier: string;
  readonly named: readonly { readonly scope: ExposedScope; readonly spelling: string }[];
  readonly defaultSpelling: string | undefined;
}

/** Finds the resources that a scope parameter names and the permissions it asks of them, in the order they were named. */
export async function resolveScopes(
  machine: Machine,
  tenantId: TenantId,
  scopes: RequestedScopes,
): Promise<Result<ResolvedResource[], ProtocolRefusal>> {
  const resolved: ResolvedResource[] = [];
  for (const asked of scopes.resources) {
    const resource = await findResource(
      machine.database,
      tenantId,
      asked.identifier === "" ? graphApplicationId : asked.identifier,
      graphAddresses(machine.configuration.publicUrl),
    );
    if (!resource) return refuse({ code: "resource-unknown", detail: asked.identifier });
    const named = nameScopes(asked, resource);
    if (!named.ok) return named;
    resolved.push({ ...asked, resource, named: named.value });
  }
  return accept(mergeSpellings(resolved));
}

function nameScopes(
  asked: ResourceScopes,
  { application }: ApplicationInTenant,
): Result<ResolvedResource["named"], ProtocolRefusal> {
  const named: { scope: ExposedScope; spelling: string }[] = [];
  for (const { value, spelling } of asked.named) {
    const scope = application.exposedScopes.find(
      (exposed) => exposed.isEnabled && exposed.value.toLowerCase() === value.toLowerCase(),
    );
    if (!scope) return refuse({ code: "scope-invalid", detail: spelling });
    named.push({ scope, spelling });
  }
  return accept(named);
}

/** One resource may be spelled in several ways within a request. */
function mergeSpellings(resolved: readonly ResolvedResource[]): ResolvedResource[] {
  const merged = new Map<string, ResolvedResource>();
  for (const one of resolved) {
    const { servicePrincipalId } = one.resource.servicePrincipal;
    const before = merged.get(servicePrincipalId);
    merged.set(
      servicePrincipalId,
      before
        ? {
            ...before,
            named: [...before.named, ...one.named],
            defaultSpelling: before.defaultSpelling ?? one.defaultSpelling,
          }
        : one,
    );
  }
  return [...merged.values()];
}
