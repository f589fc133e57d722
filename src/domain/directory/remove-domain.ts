import type { DomainName } from "../../foundation/domain-name.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { deleteDomain, isDomainInUse, selectDomainForUpdate } from "./domain-store.ts";
import { forgetTenants } from "./find-tenant.ts";

export type DomainRemovalRefusal = {
  readonly code: "domain-not-found" | "domain-initial" | "domain-default" | "domain-in-use";
};

/** Gives a domain up. It vouches for nobody any more, and another tenant can prove it. */
export async function removeDomain(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly name: DomainName },
): Promise<Result<"removed", DomainRemovalRefusal>> {
  const { tenantId, name } = input;
  const outcome = await machine.database
    .transaction()
    .execute(async (transaction): Promise<Result<"removed", DomainRemovalRefusal>> => {
      const domain = await selectDomainForUpdate(transaction, tenantId, name);
      if (!domain) return refuse({ code: "domain-not-found" });
      if (domain.isInitial) return refuse({ code: "domain-initial" });
      if (domain.isDefault) return refuse({ code: "domain-default" });
      if (await isDomainInUse(transaction, tenantId, name)) return refuse({ code: "domain-in-use" });
      await deleteDomain(transaction, tenantId, name);
      await recordEvent(transaction, machine.clock(), circumstances, {
        tenantId,
        activity: "domain-removed",
        result: "success",
        target: { kind: "tenant", id: tenantId, name },
        details: { wasVerified: domain.verifiedAt !== undefined },
      });
      return accept("removed");
    });
  forgetTenants(machine.database);
  return outcome;
}
