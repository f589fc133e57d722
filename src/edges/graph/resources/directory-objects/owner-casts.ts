import type { Cast } from "./related-operations.ts";

/** What owners can be narrowed to. */
export const ownerCasts = [
  "microsoft.graph.user",
  "microsoft.graph.servicePrincipal",
] as const satisfies readonly Cast[];
