import type { GroupId, UserId } from "../../../foundation/identifiers.ts";

/** Somebody of the organisation who answers for a guest. */
export type Sponsor =
  | { readonly kind: "user"; readonly id: UserId }
  | { readonly kind: "group"; readonly id: GroupId };

export const mostSponsors = 5;
