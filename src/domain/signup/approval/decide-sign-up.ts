import type { ApplicationId, SignUpRequestId, TenantId } from "../../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { DatabaseTransaction } from "../../../platform/database/database.ts";
import type { Machine } from "../../../platform/machine.ts";
import { queueMail } from "../../../platform/mail/queue-mail.ts";
import { forgetAppRoles } from "../../applications/find-app-roles.ts";
import type { Actor, Circumstances } from "../../audit/circumstances.ts";
import { recordEvent } from "../../audit/record-event.ts";
import { findTenant } from "../../directory/find-tenant.ts";
import type { Tenant } from "../../directory/rules/tenant.ts";
import { endOfRequest, longestReason, type SignUpRequest } from "../rules/sign-up-request.ts";
import type { UserFlow } from "../rules/user-flow.ts";
import { lockUserFlow } from "../user-flow-store.ts";
import { type AdmitRefusal, admitAsking } from "./admit-asking.ts";
import { flowsDecidedBy } from "./find-deciders.ts";
import { findSignUpRequest } from "./find-sign-up-requests.ts";
import { decisionMail } from "./request-mail.ts";
import { sealOfRequest } from "./sealed-request.ts";
import { decideRequestRow } from "./sign-up-request-store.ts";

export interface Verdict {
  readonly verdict: "approved" | "denied";
  /** For the person who asked to read. */
  readonly reason: string | undefined;
}

export type DecideRefusal =
  | AdmitRefusal
  | {
      /** Not there for whoever wants to decide: forgotten, taken back, or not theirs to decide. */
      readonly code: "request-not-found" | "decided-already" | "reason-missing" | "reason-too-long";
    };

interface Deciding extends Verdict {
  readonly tenant: Tenant;
  readonly flow: UserFlow;
  readonly requestId: SignUpRequestId;
}

/**
 * Approves or denies a request. Of several people at once the first decides, and the others hear that it is decided.
 * Whoever is approved is made a guest in the same moment, if the flow would still take them; whatever is decided, the
 * person is mailed.
 */
export async function decideSignUp(
  machine: Machine,
  circumstances: Circumstances,
  input: Verdict & { readonly tenantId: TenantId; readonly requestId: SignUpRequestId },
): Promise<Result<undefined, DecideRefusal>> {
  const { tenantId, requestId, verdict } = input;
  const reason = input.reason?.trim() || undefined;
  if (verdict === "denied" && reason === undefined) return refuse({ code: "reason-missing" });
  if (reason && reason.length > longestReason) return refuse({ code: "reason-too-long" });
  const [tenant, request, flows] = await Promise.all([
    findTenant(machine.database, tenantId),
    findSignUpRequest(machine, machine.database, tenantId, requestId),
    flowsDecidedBy(machine, tenantId, circumstances.actor),
  ]);
  const flow = flows.find(({ flowId }) => flowId === request?.flowId);
  if (!tenant || !flow) return refuse({ code: "request-not-found" });
  const outcome = await machine.database
    .transaction()
    .execute((transaction) =>
      decideAndRecord(machine, transaction, circumstances, { tenant, flow, requestId, verdict, reason }),
    )
    .catch((undone: unknown): Result<undefined, DecideRefusal> => {
      if (undone instanceof Undone) return refuse({ code: undone.code });
      throw undone;
    });
  forgetAppRoles(machine.database);
  return outcome;
}

/** Thrown so that a decision that cannot be carried out is none. */
class Undone extends Error {
  readonly code: AdmitRefusal["code"];

  constructor(code: AdmitRefusal["code"]) {
    super(code);
    this.code = code;
  }
}

async function decideAndRecord(
  machine: Machine,
  transaction: DatabaseTransaction,
  circumstances: Circumstances,
  { tenant, flow, requestId, verdict, reason }: Deciding,
): Promise<Result<undefined, DecideRefusal>> {
  const { tenantId } = tenant;
  const now = machine.clock();
  // One at a time by each flow: whoever changes the flow, asks or decides comes before or after.
  if (!(await lockUserFlow(transaction, tenantId, flow.flowId))) return refuse({ code: "request-not-found" });
  const request = await findSignUpRequest(machine, transaction, tenantId, requestId);
  if (!request) return refuse({ code: "request-not-found" });
  const isDecided = await decideRequestRow(
    transaction,
    { tenantId, requestId },
    {
      state: verdict,
      decidedAt: now,
      decisionEncrypted: sealOfRequest(machine.masterKey, { decidedBy: nameOf(circumstances.actor), reason }),
      expiresAt: endOfRequest(now),
    },
  );
  if (!isDecided) return refuse({ code: "decided-already" });
  await recordEvent(transaction, now, circumstances, eventOf(request, flow, verdict));
  if (verdict === "approved") {
    const admitted = await admitAsking(machine, transaction, circumstances, { tenant, request });
    if (!admitted.ok) throw new Undone(admitted.refusal.code);
  }
  const mail = await decisionMail(machine, transaction, { tenant, request, verdict, reason });
  await queueMail(machine, transaction, mail);
  return accept(undefined);
}

function nameOf(actor: Actor): string {
  return "displayName" in actor ? actor.displayName : actor.kind;
}

function eventOf(
  { tenantId, requestId, applicationId }: SignUpRequest,
  { name }: UserFlow,
  verdict: Verdict["verdict"],
) {
  return {
    tenantId,
    activity: `sign-up-${verdict}`,
    result: "success",
    target: { kind: "sign-up-request", id: requestId, name },
    details: { applicationId } satisfies { applicationId: ApplicationId },
  } as const;
}
