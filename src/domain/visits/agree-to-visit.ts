import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import type { User } from "../directory/rules/user.ts";
import type { VisitedOrganisation } from "./rules/visited-organisation.ts";
import { insertAgreement } from "./visit-store.ts";

/** A member lets an organisation on another deployment know who they are, from now on. */
export async function agreeToVisit(
  machine: Machine,
  circumstances: Circumstances,
  { tenantId, userId, userPrincipalName }: User,
  { clientId, displayName, host }: VisitedOrganisation,
): Promise<void> {
  const now = machine.clock();
  await machine.database.transaction().execute(async (transaction) => {
    const agreement = { tenantId, userId, clientId, organisationName: displayName, agreedAt: now };
    if (!(await insertAgreement(transaction, agreement))) return;
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "visit-agreed",
      result: "success",
      target: { kind: "user", id: userId, name: userPrincipalName },
      details: { organisation: displayName, host, clientId },
    });
  });
}
