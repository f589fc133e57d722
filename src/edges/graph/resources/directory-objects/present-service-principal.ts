import type { ApplicationInTenant } from "../../../../domain/applications/rules/application.ts";
import { type Caller, hasPermission } from "../../caller.ts";
import { presentServicePrincipal } from "../service-principals/service-principal-properties.ts";

const sufficient = [
  "Application.Read.All",
  "Application.ReadWrite.All",
  "Application.ReadWrite.OwnedBy",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];

/** A service principal that the caller came upon: without permission only that it exists. */
export function presentFoundServicePrincipal(
  caller: Caller,
  found: ApplicationInTenant,
  select: readonly string[] | undefined,
): Record<string, unknown> {
  const isShown =
    hasPermission(caller, sufficient) && (caller.kind === "application" || caller.access !== "oneself");
  return presentServicePrincipal(found, select, isShown ? "everything" : new Set(["id"]));
}
