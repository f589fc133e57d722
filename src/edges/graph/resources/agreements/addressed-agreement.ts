import { findAgreement } from "../../../../domain/agreements/find-agreements.ts";
import type { Agreement } from "../../../../domain/agreements/rules/agreement.ts";
import { type AgreementId, parseGuid } from "../../../../foundation/identifiers.ts";
import { notFound } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";

/** The terms of use that an address names. Throws 404. */
export async function addressedAgreement({ c, machine, caller }: GraphRequest): Promise<Agreement> {
  const text = c.req.param("id") ?? "";
  const agreementId = parseGuid<AgreementId>(text);
  const agreement = agreementId && (await findAgreement(machine.database, caller.tenantId, agreementId));
  if (!agreement) throw notFound(text.slice(0, 100));
  return agreement;
}
