import { unsupportedQuery } from "../../graph-error.ts";
import type { GraphEndpoint } from "../../graph-request.ts";
import { purgeDeletedEndpoint, restoreDeletedEndpoint } from "./change-deleted-endpoints.ts";
import type { deletedItemOperations } from "./deleted-item-operations.ts";
import {
  countDeletedApplications,
  countDeletedServicePrincipals,
  listDeletedApplications,
  listDeletedServicePrincipals,
} from "./list-deleted-applications.ts";
import {
  countDeletedGroups,
  countDeletedUsers,
  listDeletedGroups,
  listDeletedUsers,
} from "./list-deleted-endpoints.ts";
import { readDeletedEndpoint } from "./read-deleted-endpoint.ts";

export const deletedItemEndpoints: Record<keyof typeof deletedItemOperations, GraphEndpoint> = {
  "GET /directory/deletedItems/microsoft.graph.user": listDeletedUsers,
  "GET /directory/deletedItems/microsoft.graph.user/$count": countDeletedUsers,
  "GET /directory/deletedItems/microsoft.graph.group": listDeletedGroups,
  "GET /directory/deletedItems/microsoft.graph.group/$count": countDeletedGroups,
  "GET /directory/deletedItems/microsoft.graph.application": listDeletedApplications,
  "GET /directory/deletedItems/microsoft.graph.application/$count": countDeletedApplications,
  "GET /directory/deletedItems/microsoft.graph.servicePrincipal": listDeletedServicePrincipals,
  "GET /directory/deletedItems/microsoft.graph.servicePrincipal/$count": countDeletedServicePrincipals,
  "GET /directory/deletedItems": async () => {
    throw unsupportedQuery("Deleted items can only be listed by type.", {
      code: "CastMissing",
      message:
        "Add the type to the path: /directory/deletedItems/microsoft.graph.user, …group, …application or …servicePrincipal.",
    });
  },
  "GET /directory/deletedItems/:id": readDeletedEndpoint,
  "DELETE /directory/deletedItems/:id": purgeDeletedEndpoint,
  "POST /directory/deletedItems/:id/restore": restoreDeletedEndpoint,
};
