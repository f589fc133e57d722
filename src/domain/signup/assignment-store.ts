import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { AttributeAssignment } from "./rules/attribute-assignment.ts";
import type { UserFlow } from "./rules/user-flow.ts";

type Flow = Pick<UserFlow, "tenantId" | "flowId">;

/** Writes what a flow asks, in this order, in place of what it asked before. */
export async function replaceAssignments(
  transaction: DatabaseTransaction,
  { tenantId, flowId }: Flow,
  assignments: readonly AttributeAssignment[],
): Promise<void> {
  await transaction
    .deleteFrom("userFlowAttribute")
    .where("tenantId", "=", tenantId)
    .where("flowId", "=", flowId)
    .execute();
  if (assignments.length === 0) return;
  await transaction
    .insertInto("userFlowAttribute")
    .values(
      assignments.map((assignment, position) => ({
        ...{ tenantId, flowId, position },
        ...assignment,
        choices: JSON.stringify(assignment.choices),
      })),
    )
    .execute();
}
