import type { GraphEndpoint } from "../../graph-request.ts";
import type { groupOperations } from "./group-operations.ts";
import { countGroupsEndpoint, listGroupsEndpoint } from "./list-groups-endpoint.ts";
import { listGroupMembersEndpoint, readGroupEndpoint } from "./read-group-endpoint.ts";

export const groupEndpoints: Record<keyof typeof groupOperations, GraphEndpoint> = {
  "GET /groups": listGroupsEndpoint,
  "GET /groups/$count": countGroupsEndpoint,
  "GET /groups/:id": readGroupEndpoint,
  "GET /groups/:id/members": listGroupMembersEndpoint,
};
