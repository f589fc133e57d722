import { randomBytes } from "node:crypto";
import type { DomainName } from "../../foundation/domain-name.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { insertDomain } from "./domain-store.ts";
import { isReservedDomain } from "./rules/initial-domain.ts";
import { type TenantDomain, verificationText } from "./rules/tenant-domain.ts";

export type DomainAdditionRefusal = { readonly code: "domain-reserved" | "domain-exists" };

/**
 * Notes a domain that a tenant wants, with the code that proves it. Whether another tenant has it is not told before
 * the proof: nobody is to find out so whose a domain is.
 */
export async function addDomain(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly name: DomainName },
): Promise<Result<TenantDomain, DomainAdditionRefusal>> {
  const { tenantId, name } = input;
  if (isReservedDomain(name)) return refuse({ code: "domain-reserved" });
  const now = machine.clock();
  const code = randomBytes(16).toString("hex");
  return machine.database.transaction().execute(async (transaction) => {
    if (!(await insertDomain(transaction, tenantId, name, code))) return refuse({ code: "domain-exists" });
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "domain-added",
      result: "success",
      target: { kind: "tenant", id: tenantId, name },
    });
    return accept({
      name,
      isInitial: false,
      isDefault: false,
      verifiedAt: undefined,
      verificationText: verificationText(code),
    });
  });
}
