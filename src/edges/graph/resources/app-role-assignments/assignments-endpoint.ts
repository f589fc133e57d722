import type { z } from "zod";
import { type AssignmentRefusal, assignAppRole } from "../../../../domain/applications/assign-app-role.ts";
import { countAssignments, queryAssignments } from "../../../../domain/applications/query-assignments.ts";
import { findServicePrincipals } from "../../../../domain/applications/query-service-principals.ts";
import type {
  AssignmentId,
  AssignmentSide,
} from "../../../../domain/applications/rules/app-role-assignment.ts";
import { unassignAppRole } from "../../../../domain/applications/unassign-app-role.ts";
import { findNamedObjects } from "../../../../domain/directory/find-named-objects.ts";
import { type AppRoleId, parseGuid, type ServicePrincipalId } from "../../../../foundation/identifiers.ts";
import { badRequest, type GraphError, notFound } from "../../graph-error.ts";
import { circumstances, type GraphEndpoint, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { listObjects } from "../../odata/list-objects.ts";
import { odataContext } from "../../odata/page.ts";
import { readBody } from "../../read-body.ts";
import { assignmentBody } from "./assignment-body.ts";
import { assignmentType, presentAssignments } from "./assignment-type.ts";
import { checkMayAssign } from "./may-assign.ts";

/** An object that assignments are listed below. */
export interface AssignmentOwner {
  /** As in `users` and `appRoleAssignments`. */
  readonly collection: string;
  readonly navigation: "appRoleAssignments" | "appRoleAssignedTo";
  /** Finds the object in the address; throws where the caller may not read it. */
  readonly find: (request: GraphRequest) => Promise<AssignmentSide>;
}

/** `GET …/appRoleAssignments` or `…/appRoleAssignedTo`. */
export function listAssignmentsEndpoint(owner: AssignmentOwner): GraphEndpoint {
  return async (request) => {
    const { machine, caller } = request;
    const { tenantId } = caller;
    const side = await owner.find(request);
    return listObjects(request, {
      type: assignmentType(collectionOf(owner, side)),
      select: (page) => queryAssignments(machine.database, tenantId, side, page),
      count: (where) => countAssignments(machine.database, tenantId, side, where),
      idOf: ({ assignmentId }) => assignmentId,
      present: (assignments, select) => presentAssignments(machine, tenantId, assignments, select),
    });
  };
}

/** `POST …/appRoleAssignments` or `…/appRoleAssignedTo`. */
export function addAssignmentEndpoint(owner: AssignmentOwner): GraphEndpoint {
  return async (request) => {
    const { c, machine, caller } = request;
    const { tenantId } = caller;
    const side = await owner.find(request);
    const typed = readBody(assignmentBody, await readJsonObject(request), { resource: "AppRoleAssignment" });
    const { principalId, resourceId, roleId } = idsOf(typed);
    if ("resourceId" in side ? side.resourceId !== resourceId : side.principalId !== principalId)
      throw badRequest("The object in the address is neither the principal nor the resource of the body.");
    const [resource] = await findServicePrincipals(machine.database, tenantId, [resourceId]);
    if (!resource) throw unknown("resourceId", resourceId);
    await checkMayAssign(machine, caller, resource);
    const principal = (await findNamedObjects(machine.database, tenantId, [principalId])).get(principalId);
    if (!principal) throw unknown("principalId", principalId);
    const input = { tenantId, principal, resourceId, roleId };
    const outcome = await assignAppRole(machine, circumstances(request), input);
    if (!outcome.ok) throw assignmentErrors[outcome.refusal.code](typed);
    if (outcome.value === "already-assigned")
      throw badRequest("Permission being assigned already exists on the object");
    const made = await findMade(request, side, { principalId, roleId, resourceId });
    const [shown] = await presentAssignments(machine, tenantId, made);
    const { publicUrl } = machine.configuration;
    const context = odataContext(publicUrl, collectionOf(owner, side), undefined, true);
    c.header(
      "location",
      `${publicUrl}/v1.0/${owner.collection}/${idOf(side)}/${owner.navigation}/${shown?.["id"]}`,
    );
    return graphJson(c, { "@odata.context": context, ...shown }, 201);
  };
}

/** `DELETE …/appRoleAssignments/{id}` or `…/appRoleAssignedTo/{id}`. */
export function removeAssignmentEndpoint(owner: AssignmentOwner): GraphEndpoint {
  return async (request) => {
    const { c, machine, caller } = request;
    const { tenantId } = caller;
    const side = await owner.find(request);
    const typed = c.req.param("assignmentId") ?? "";
    const assignmentId = parseGuid<AssignmentId>(typed);
    if (!assignmentId) throw notFound(typed.slice(0, 100));
    const where = { compare: { property: "assignmentId", operator: "eq", value: assignmentId } } as const;
    const [found] = await queryAssignments(machine.database, tenantId, side, { where, limit: 1 });
    const [resource] = found
      ? await findServicePrincipals(machine.database, tenantId, [found.resourceId])
      : [];
    if (!resource) throw notFound(assignmentId);
    await checkMayAssign(machine, caller, resource);
    const outcome = await unassignAppRole(machine, circumstances(request), { tenantId, side, assignmentId });
    if (!outcome.ok) throw notFound(assignmentId);
    return c.body(null, 204);
  };
}

function idsOf(typed: z.output<typeof assignmentBody>) {
  return {
    principalId: typed.principalId,
    resourceId: typed.resourceId as string as ServicePrincipalId,
    roleId: typed.appRoleId as string as AppRoleId,
  };
}

async function findMade(
  { machine, caller }: GraphRequest,
  side: AssignmentSide,
  ids: ReturnType<typeof idsOf>,
) {
  const where = {
    and: Object.entries(ids).map(([property, value]) => ({
      compare: { property: property as keyof typeof ids, operator: "eq" as const, value },
    })),
  };
  return queryAssignments(machine.database, caller.tenantId, side, { where, limit: 1 });
}

function idOf(side: AssignmentSide): string {
  return "resourceId" in side ? side.resourceId : side.principalId;
}

function collectionOf(owner: AssignmentOwner, side: AssignmentSide): string {
  return `${owner.collection}('${idOf(side)}')/${owner.navigation}`;
}

function unknown(target: string, id: string): GraphError {
  return badRequest(`Not a valid reference update: '${id}' does not exist.`, {
    code: "UnknownReference",
    target,
    message: "It names an object of the organization.",
  });
}

const assignmentErrors: Record<
  AssignmentRefusal["code"],
  (typed: z.output<typeof assignmentBody>) => GraphError
> = {
  "resource-not-found": ({ resourceId }) => unknown("resourceId", resourceId),
  "principal-not-found": ({ principalId }) => unknown("principalId", principalId),
  "app-role-not-found": ({ appRoleId }) =>
    badRequest(`Permission being assigned was not found on application: ${appRoleId}`, {
      code: "UnknownAppRole",
      target: "appRoleId",
      message:
        "It names an enabled app role of the resource, or 00000000-0000-0000-0000-000000000000 for none.",
    }),
  "app-role-not-for-principal": () =>
    badRequest("Permission being assigned is not applicable to the principal.", {
      code: "AppRoleNotForPrincipal",
      target: "appRoleId",
      message:
        "allowedMemberTypes of the role: User is for users and groups, Application for service principals.",
    }),
};
