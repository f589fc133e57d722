import { secondsAfter } from "../../../foundation/clock.ts";
import type { ApplicationId, SignUpRequestId } from "../../../foundation/identifiers.ts";
import { newIdentifier } from "../../../foundation/new-identifier.ts";
import type { DatabaseTransaction } from "../../../platform/database/database.ts";
import type { Machine } from "../../../platform/machine.ts";
import { queueMails } from "../../../platform/mail/queue-mail.ts";
import type { Circumstances } from "../../audit/circumstances.ts";
import { recordEvent } from "../../audit/record-event.ts";
import type { Tenant } from "../../directory/rules/tenant.ts";
import { type AskingPerson, endOfRequest, type SignUpRequest } from "../rules/sign-up-request.ts";
import type { UserFlow } from "../rules/user-flow.ts";
import type { Approver } from "./find-deciders.ts";
import { findRequestStanding } from "./find-sign-up-requests.ts";
import { requestMail } from "./request-mail.ts";
import { identityDigest, sealOfRequest } from "./sealed-request.ts";
import { rememberAsking, replaceRequest } from "./sign-up-request-store.ts";

/** So long an asking counts towards the limit of the flow, which is one for each hour. */
const countedSeconds = 3600;

/**
 * Keeps what somebody would be as a guest until a person decides, and mails those who do. Of several at once by one
 * identity one is kept: the caller has locked the flow.
 */
export async function askForApproval(
  machine: Machine,
  transaction: DatabaseTransaction,
  circumstances: Circumstances,
  input: {
    readonly tenant: Tenant;
    readonly flow: UserFlow;
    readonly applicationId: ApplicationId;
    readonly asking: AskingPerson;
    readonly approvers: readonly Approver[];
  },
): Promise<void> {
  const { tenant, flow, applicationId, asking, approvers } = input;
  const { identity } = asking;
  if (await findRequestStanding(machine, transaction, flow, identity)) return;
  const now = machine.clock();
  const request: SignUpRequest = {
    ...{ tenantId: tenant.tenantId, flowId: flow.flowId, applicationId, asking },
    requestId: newIdentifier<SignUpRequestId>(),
    state: "pending",
    askedAt: now,
    expiresAt: endOfRequest(now),
    decision: undefined,
  };
  const { decision: _none, asking: _sealed, ...row } = request;
  await replaceRequest(transaction, {
    ...row,
    identityDigest: identityDigest(machine.masterKey, tenant.tenantId, identity),
    askingEncrypted: sealOfRequest(machine.masterKey, asking),
  });
  await rememberAsking(transaction, flow, { askedAt: now, forgetBefore: secondsAfter(now, -countedSeconds) });
  // Who asked stands in the request alone: whoever is turned away leaves no name in the log.
  await recordEvent(transaction, now, circumstances, {
    tenantId: tenant.tenantId,
    activity: "sign-up-requested",
    result: "success",
    target: { kind: "sign-up-request", id: request.requestId, name: flow.name },
    details: { applicationId, identityProvider: identity.providerKind, mailedTo: approvers.length },
  });
  const mails = await Promise.all(
    approvers.map((approver) => requestMail(machine, transaction, { tenant, request, approver })),
  );
  await queueMails(machine, transaction, mails);
}
