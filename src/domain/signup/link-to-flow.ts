import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import { findApplicationByServicePrincipal } from "../applications/find-application.ts";
import { graphApplicationId } from "../applications/rules/graph-permissions.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { findGroup } from "../directory/find-groups.ts";
import { findUser } from "../directory/find-user.ts";
import { findProvider } from "../federation/find-provider.ts";
import { changeFlow } from "./change-flow.ts";
import { findUserFlow } from "./find-user-flow.ts";
import { deleteLinkedPart, insertLinkedPart, type LinkedPart } from "./flow-part-store.ts";
import { mostApproversOfFlow, mostGroupsOfFlow, type UserFlow } from "./rules/user-flow.ts";
import { selectSignUpSettings } from "./sign-up-settings-store.ts";

export type LinkRefusal = {
  readonly code:
    | "flow-not-found"
    | "part-not-found"
    | "application-has-flow"
    | "application-not-linkable"
    | "sign-up-is-off"
    | "already-linked"
    | "too-many-groups"
    | "too-many-approvers"
    | "approver-not-member"
    | "last-approver";
};

/** Links a provider, an application, a group or an approver of the tenant to a flow. */
export async function linkToFlow(
  machine: Machine,
  circumstances: Circumstances,
  { flow, part }: { readonly flow: UserFlow; readonly part: LinkedPart },
): Promise<Result<undefined, LinkRefusal>> {
  return changeFlow(
    machine,
    circumstances,
    flow,
    async (transaction): Promise<Result<Record<string, unknown>, LinkRefusal>> => {
      const named = await nameOf(transaction, flow, part);
      if (!named.ok) return named;
      const isAdded = await insertLinkedPart(
        transaction,
        { tenantId: flow.tenantId, flowId: flow.flowId },
        part,
      );
      const isOwn = part.kind !== "application" || flow.applications.includes(part.id);
      if (!isAdded) return refuse({ code: isOwn ? "already-linked" : "application-has-flow" });
      return accept({ linked: part.kind, id: part.id, name: named.value });
    },
  );
}

/** Takes such a link away. */
export async function unlinkFromFlow(
  machine: Machine,
  circumstances: Circumstances,
  { flow, part }: { readonly flow: UserFlow; readonly part: LinkedPart },
): Promise<Result<undefined, LinkRefusal>> {
  return changeFlow(
    machine,
    circumstances,
    flow,
    async (transaction): Promise<Result<Record<string, unknown>, LinkRefusal>> => {
      if (await isLastApprover(transaction, flow, part)) return refuse({ code: "last-approver" });
      return (await deleteLinkedPart(transaction, flow, part))
        ? accept({ unlinked: part.kind, id: part.id })
        : refuse({ code: "part-not-found" });
    },
  );
}

/** A flow that requires approval names somebody who gives it. */
async function isLastApprover(
  transaction: DatabaseTransaction,
  { tenantId, flowId }: UserFlow,
  { kind, id }: LinkedPart,
): Promise<boolean> {
  if (kind !== "approving-user" && kind !== "approving-group") return false;
  // The flow is locked: it is looked at as it is now.
  const flow = await findUserFlow(transaction, tenantId, flowId);
  const left = flow?.requiresApproval && [...flow.approvingUsers, ...flow.approvingGroups];
  return left ? left.length === 1 && left[0] === id : false;
}

/** What the part is called; a refusal where it may not be linked. */
async function nameOf(
  transaction: DatabaseTransaction,
  { tenantId, groups, approvingUsers, approvingGroups }: UserFlow,
  part: LinkedPart,
): Promise<Result<string, LinkRefusal>> {
  const isFull = approvingUsers.length + approvingGroups.length >= mostApproversOfFlow;
  switch (part.kind) {
    case "approving-user": {
      const user = await findUser(transaction, tenantId, part.id);
      if (!user) return refuse({ code: "part-not-found" });
      if (user.kind !== "member") return refuse({ code: "approver-not-member" });
      return isFull ? refuse({ code: "too-many-approvers" }) : accept(user.displayName);
    }
    case "approving-group": {
      const group = await findGroup(transaction, tenantId, part.id);
      if (!group) return refuse({ code: "part-not-found" });
      return isFull ? refuse({ code: "too-many-approvers" }) : accept(group.displayName);
    }
    case "provider": {
      const provider = await findProvider(transaction, tenantId, part.id);
      return provider ? accept(provider.displayName) : refuse({ code: "part-not-found" });
    }
    case "group": {
      const group = await findGroup(transaction, tenantId, part.id);
      if (!group) return refuse({ code: "part-not-found" });
      return groups.length < mostGroupsOfFlow
        ? accept(group.displayName)
        : refuse({ code: "too-many-groups" });
    }
    case "application": {
      const found = await findApplicationByServicePrincipal(transaction, tenantId, part.id);
      if (!found) return refuse({ code: "part-not-found" });
      if (found.application.applicationId === graphApplicationId)
        return refuse({ code: "application-not-linkable" });
      const { isEnabled } = await selectSignUpSettings(transaction, tenantId);
      return isEnabled ? accept(found.servicePrincipal.displayName) : refuse({ code: "sign-up-is-off" });
    }
  }
}
