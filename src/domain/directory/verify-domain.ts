import type { DomainName } from "../../foundation/domain-name.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { type AuditEntry, recordEvent } from "../audit/record-event.ts";
import { markVerified } from "./domain-store.ts";
import { findDomain } from "./find-domains.ts";
import { forgetTenants } from "./find-tenant.ts";
import { checkDomainProof, type DomainProofRefusal } from "./rules/check-domain-proof.ts";
import type { TenantDomain } from "./rules/tenant-domain.ts";

export type DomainVerificationRefusal =
  | { readonly code: "domain-not-found" | "domain-of-another-tenant" }
  | { readonly code: "names-unreachable"; readonly detail: string }
  | DomainProofRefusal;

/** Verifies a domain by the TXT record that its owner has published; one that is verified stays so. */
export async function verifyDomain(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly name: DomainName },
): Promise<Result<TenantDomain, DomainVerificationRefusal>> {
  const { tenantId, name } = input;
  const domain = await findDomain(machine.database, tenantId, name);
  if (!domain) return refuse({ code: "domain-not-found" });
  if (domain.verifiedAt) return accept(domain);
  const records = await machine.names.textRecords(name);

  const proof = records.ok ? checkDomainProof(records.value, domain.verificationText) : records;

  const verifiedAt = machine.clock();
  const target = { kind: "tenant" as const, id: tenantId, name };
  const entry = { tenantId, activity: "domain-verified", target } as const;
  const outcome = await machine.database.transaction().execute(async (transaction) => {
    const record = (result: Pick<AuditEntry, "result" | "reason">) =>
      recordEvent(transaction, verifiedAt, circumstances, { ...entry, ...result });
    if (!proof.ok) {
      await record({ result: "failure", reason: proof.refusal.code });
      return proof;
    }
    if (!(await markVerified(transaction, tenantId, name, verifiedAt))) {
      await record({ result: "failure", reason: "domain-of-another-tenant" });
      return refuse({ code: "domain-of-another-tenant" } as const);
    }
    await record({ result: "success" });
    return accept({ ...domain, verifiedAt });
  });
  forgetTenants(machine.database);
  return outcome;
}
