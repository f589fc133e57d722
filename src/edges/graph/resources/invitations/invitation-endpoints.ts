import type { GraphEndpoint } from "../../graph-request.ts";
import { createInvitationEndpoint } from "./create-invitation-endpoint.ts";
import type { invitationOperations } from "./invitation-operations.ts";

export const invitationEndpoints: Record<keyof typeof invitationOperations, GraphEndpoint> = {
  "POST /invitations": createInvitationEndpoint,
};
