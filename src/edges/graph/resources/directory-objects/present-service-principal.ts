import type { ApplicationInTenant } from "../../../../domain/applications/rules/application.ts";
import type { Caller } from "../../caller.ts";
import { presentServicePrincipal } from "../service-principals/service-principal-properties.ts";
import { seesApplications } from "./sees-applications.ts";

/** A service principal that the caller came upon: without permission only that it exists. */
export function presentFoundServicePrincipal(
  caller: Caller,
  found: ApplicationInTenant,
  select: readonly string[] | undefined,
): Record<string, unknown> {
  const visible = seesApplications(caller) ? "everything" : new Set(["id"]);
  return presentServicePrincipal(found, select, visible);
}
