import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { Machine } from "../../../platform/machine.ts";
import type { ExternalIdentity } from "../../directory/rules/external-identity.ts";
import type { UserFlow } from "../rules/user-flow.ts";
import { type Approver, findApprovers } from "./find-deciders.ts";

/**
 * Whom a request is to be mailed to. Whoever has got many in this hour is left out: it stands in their list. Counted
 * before the request is written, because the counts are outside its transaction.
 */
export async function planApproval(
  machine: Machine,
  flow: UserFlow,
  { issuer, subject }: ExternalIdentity,
): Promise<
  Result<readonly Approver[], { readonly code: "too-many-tries"; readonly retryAfterSeconds: number }>
> {
  const { tenantId } = flow;
  const { limits } = machine;
  const waitSeconds = await limits.consume("approval-asked-by-identity", `${tenantId} ${issuer} ${subject}`);
  if (waitSeconds !== undefined) return refuse({ code: "too-many-tries", retryAfterSeconds: waitSeconds });
  const approvers = await findApprovers(machine, flow);
  const waits = await Promise.all(
    approvers.map(({ userId }) => limits.consume("approval-mail-to-approver", `${tenantId} ${userId}`)),
  );
  return accept(approvers.filter((_approver, index) => waits[index] === undefined));
}
