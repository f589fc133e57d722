import { findTenant } from "../../../domain/directory/find-tenant.ts";
import { tenantOfPurpose } from "../../../domain/signin/rules/sign-in-facts.ts";
import { findTransaction } from "../../../domain/signin/sign-in-transaction.ts";
import type { Journey } from "./journey.ts";

/** At a person's own organisation: the organisation that sent them there, if one did. */
export async function askingOrganisation(
  journey: Journey,
): Promise<{ readonly displayName: string } | undefined> {
  const { purpose } = journey.transaction.facts;
  if (purpose.kind === "vouch-abroad") {
    const { displayName, host } = purpose.visit.organisation;
    return { displayName: `${displayName} (${host})` };
  }
  if (purpose.kind !== "vouch") return undefined;
  const parent = await findTransaction(journey.machine, purpose.forTransaction, journey.session.sessionId);
  if (typeof parent === "string") return undefined;
  const asking = parent.facts.purpose;
  const tenantId = tenantOfPurpose(asking);
  const tenant = tenantId && (await findTenant(journey.machine.database, tenantId));
  return tenant && tenant.tenantId !== purpose.tenantId ? { displayName: tenant.displayName } : undefined;
}
