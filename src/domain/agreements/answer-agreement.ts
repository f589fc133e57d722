import type { AgreementFileId } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import type { User } from "../directory/rules/user.ts";
import { insertAcceptance, selectAgreements, selectFiles } from "./agreement-store.ts";
import { acceptanceEnd } from "./rules/acceptance-end.ts";
import type { Acceptance } from "./rules/agreement.ts";

/**
 * Records what somebody says to the document before them. Undefined: the document no longer counts, because another took
 * its place meanwhile, which they have to see first.
 */
export async function answerAgreement(
  machine: Machine,
  circumstances: Circumstances,
  { user, fileId, state }: { user: User; fileId: AgreementFileId; state: Acceptance["state"] },
): Promise<Acceptance | undefined> {
  const { tenantId, userId, displayName, mail, userPrincipalName } = user;
  return machine.database.transaction().execute(async (transaction) => {
    const agreements = await selectAgreements(transaction, tenantId);
    const files = await selectFiles(
      transaction,
      tenantId,
      agreements.map(({ agreementId }) => agreementId),
    );
    const file = files.find((one) => one.fileId === fileId && one.isCurrent);
    const agreement = agreements.find(({ agreementId }) => agreementId === file?.agreementId);
    if (!file || !agreement) return undefined;
    const recordedAt = machine.clock();
    const { agreementId, majorVersion } = agreement;
    const acceptance = {
      ...{ tenantId, acceptanceId: newIdentifier(), agreementId, fileId, userId, state, majorVersion },
      ...{ recordedAt, userDisplayName: displayName, userEmail: mail, userPrincipalName },
      expiresAt: state === "accepted" ? acceptanceEnd(agreement, recordedAt) : undefined,
    };
    await insertAcceptance(transaction, acceptance);
    await recordEvent(transaction, recordedAt, circumstances, {
      ...{
        tenantId,
        activity: state === "accepted" ? "terms-accepted" : "terms-declined",
        result: "success",
      },
      target: { kind: "agreement", id: agreementId, name: agreement.displayName },
      details: { file: fileId, language: file.language, majorVersion },
    });
    return acceptance;
  });
}
