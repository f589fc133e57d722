import type { TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { SignUpSettings } from "./rules/sign-up-settings.ts";
import { selectSignUpSettings } from "./sign-up-settings-store.ts";

/** Whether people sign up by themselves at a tenant. */
export function readSignUpSettings(handle: DatabaseHandle, tenantId: TenantId): Promise<SignUpSettings> {
  return selectSignUpSettings(handle, tenantId);
}
