import type { OperationRow } from "../operation-table.ts";
import { type GraphOperation, operations, permissionsOf } from "../permissions.ts";

/** A row of the table of operations, as documents show it. */
export interface DescribedOperation extends OperationRow {
  readonly method: string;
  /** `/users/{id}` */
  readonly path: string;
  /** What stands between the braces, in order. */
  readonly parameters: readonly string[];
}

/** Every operation there is, in the order of the table. */
export function describedOperations(): DescribedOperation[] {
  return (Object.keys(operations) as GraphOperation[]).map((operation) => {
    const [method = "", route = ""] = operation.split(" ");
    return {
      ...permissionsOf(operation),
      method,
      path: route.replace(/:(\w+)/g, "{$1}"),
      parameters: [...route.matchAll(/:(\w+)/g)].map(([, name]) => name ?? ""),
    };
  });
}
