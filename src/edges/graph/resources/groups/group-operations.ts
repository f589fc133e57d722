import type { OperationTable } from "../../operation-table.ts";
import { membershipOperations } from "../directory-objects/membership-operations.ts";
import { ownerCasts } from "../directory-objects/owner-casts.ts";
import { type Cast, relatedOperations } from "../directory-objects/related-operations.ts";

const readGroups = [
  "GroupMember.Read.All",
  "GroupMember.ReadWrite.All",
  "Group.Read.All",
  "Group.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];
const changeGroups = ["Group.ReadWrite.All", "Directory.ReadWrite.All"];
const changeMembers = ["GroupMember.ReadWrite.All", ...changeGroups];

const read = { delegated: readGroups, application: readGroups };
const change = { delegated: changeGroups, application: changeGroups };
const changeLinks = { delegated: changeMembers, application: changeMembers };

/** What the items of each list can be narrowed to. */
export const memberCasts = [
  "microsoft.graph.user",
  "microsoft.graph.group",
  "microsoft.graph.servicePrincipal",
] as const satisfies readonly Cast[];
export const groupCasts = ["microsoft.graph.group"] as const satisfies readonly Cast[];

export const groupOperations = {
  "GET /groups": { summary: "List groups", ...read },
  "GET /groups/$count": { summary: "Count groups", ...read },
  "POST /groups": {
    summary: "Open a group",
    delegated: changeGroups,
    application: ["Group.Create", ...changeGroups],
  },
  "GET /groups/delta": { summary: "Follow changes of groups and their members", ...read },
  "GET /groups/:id": { summary: "Read a group", ...read },
  "PATCH /groups/:id": { summary: "Change a group, or add members to it", ...changeLinks },
  "DELETE /groups/:id": { summary: "Delete a group", ...change },
  ...relatedOperations("/groups/:id/members", memberCasts, "the members of a group", read),
  ...relatedOperations(
    "/groups/:id/transitiveMembers",
    memberCasts,
    "the members of a group and of the groups in it",
    read,
  ),
  ...relatedOperations("/groups/:id/owners", ownerCasts, "the owners of a group", read),
  ...relatedOperations("/groups/:id/memberOf", groupCasts, "the groups a group is in", read),
  ...relatedOperations(
    "/groups/:id/transitiveMemberOf",
    groupCasts,
    "the groups a group is in, directly or not",
    read,
  ),
  "GET /groups/:id/members/:objectId": { summary: "Read one member of a group", ...read },
  "POST /groups/:id/members/$ref": { summary: "Add a member to a group", ...changeLinks },
  "DELETE /groups/:id/members/:objectId/$ref": {
    summary: "Take a member out of a group",
    ...changeLinks,
  },
  "GET /groups/:id/owners/:objectId": { summary: "Read one owner of a group", ...read },
  "POST /groups/:id/owners/$ref": { summary: "Make somebody an owner of a group", ...changeLinks },
  "DELETE /groups/:id/owners/:objectId/$ref": {
    summary: "Let somebody own a group no longer",
    ...changeLinks,
  },
  ...membershipOperations("/groups/:id", "group", read),
} as const satisfies OperationTable;
