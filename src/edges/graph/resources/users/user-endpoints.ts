import type { GraphEndpoint } from "../../graph-request.ts";
import { usersDeltaEndpoint } from "../delta/users-delta-endpoint.ts";
import { membershipEndpoints } from "../directory-objects/membership-endpoints.ts";
import { relatedEndpoints } from "../directory-objects/related-endpoints.ts";
import { ownedCasts } from "../directory-objects/service-principal-membership-operations.ts";
import { changePasswordEndpoint } from "./change-password-endpoint.ts";
import { deleteUserEndpoint, updateUserEndpoint } from "./change-user-endpoint.ts";
import { convertUserEndpoint } from "./convert-user-endpoint.ts";
import { createUserEndpoint } from "./create-user-endpoint.ts";
import { findMembershipOwner } from "./find-membership-owner.ts";
import { listSponsorsEndpoint } from "./list-sponsors-endpoint.ts";
import { countUsersEndpoint, listUsersEndpoint } from "./list-users-endpoint.ts";
import {
  listReportsEndpoint,
  readInviterEndpoint,
  readManagerEndpoint,
  removeManagerEndpoint,
  setManagerEndpoint,
} from "./manager-endpoints.ts";
import { readMeEndpoint, readUserEndpoint } from "./read-user-endpoint.ts";
import { revokeSessionsEndpoint } from "./revoke-sessions-endpoint.ts";
import {
  addSponsorEndpoint,
  listSponsorReferencesEndpoint,
  removeSponsorEndpoint,
} from "./sponsor-reference-endpoint.ts";
import { userMembershipCasts, type userOperations } from "./user-operations.ts";

export const userEndpoints: Record<keyof typeof userOperations, GraphEndpoint> = {
  "GET /me": readMeEndpoint,
  "POST /me/changePassword": changePasswordEndpoint,
  "GET /users": listUsersEndpoint,
  "POST /users": createUserEndpoint,
  "GET /users/$count": countUsersEndpoint,
  "GET /users/delta": usersDeltaEndpoint,
  "GET /users/:id": readUserEndpoint,
  "PATCH /users/:id": updateUserEndpoint,
  "DELETE /users/:id": deleteUserEndpoint,
  "POST /users/:id/revokeSignInSessions": revokeSessionsEndpoint,
  "POST /users/:id/convertExternalToInternalMemberUser": convertUserEndpoint,
  "GET /users/:id/invitedBy": readInviterEndpoint,
  "GET /users/:id/manager": readManagerEndpoint,
  "PUT /users/:id/manager/$ref": setManagerEndpoint,
  "DELETE /users/:id/manager/$ref": removeManagerEndpoint,
  "GET /users/:id/directReports": listReportsEndpoint,
  "GET /users/:id/sponsors": listSponsorsEndpoint,
  "GET /users/:id/sponsors/$ref": listSponsorReferencesEndpoint,
  "POST /users/:id/sponsors/$ref": addSponsorEndpoint,
  "DELETE /users/:id/sponsors/:objectId/$ref": removeSponsorEndpoint,
  ...relatedEndpoints("/users/:id/memberOf", userMembershipCasts, {
    relation: "member-of",
    find: findMembershipOwner,
  }),
  ...relatedEndpoints("/users/:id/transitiveMemberOf", userMembershipCasts, {
    relation: "transitive-member-of",
    find: findMembershipOwner,
  }),
  ...relatedEndpoints("/users/:id/ownedObjects", ownedCasts, {
    relation: "owned",
    find: findMembershipOwner,
  }),
  ...membershipEndpoints("/users/:id", findMembershipOwner),
};
