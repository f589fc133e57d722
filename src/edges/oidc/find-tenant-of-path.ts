import type { Context } from "hono";
import { findTenantByName } from "../../domain/directory/find-tenant.ts";
import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { ProtocolRefusal } from "./rules/protocol-error.ts";

/** Names that stand for a tenant to be found out later. */
const aliases = new Set(["common", "organizations", "consumers"]);

/** The tenant in the first segment of the path: its id or one of its verified domains. */
export async function findTenantOfPath(
  c: Context,
  machine: Machine,
): Promise<Result<Tenant, ProtocolRefusal>> {
  const name = c.req.param("tenant") ?? "";
  if (aliases.has(name.toLowerCase())) return refuse({ code: "tenant-needed" });
  const tenant = await findTenantByName(machine.database, name);
  return tenant ? accept(tenant) : refuse({ code: "tenant-unknown" });
}
