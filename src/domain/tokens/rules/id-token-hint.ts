import type { ApplicationId, TenantId, UserId } from "../../../foundation/identifiers.ts";

/** What an ID token of ours says about itself, shown back to us. */
export interface IdTokenHint {
  readonly tenantId: TenantId;
  readonly applicationId: ApplicationId;
  readonly userId: UserId;
  readonly sid: string | undefined;
}
