import type { OperationTable } from "../../operation-table.ts";
import { invitationBody } from "./invitation-body.ts";

/** What changing how somebody signs in takes, beside inviting. */
export const resetPermissions: readonly string[] = ["User.ReadWrite.All", "Directory.ReadWrite.All"];

const invite = ["User.Invite.All", ...resetPermissions];

export const invitationOperations = {
  "POST /invitations": {
    summary: "Invite a guest",
    delegated: invite,
    application: invite,
    body: invitationBody,
  },
} as const satisfies OperationTable;
