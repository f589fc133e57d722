import { languages as spokenHere } from "../../foundation/language.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { changeFlow } from "./change-flow.ts";
import { findUserFlow } from "./find-user-flow.ts";
import { mostDomainsOfFlow, mostSignUpsPerHour, type UserFlow } from "./rules/user-flow.ts";
import { updateUserFlowRow } from "./user-flow-store.ts";

/** What is to be different; what is left out stays. */
export type FlowChanges = Partial<
  Pick<
    UserFlow,
    | "allowsOrganisations"
    | "allowsEmailCode"
    | "allowedDomains"
    | "blockedDomains"
    | "signUpsPerHour"
    | "languages"
    | "defaultLanguage"
    | "requiresApproval"
    | "providersFirst"
  >
>;

export type UpdateFlowRefusal = {
  readonly code:
    | "flow-not-found"
    | "limit-wrong"
    | "too-many-domains"
    | "language-unknown"
    | "language-default"
    | "approver-missing";
};

/** Changes for whom a flow is, and in which languages it speaks. */
export async function updateUserFlow(
  machine: Machine,
  circumstances: Circumstances,
  { flow, changes }: { readonly flow: UserFlow; readonly changes: FlowChanges },
): Promise<Result<undefined, UpdateFlowRefusal>> {
  const problem = problemOf({ ...flow, ...changes });
  if (problem) return refuse({ code: problem });
  const { allowedDomains, blockedDomains, languages, ...plain } = changes;
  return changeFlow(machine, circumstances, flow, async (transaction) => {
    if (changes.requiresApproval && !(await hasApprover(transaction, flow)))
      return refuse({ code: "approver-missing" as const });
    await updateUserFlowRow(transaction, flow.tenantId, flow.flowId, {
      ...plain,
      ...(allowedDomains && { allowedDomains: [...allowedDomains] }),
      ...(blockedDomains && { blockedDomains: [...blockedDomains] }),
      ...(languages && { languages: [...languages] }),
      // At least one assignment, also for an empty change.
      name: flow.name,
    });
    return accept({ changed: changedOf(flow, changes) });
  });
}

async function hasApprover(
  transaction: DatabaseTransaction,
  { tenantId, flowId }: UserFlow,
): Promise<boolean> {
  const flow = await findUserFlow(transaction, tenantId, flowId);
  return flow !== undefined && flow.approvingUsers.length + flow.approvingGroups.length > 0;
}

function problemOf(flow: UserFlow): UpdateFlowRefusal["code"] | undefined {
  const { signUpsPerHour, allowedDomains, blockedDomains, languages, defaultLanguage } = flow;
  const known: readonly string[] = spokenHere;
  if (!Number.isInteger(signUpsPerHour) || signUpsPerHour < 1 || signUpsPerHour > mostSignUpsPerHour)
    return "limit-wrong";
  if (allowedDomains.length > mostDomainsOfFlow || blockedDomains.length > mostDomainsOfFlow)
    return "too-many-domains";
  if (![...languages, defaultLanguage].every((language) => known.includes(language)))
    return "language-unknown";
  return languages.includes(defaultLanguage) ? undefined : "language-default";
}

function changedOf(flow: UserFlow, changes: FlowChanges): Record<string, { from: unknown; to: unknown }> {
  return Object.fromEntries(
    (Object.keys(changes) as (keyof FlowChanges)[])
      .filter((name) => JSON.stringify(flow[name]) !== JSON.stringify(changes[name]))
      .map((name) => [name, { from: flow[name], to: changes[name] }]),
  );
}
