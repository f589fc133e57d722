import type { GraphEndpoint } from "../../graph-request.ts";
import { groupsDeltaEndpoint } from "../delta/groups-delta-endpoint.ts";
import { membershipEndpoints } from "../directory-objects/membership-endpoints.ts";
import { ownerCasts } from "../directory-objects/owner-casts.ts";
import { type RelatedList, relatedEndpoints } from "../directory-objects/related-endpoints.ts";
import { deleteGroupEndpoint, updateGroupEndpoint } from "./change-group-endpoint.ts";
import { createGroupEndpoint } from "./create-group-endpoint.ts";
import { findAddressedGroup } from "./find-addressed-group.ts";
import { addLinkEndpoint, readLinkEndpoint, removeLinkEndpoint } from "./group-link-endpoints.ts";
import { groupCasts, type groupOperations, memberCasts } from "./group-operations.ts";
import { countGroupsEndpoint, listGroupsEndpoint } from "./list-groups-endpoint.ts";
import { readGroupEndpoint } from "./read-group-endpoint.ts";

function ofGroup(relation: RelatedList["relation"]): RelatedList {
  return { relation, find: async (request) => (await findAddressedGroup(request)).groupId };
}

export const groupEndpoints: Record<keyof typeof groupOperations, GraphEndpoint> = {
  "GET /groups": listGroupsEndpoint,
  "GET /groups/$count": countGroupsEndpoint,
  "POST /groups": createGroupEndpoint,
  "GET /groups/delta": groupsDeltaEndpoint,
  "GET /groups/:id": readGroupEndpoint,
  "PATCH /groups/:id": updateGroupEndpoint,
  "DELETE /groups/:id": deleteGroupEndpoint,
  ...relatedEndpoints("/groups/:id/members", memberCasts, ofGroup("members")),
  ...relatedEndpoints("/groups/:id/transitiveMembers", memberCasts, ofGroup("transitive-members")),
  ...relatedEndpoints("/groups/:id/owners", ownerCasts, ofGroup("owners")),
  ...relatedEndpoints("/groups/:id/memberOf", groupCasts, ofGroup("member-of")),
  ...relatedEndpoints("/groups/:id/transitiveMemberOf", groupCasts, ofGroup("transitive-member-of")),
  "GET /groups/:id/members/:objectId": readLinkEndpoint("member"),
  "POST /groups/:id/members/$ref": addLinkEndpoint("member"),
  "DELETE /groups/:id/members/:objectId/$ref": removeLinkEndpoint("member"),
  "GET /groups/:id/owners/:objectId": readLinkEndpoint("owner"),
  "POST /groups/:id/owners/$ref": addLinkEndpoint("owner"),
  "DELETE /groups/:id/owners/:objectId/$ref": removeLinkEndpoint("owner"),
  ...membershipEndpoints("/groups/:id", async (request) => (await findAddressedGroup(request)).groupId),
};
