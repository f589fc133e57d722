import type { OperationRow } from "../../operation-table.ts";

/** Segments that leave only objects of one type (OData 4.01 URL conventions, section 4.11). */
export type Cast =
  | "microsoft.graph.user"
  | "microsoft.graph.group"
  | "microsoft.graph.servicePrincipal"
  | "microsoft.graph.application"
  | "microsoft.graph.directoryRole";

/** The operations by which related objects are read. */
export type RelatedOperation<Path extends string, Casts extends Cast> =
  | `GET ${Path}`
  | `GET ${Path}/$count`
  | `GET ${Path}/$ref`
  | `GET ${Path}/${Casts}`
  | `GET ${Path}/${Casts}/$count`;

/** The rows of these operations, which take the same permissions. */
export function relatedOperations<Path extends string, Casts extends Cast>(
  path: Path,
  casts: readonly Casts[],
  what: string,
  permissions: Omit<OperationRow, "summary">,
): Record<RelatedOperation<Path, Casts>, OperationRow> {
  const rows: Record<string, OperationRow> = {
    [`GET ${path}`]: { summary: `List ${what}`, ...permissions },
    [`GET ${path}/$count`]: { summary: `Count ${what}`, ...permissions },
    [`GET ${path}/$ref`]: { summary: `List references to ${what}`, ...permissions },
  };
  for (const cast of casts) {
    const type = cast.slice("microsoft.graph.".length);
    rows[`GET ${path}/${cast}`] = { summary: `List ${what} of type ${type}`, ...permissions };
    rows[`GET ${path}/${cast}/$count`] = { summary: `Count ${what} of type ${type}`, ...permissions };
  }
  return rows;
}
