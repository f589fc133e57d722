import type { TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { selectServicePrincipal } from "./application-store.ts";
import { deleteAssignment, selectAssignmentPage } from "./assignment-query-store.ts";
import { forgetAppRoles } from "./find-app-roles.ts";
import type { AssignmentId, AssignmentSide } from "./rules/app-role-assignment.ts";

/** Takes an assignment of this resource or principal away: it is missing from the next token. */
export async function unassignAppRole(
  machine: Machine,
  circumstances: Circumstances,
  input: {
    readonly tenantId: TenantId;
    readonly side: AssignmentSide;
    readonly assignmentId: AssignmentId;
  },
): Promise<Result<"unassigned", { readonly code: "assignment-not-found" }>> {
  const { tenantId, side, assignmentId } = input;
  const outcome = await machine.database
    .transaction()
    .execute(
      async (transaction): Promise<Result<"unassigned", { readonly code: "assignment-not-found" }>> => {
        const where = {
          compare: { property: "assignmentId", operator: "eq", value: assignmentId },
        } as const;
        const [found] = await selectAssignmentPage(transaction, tenantId, side, { where, limit: 1 });
        const resource =
          found &&
          (await selectServicePrincipal(transaction, tenantId, { servicePrincipalId: found.resourceId }));
        if (!found || !resource) return refuse({ code: "assignment-not-found" });
        await deleteAssignment(transaction, tenantId, assignmentId);
        const { principalKind, principalId, roleId } = found;
        await recordEvent(transaction, machine.clock(), circumstances, {
          tenantId,
          activity: "app-role-unassigned",
          result: "success",
          target: { kind: "application", id: resource.applicationId, name: resource.displayName },
          details: { principalKind, principalId, roleId },
        });
        return accept("unassigned");
      },
    );
  forgetAppRoles(machine.database);
  return outcome;
}
