import type { GroupId, TenantId } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { insertGroup } from "./group-store.ts";
import { type GroupLinkRefusal, planGroupLinks } from "./plan-group-links.ts";
import { recordGroupLinks } from "./record-group-links.ts";
import type { Group } from "./rules/group.ts";

export interface NewGroup {
  readonly tenantId: TenantId;
  readonly groupId?: GroupId;
  readonly displayName: string;
  readonly description?: string | undefined;
  readonly mailNickname?: string;
  readonly memberIds?: readonly string[];
  readonly ownerIds?: readonly string[];
}

/** Opens a group, with the members and owners it is to have from the beginning. */
export async function createGroup(
  machine: Machine,
  circumstances: Circumstances,
  input: NewGroup,
): Promise<Result<Group, GroupLinkRefusal | { readonly code: "group-exists" }>> {
  const now = machine.clock();
  const group: Group = {
    tenantId: input.tenantId,
    groupId: input.groupId ?? newIdentifier<GroupId>(),
    displayName: input.displayName,
    description: input.description,
    mailNickname: input.mailNickname ?? input.displayName.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
    createdAt: now,
    deletedAt: undefined,
  };
  return machine.database.transaction().execute(async (transaction) => {
    const members = await planGroupLinks(transaction, group, "member", input.memberIds ?? []);
    if (!members.ok) return members;
    const owners = await planGroupLinks(transaction, group, "owner", input.ownerIds ?? []);
    if (!owners.ok) return owners;
    if (!(await insertGroup(transaction, group))) return refuse({ code: "group-exists" });
    await recordEvent(transaction, now, circumstances, {
      tenantId: group.tenantId,
      activity: "group-created",
      result: "success",
      target: { kind: "group", id: group.groupId, name: group.displayName },
    });
    const links = { group, now };
    await recordGroupLinks(transaction, circumstances, {
      ...links,
      relation: "member",
      objects: members.value,
    });
    await recordGroupLinks(transaction, circumstances, {
      ...links,
      relation: "owner",
      objects: owners.value,
    });
    return accept(group);
  });
}
