import type { GroupId, TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { addToGroup } from "./add-to-group.ts";
import type { GroupMember } from "./rules/directory-object.ts";

/** Puts somebody into a group; whoever is in it already stays. */
export async function addGroupMember(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly groupId: GroupId; readonly member: GroupMember },
): Promise<
  Result<
    "added" | "already-member",
    { readonly code: "group-not-found" | "member-not-found" | "would-make-a-circle" }
  >
> {
  const { tenantId, groupId, member } = input;
  const outcome = await addToGroup(machine, circumstances, {
    tenantId,
    groupId,
    relation: "member",
    ids: [member.id],
  });
  if (outcome.ok) return accept("added");
  switch (outcome.refusal.code) {
    case "already-there":
      return accept("already-member");
    case "group-not-found":
    case "would-make-a-circle":
      return refuse({ code: outcome.refusal.code });
    default:
      return refuse({ code: "member-not-found" });
  }
}
