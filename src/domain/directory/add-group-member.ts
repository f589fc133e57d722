import type { GroupId, TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { findUser } from "./find-user.ts";
import { insertGroupMember, selectGroups } from "./group-store.ts";
import type { Sponsor as GroupMember } from "./rules/sponsor.ts";

/** Puts a user or a group into a group; somebody who is in it already stays. */
export async function addGroupMember(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly groupId: GroupId; readonly member: GroupMember },
): Promise<Result<"added" | "already-member", { readonly code: "group-not-found" | "member-not-found" }>> {
  const { tenantId, groupId, member } = input;
  const now = machine.clock();
  return machine.database.transaction().execute(async (transaction) => {
    const [group] = await selectGroups(transaction, tenantId, [groupId]);
    if (!group) return refuse({ code: "group-not-found" });
    const found =
      member.kind === "user"
        ? await findUser(transaction, tenantId, member.id)
        : (await selectGroups(transaction, tenantId, [member.id]))[0];
    if (!found || member.id === (groupId as string)) return refuse({ code: "member-not-found" });
    const isAdded = await insertGroupMember(transaction, {
      tenantId,
      groupId,
      memberId: member.id,
      memberKind: member.kind,
      addedAt: now,
    });
    if (!isAdded) return accept("already-member");
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "group-member-added",
      result: "success",
      target: { kind: "group", id: groupId, name: group.displayName },
      details: { memberKind: member.kind, memberId: member.id, memberName: found.displayName },
    });
    return accept("added");
  });
}
