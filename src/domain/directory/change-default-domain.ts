import type { DomainName } from "../../foundation/domain-name.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { selectDomainForUpdate, updateDefaultDomain } from "./domain-store.ts";
import { forgetTenants } from "./find-tenant.ts";

/** Makes a verified domain the one that a tenant is known by. */
export async function changeDefaultDomain(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly name: DomainName },
): Promise<Result<"changed", { readonly code: "domain-not-found" | "domain-not-verified" }>> {
  const { tenantId, name } = input;
  const outcome = await machine.database.transaction().execute(async (transaction) => {
    const domain = await selectDomainForUpdate(transaction, tenantId, name);
    if (!domain) return refuse({ code: "domain-not-found" } as const);
    if (!domain.verifiedAt) return refuse({ code: "domain-not-verified" } as const);
    if (domain.isDefault) return accept("changed" as const);
    await updateDefaultDomain(transaction, tenantId, name);
    await recordEvent(transaction, machine.clock(), circumstances, {
      tenantId,
      activity: "default-domain-changed",
      result: "success",
      target: { kind: "tenant", id: tenantId, name },
    });
    return accept("changed" as const);
  });
  forgetTenants(machine.database);
  return outcome;
}
