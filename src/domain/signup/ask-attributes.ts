import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { replaceAssignments } from "./assignment-store.ts";
import { lockAttribute } from "./attribute-store.ts";
import { changeFlow } from "./change-flow.ts";
import { findAttribute } from "./find-attributes.ts";
import {
  type AssignmentProblem,
  type AttributeAssignment,
  assignmentProblem,
} from "./rules/attribute-assignment.ts";
import { mostAttributesOfFlow, type UserFlow } from "./rules/user-flow.ts";
import { selectUserFlows } from "./user-flow-store.ts";

export type AskRefusal = {
  readonly code:
    | AssignmentProblem
    | "flow-not-found"
    | "attribute-not-found"
    | "already-asked"
    | "not-asked"
    | "too-many"
    | "order-wrong";
};

type Asked = readonly AttributeAssignment[];

/** Has a flow ask for one attribute more, after the others. */
export function askAttribute(
  machine: Machine,
  circumstances: Circumstances,
  { flow, assignment }: { readonly flow: UserFlow; readonly assignment: AttributeAssignment },
): Promise<Result<undefined, AskRefusal>> {
  const { attributeId } = assignment;
  return changeAsked(machine, circumstances, flow, async (transaction, asked) => {
    if (asked.some((one) => one.attributeId === attributeId)) return refuse({ code: "already-asked" });
    if (asked.length >= mostAttributesOfFlow) return refuse({ code: "too-many" });
    const problem = await problemOf(transaction, flow, assignment);
    return problem ? refuse({ code: problem }) : accept([...asked, assignment]);
  });
}

/** Has a flow ask for an attribute in another way; what is left out stays. */
export function askDifferently(
  machine: Machine,
  circumstances: Circumstances,
  input: {
    readonly flow: UserFlow;
    readonly attributeId: string;
    readonly changes: Partial<Omit<AttributeAssignment, "attributeId">>;
  },
): Promise<Result<undefined, AskRefusal>> {
  const { flow, attributeId, changes } = input;
  return changeAsked(machine, circumstances, flow, async (transaction, asked) => {
    const before = asked.find((one) => one.attributeId === attributeId);
    if (!before) return refuse({ code: "not-asked" });
    const after = { ...before, ...changes };
    const problem = await problemOf(transaction, flow, after);
    return problem ? refuse({ code: problem }) : accept(asked.map((one) => (one === before ? after : one)));
  });
}

/** Has a flow ask for an attribute no more; what people answered stays with them. */
export function askNoMore(
  machine: Machine,
  circumstances: Circumstances,
  { flow, attributeId }: { readonly flow: UserFlow; readonly attributeId: string },
): Promise<Result<undefined, AskRefusal>> {
  return changeAsked(machine, circumstances, flow, async (_transaction, asked) => {
    const kept = asked.filter((one) => one.attributeId !== attributeId);
    return kept.length === asked.length ? refuse({ code: "not-asked" }) : accept(kept);
  });
}

/** Puts the questions of a flow into another order; those that are not named come after, as they stood. */
export function orderAttributes(
  machine: Machine,
  circumstances: Circumstances,
  { flow, order }: { readonly flow: UserFlow; readonly order: readonly string[] },
): Promise<Result<undefined, AskRefusal>> {
  return changeAsked(machine, circumstances, flow, async (_transaction, asked) => {
    const first = order.map((named) =>
      asked.find(({ attributeId }) => attributeId.toLowerCase() === named.toLowerCase()),
    );
    const known = first.filter((one) => one !== undefined);
    if (known.length < order.length || new Set(known).size < known.length)
      return refuse({ code: "order-wrong" });
    return accept([...known, ...asked.filter((one) => !known.includes(one))]);
  });
}

/** The questions are read under the flow's lock, so that of two changes at once neither undoes the other. */
function changeAsked(
  machine: Machine,
  circumstances: Circumstances,
  flow: UserFlow,
  change: (transaction: DatabaseTransaction, asked: Asked) => Promise<Result<Asked, AskRefusal>>,
): Promise<Result<undefined, AskRefusal>> {
  return changeFlow<AskRefusal>(machine, circumstances, flow, async (transaction) => {
    const flows = await selectUserFlows(transaction, flow.tenantId);
    const asked = flows.find(({ flowId }) => flowId === flow.flowId)?.attributes ?? [];
    const changed = await change(transaction, asked);
    if (!changed.ok) return changed;
    await replaceAssignments(transaction, flow, changed.value);
    return accept({ changed: { attributes: { from: asked, to: changed.value } } });
  });
}

async function problemOf(
  transaction: DatabaseTransaction,
  { tenantId }: UserFlow,
  assignment: AttributeAssignment,
): Promise<AskRefusal["code"] | undefined> {
  const attribute = await findAttribute(transaction, tenantId, assignment.attributeId);
  if (!attribute) return "attribute-not-found";
  // Whoever takes the attribute away comes before, or sees that it is asked for.
  if (attribute.origin === "custom" && !(await lockAttribute(transaction, tenantId, attribute.attributeId)))
    return "attribute-not-found";
  return assignmentProblem(attribute, assignment);
}
