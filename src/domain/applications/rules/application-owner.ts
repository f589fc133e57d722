import type { ServicePrincipalId, UserId } from "../../../foundation/identifiers.ts";

/** Who may manage an application without a role over all of them. */
export type ApplicationOwner =
  | { readonly kind: "user"; readonly id: UserId }
  | { readonly kind: "service-principal"; readonly id: ServicePrincipalId };

export const mostOwners = 100;
