import type { SessionId, TenantId, UserId } from "../../../foundation/identifiers.ts";
import type { User } from "../../directory/rules/user.ts";

/** An account of a browser's session that is a user of a tenant: what a proof is bound to. */
export interface HolderIds {
  readonly sessionId: SessionId;
  readonly accountId: string;
  readonly tenantId: TenantId;
  readonly userId: UserId;
}

/** The same, of whom more is known. */
export interface FactorHolder {
  readonly sessionId: SessionId;
  readonly accountId: string;
  readonly user: User;
}

export function idsOfHolder({ sessionId, accountId, user }: FactorHolder): HolderIds {
  return { sessionId, accountId, tenantId: user.tenantId, userId: user.userId };
}
