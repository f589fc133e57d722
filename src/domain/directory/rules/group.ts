import type { GroupId, TenantId } from "../../../foundation/identifiers.ts";

/** Users, applications and groups of one tenant under one name. */
export interface Group {
  readonly tenantId: TenantId;
  readonly groupId: GroupId;
  readonly displayName: string;
  readonly description: string | undefined;
  readonly mailNickname: string;
  readonly createdAt: Date;
  readonly deletedAt: Date | undefined;
}
