import { type GraphOperation, operations, permissionsOf } from "../../src/edges/graph/permissions.ts";

/** Every row of the table that Graph is made from. */
export const allOperations = Object.keys(operations) as GraphOperation[];

/** Every permission that any operation takes. */
export const everyPermission: readonly string[] = [
  ...new Set(
    allOperations.flatMap((operation) => {
      const { delegated, own = [], application } = permissionsOf(operation);
      return [...delegated, ...own, ...application];
    }),
  ),
];

const parameter = /:\w+/g;

/** How many things the operation's address names. */
export function parameterCount(operation: GraphOperation): number {
  return operation.match(parameter)?.length ?? 0;
}

/** The operation with these ids in its address, in order; the last one also stands for those that follow. */
export function addressed(operation: GraphOperation, ...ids: readonly string[]): string {
  let place = 0;
  return operation.replace(parameter, () => ids[Math.min(place++, ids.length - 1)] ?? "");
}
