import { findUser } from "../../../../domain/directory/find-user.ts";
import { countUsers, queryUsers } from "../../../../domain/directory/query-users.ts";
import type { User } from "../../../../domain/directory/rules/user.ts";
import type { UserCondition } from "../../../../domain/directory/rules/user-condition.ts";
import { setManager } from "../../../../domain/directory/set-manager.ts";
import { type Branded, parseGuid, type UserId } from "../../../../foundation/identifiers.ts";
import { badRequest, GraphError, notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { listObjects } from "../../odata/list-objects.ts";
import { readReference } from "../../odata/read-reference.ts";
import { showObject } from "../../odata/show-object.ts";
import { findAddressedUser } from "./find-addressed-user.ts";
import { checkMayAdminister } from "./may-change-user.ts";
import { presentFoundUsers } from "./present-user.ts";
import { userType } from "./user-properties.ts";
import { viewOf, viewOfOthersFound } from "./user-view.ts";

/** `GET /users/{id}/manager`. */
export async function readManagerEndpoint(request: GraphRequest): Promise<Response> {
  const user = await findAddressedUser(request, "GET /users/:id/manager");
  viewOf(request.caller, user, "GET /users/:id/manager");
  return showRelated(request, "manager", user.managerId);
}

/** `GET /users/{id}/invitedBy`. */
export async function readInviterEndpoint(request: GraphRequest): Promise<Response> {
  const user = await findAddressedUser(request, "GET /users/:id/invitedBy");
  viewOf(request.caller, user, "GET /users/:id/invitedBy");
  return showRelated(request, "invitedBy", user.invitedByUserId);
}

async function showRelated(
  request: GraphRequest,
  navigation: string,
  userId: UserId | undefined,
): Promise<Response> {
  const { machine, caller } = request;
  const related = userId && (await findUser(machine.database, caller.tenantId, userId));
  if (!related)
    throw new GraphError(
      404,
      "Request_ResourceNotFound",
      `Resource '${navigation}' does not exist or one of its queried reference-property objects are not present.`,
    );
  return showObject(request, {
    type: { ...userType, collection: "directoryObjects" },
    item: related,
    present: (users: readonly User[], select) => presentFoundUsers(request, users, select),
  });
}

/** `GET /users/{id}/directReports`. */
export async function listReportsEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  const { tenantId } = caller;
  const user = await findAddressedUser(request, "GET /users/:id/directReports");
  viewOf(caller, user, "GET /users/:id/directReports");
  const theirs = (where: UserCondition | undefined): UserCondition => ({
    and: [
      { compare: { property: "managerId", operator: "eq", value: user.userId } },
      ...(where === undefined ? [] : [where]),
    ],
  });
  return listObjects(request, {
    type: { ...userType, collection: "directoryObjects" },
    visible: viewOfOthersFound(caller),
    select: (page) => queryUsers(machine.database, tenantId, { ...page, where: theirs(page.where) }),
    count: (where) => countUsers(machine.database, tenantId, { where: theirs(where) }),
    idOf: (report) => report.userId,
    present: (users, select) => presentFoundUsers(request, users, select),
  });
}

/** `PUT /users/{id}/manager/$ref`. */
export async function setManagerEndpoint(request: GraphRequest): Promise<Response> {
  const user = await findAddressedUser(request, "PUT /users/:id/manager/$ref");
  await checkMayAdminister(request.machine, request.caller, user, "PUT /users/:id/manager/$ref");
  return change(request, user, readReference(await readJsonObject(request)));
}

/** `DELETE /users/{id}/manager/$ref`. */
export async function removeManagerEndpoint(request: GraphRequest): Promise<Response> {
  const user = await findAddressedUser(request, "DELETE /users/:id/manager/$ref");
  await checkMayAdminister(request.machine, request.caller, user, "DELETE /users/:id/manager/$ref");
  return change(request, user, undefined);
}

async function change(
  request: GraphRequest,
  { userId }: User,
  reference: Branded<string> | undefined,
): Promise<Response> {
  const { c, machine, caller } = request;
  const managerId = reference && parseGuid<UserId>(reference);
  const { tenantId } = caller;
  const outcome = await setManager(machine, circumstances(request), { tenantId, userId, managerId });
  if (outcome.ok) return c.body(null, 204);
  switch (outcome.refusal.code) {
    case "user-not-found":
      throw notFound(userId);
    case "manager-not-found":
      throw notFound(managerId ?? "");
    case "no-manager":
      throw notFound("manager");
    case "manager-is-self":
      throw badRequest("A user cannot be their own manager.", {
        code: "InvalidReference",
        target: userId,
        message: "Name another user.",
      });
  }
}
