import type { GroupId, TenantId } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { insertGroup } from "./group-store.ts";
import type { Group } from "./rules/group.ts";

export interface NewGroup {
  readonly tenantId: TenantId;
  readonly groupId?: GroupId;
  readonly displayName: string;
  readonly description?: string;
  readonly mailNickname?: string;
}

/** Opens an empty group. */
export async function createGroup(
  machine: Machine,
  circumstances: Circumstances,
  input: NewGroup,
): Promise<Result<Group, { readonly code: "group-exists" }>> {
  const now = machine.clock();
  const group: Group = {
    tenantId: input.tenantId,
    groupId: input.groupId ?? newIdentifier<GroupId>(),
    displayName: input.displayName,
    description: input.description,
    mailNickname: input.mailNickname ?? input.displayName.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
    createdAt: now,
  };
  return machine.database.transaction().execute(async (transaction) => {
    const isAdded = await insertGroup(transaction, { ...group, description: group.description ?? null });
    if (!isAdded) return refuse({ code: "group-exists" });
    await recordEvent(transaction, now, circumstances, {
      tenantId: group.tenantId,
      activity: "group-created",
      result: "success",
      target: { kind: "group", id: group.groupId, name: group.displayName },
    });
    return accept(group);
  });
}
