import type { Condition } from "../../../foundation/condition.ts";

/** What groups can be asked for, in the domain's own words. */
export type GroupProperties = {
  readonly groupId: "id";
  readonly displayName: "text";
  readonly description: "text";
  readonly mailNickname: "text";
  readonly createdAt: "moment";
  readonly deletedAt: "moment";
  /** Whether it gives rights, whether it has a mailbox: the same for all groups there are. */
  readonly securityEnabled: "flag";
  readonly mailEnabled: "flag";
  readonly groupTypes: "list";
};

export type GroupCondition = Condition<GroupProperties>;
