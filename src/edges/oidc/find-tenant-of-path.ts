import type { Context } from "hono";
import { findFirstTenant, findTenantByName } from "../../domain/directory/find-tenant.ts";
import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import type { TenantAlias } from "../../domain/tokens/rules/tenant-alias.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { ProtocolRefusal } from "./rules/protocol-error.ts";

/** What the first segment of a path names: one tenant, or whichever one a person is at home in. */
export type TenantPlace =
  | { readonly kind: "tenant"; readonly tenant: Tenant }
  | { readonly kind: "alias"; readonly alias: TenantAlias };

/** How a place is named in addresses: a tenant by its id, whatever it was called. */
export function nameOfPlace(place: TenantPlace): string {
  return place.kind === "tenant" ? place.tenant.tenantId : place.alias;
}

const aliases: ReadonlySet<string> = new Set<TenantAlias>(["common", "organizations"]);

/** Personal accounts of the dialect's home: their alias and the id behind it. */
const personalAccounts = new Set(["consumers", "9188040d-6c67-4c5b-b112-36a304b66dad"]);

/** Stands for the only or first tenant: some libraries trust an unknown authority under no other name. */
const firstTenantName = "adfs";

/** The place that the first segment of the path names. */
export async function findPlaceOfPath(
  c: Context,
  machine: Machine,
): Promise<Result<TenantPlace, ProtocolRefusal>> {
  const name = (c.req.param("tenant") ?? "").toLowerCase();
  if (aliases.has(name)) return accept({ kind: "alias", alias: name as TenantAlias });
  if (personalAccounts.has(name)) return refuse({ code: "personal-accounts-unsupported" });
  const tenant =
    name === firstTenantName
      ? await findFirstTenant(machine.database)
      : await findTenantByName(machine.database, name);
  return tenant ? accept({ kind: "tenant", tenant }) : refuse({ code: "tenant-unknown" });
}
