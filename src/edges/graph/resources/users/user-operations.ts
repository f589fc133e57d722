import { z } from "zod";
import type { OperationTable } from "../../operation-table.ts";
import { membershipOperations } from "../directory-objects/membership-operations.ts";
import { type Cast, relatedOperations } from "../directory-objects/related-operations.ts";
import { ownedCasts } from "../directory-objects/service-principal-membership-operations.ts";
import { conversionBody } from "./conversion-body.ts";
import { newGuestBody } from "./guest-body.ts";
import { newUserBody, passwordChangeBody, userChangesBody } from "./user-body.ts";

const readUsers = ["User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];
const listUsers = ["User.ReadBasic.All", ...readUsers];
const changeUsers = ["User.ReadWrite.All", "Directory.ReadWrite.All"];
const readOwn = ["User.Read", "User.ReadWrite"];
const read = { delegated: readUsers, own: readOwn, application: readUsers };
const change = { delegated: changeUsers, application: changeUsers };

const readMembership = { delegated: readUsers, own: readOwn, application: readUsers };

/** What the memberships of a user can be narrowed to. */
export const userMembershipCasts = [
  "microsoft.graph.group",
  "microsoft.graph.directoryRole",
] as const satisfies readonly Cast[];

export const userOperations = {
  "GET /me": {
    summary: "Read the signed-in person",
    delegated: [...readOwn, ...listUsers],
    application: [],
  },
  "POST /me/changePassword": {
    summary: "Change the password of the signed-in person",
    delegated: ["User.ReadWrite", ...changeUsers],
    application: [],
    body: passwordChangeBody,
  },
  "GET /users": { summary: "List users", delegated: listUsers, application: listUsers },
  "POST /users": {
    summary: "Add somebody who signs in with a password, or a guest who was approved",
    ...change,
    body: z.union([newUserBody, newGuestBody]),
  },
  "GET /users/$count": { summary: "Count users", delegated: listUsers, application: listUsers },
  "GET /users/delta": { summary: "Follow changes of users", delegated: listUsers, application: listUsers },
  "GET /users/:id": {
    summary: "Read a user",
    delegated: listUsers,
    own: readOwn,
    application: listUsers,
  },
  "PATCH /users/:id": {
    summary: "Change a user",
    delegated: changeUsers,
    own: ["User.ReadWrite"],
    application: changeUsers,
    body: userChangesBody,
  },
  "DELETE /users/:id": {
    summary: "Delete a user",
    delegated: ["User.DeleteRestore.All", "User.ReadWrite.All"],
    application: ["User.DeleteRestore.All", "User.ReadWrite.All"],
  },
  "POST /users/:id/revokeSignInSessions": {
    summary: "End every session of a user",
    delegated: ["User.RevokeSessions.All", ...changeUsers],
    own: ["User.ReadWrite"],
    application: ["User.RevokeSessions.All", ...changeUsers],
  },
  "POST /users/:id/convertExternalToInternalMemberUser": {
    summary: "Make somebody from elsewhere a member who signs in here with a password",
    delegated: ["User-ConvertToInternal.ReadWrite.All", "User.ReadWrite.All"],
    application: ["User-ConvertToInternal.ReadWrite.All", "User.ReadWrite.All"],
    body: conversionBody,
  },
  "GET /users/:id/invitedBy": { summary: "Read who invited a user", ...read },
  "GET /users/:id/manager": { summary: "Read to whom a user reports", ...read },
  "PUT /users/:id/manager/$ref": { summary: "Say to whom a user reports", ...change },
  "DELETE /users/:id/manager/$ref": { summary: "Let a user report to nobody", ...change },
  "GET /users/:id/directReports": { summary: "List who reports to a user", ...read },
  "GET /users/:id/sponsors": { summary: "List who answers for a guest", ...read },
  "GET /users/:id/sponsors/$ref": { summary: "List references to who answers for a guest", ...read },
  "POST /users/:id/sponsors/$ref": { summary: "Let somebody answer for a guest", ...change },
  "DELETE /users/:id/sponsors/:objectId/$ref": {
    summary: "Let somebody not answer for a guest any more",
    ...change,
  },
  ...relatedOperations(
    "/users/:id/memberOf",
    userMembershipCasts,
    "the groups and roles of a user",
    readMembership,
  ),
  ...relatedOperations(
    "/users/:id/transitiveMemberOf",
    userMembershipCasts,
    "the groups and roles of a user, directly or not",
    readMembership,
  ),
  ...relatedOperations(
    "/users/:id/ownedObjects",
    ownedCasts,
    "the groups and applications a user answers for",
    readMembership,
  ),
  ...membershipOperations("/users/:id", "user", readMembership),
} as const satisfies OperationTable;
