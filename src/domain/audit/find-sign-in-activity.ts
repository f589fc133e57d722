import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { SignInActivity } from "./rules/sign-in-activity.ts";
import { selectSignInActivity } from "./sign-in-activity-store.ts";

/** When these users last signed in; without an entry for those who never tried. */
export function findSignInActivity(
  handle: DatabaseHandle,
  tenantId: TenantId,
  userIds: readonly UserId[],
): Promise<ReadonlyMap<UserId, SignInActivity>> {
  return selectSignInActivity(handle, tenantId, userIds);
}
