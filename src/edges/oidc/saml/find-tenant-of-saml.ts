import type { Context } from "hono";
import type { Tenant } from "../../../domain/directory/rules/tenant.ts";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { Machine } from "../../../platform/machine.ts";
import { findPlaceOfPath } from "../find-tenant-of-path.ts";
import type { ProtocolRefusal } from "../rules/protocol-error.ts";

/** The tenant in the address. Each is an entity of its own to applications, so an address that names none has no metadata. */
export async function findTenantOfSaml(
  c: Context,
  machine: Machine,
): Promise<Result<Tenant, ProtocolRefusal>> {
  const place = await findPlaceOfPath(c, machine);
  if (!place.ok) return place;
  return place.value.kind === "tenant"
    ? accept(place.value.tenant)
    : refuse({ code: "saml-needs-tenant", detail: place.value.alias });
}
