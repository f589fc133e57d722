import type {
  AppRoleAssignment,
  AssignmentProperties,
} from "../../../../domain/applications/rules/app-role-assignment.ts";
import { findNamedObjects } from "../../../../domain/directory/find-named-objects.ts";
import type { NamedObject } from "../../../../domain/directory/rules/directory-object.ts";
import type { TenantId } from "../../../../foundation/identifiers.ts";
import type { Machine } from "../../../../platform/machine.ts";
import { wireMoment } from "../../graph-response.ts";
import { presentObject } from "../../odata/present-object.ts";
import type { ResourceProperty, ResourceType } from "../../odata/resource-type.ts";

interface ShownAssignment {
  readonly assignment: AppRoleAssignment;
  readonly names: ReadonlyMap<string, NamedObject>;
}

type Property = ResourceProperty<ShownAssignment, AssignmentProperties>;

const principalTypes = { user: "User", group: "Group", "service-principal": "ServicePrincipal" } as const;

const properties: Readonly<Record<string, Property>> = {
  id: {
    read: ({ assignment }) => assignment.assignmentId,
    isDefault: true,
    filter: { type: "id", property: "assignmentId" },
  },
  deletedDateTime: { read: () => null, isDefault: true },
  appRoleId: {
    read: ({ assignment }) => assignment.roleId,
    isDefault: true,
    filter: { type: "id", property: "roleId" },
  },
  createdDateTime: {
    read: ({ assignment }) => wireMoment(assignment.createdAt),
    isDefault: true,
    filter: { type: "moment", property: "createdAt" },
  },
  principalDisplayName: {
    read: ({ assignment, names }) => names.get(assignment.principalId)?.displayName ?? null,
    isDefault: true,
  },
  principalId: {
    read: ({ assignment }) => assignment.principalId,
    isDefault: true,
    filter: { type: "id", property: "principalId" },
  },
  principalType: { read: ({ assignment }) => principalTypes[assignment.principalKind], isDefault: true },
  resourceDisplayName: {
    read: ({ assignment, names }) => names.get(assignment.resourceId)?.displayName ?? null,
    isDefault: true,
  },
  resourceId: {
    read: ({ assignment }) => assignment.resourceId,
    isDefault: true,
    filter: { type: "id", property: "resourceId" },
  },
};

/** Assignments on the wire, below the object they belong to. */
export function assignmentType(collection: string): ResourceType<ShownAssignment, AssignmentProperties> {
  return { name: "appRoleAssignment", collection, properties };
}

/** Assignments as the wire shows them, with the names of both sides. */
export async function presentAssignments(
  machine: Machine,
  tenantId: TenantId,
  assignments: readonly AppRoleAssignment[],
  select?: readonly string[],
): Promise<Record<string, unknown>[]> {
  const ids = assignments.flatMap(({ principalId, resourceId }) => [principalId, resourceId]);
  const names = await findNamedObjects(machine.database, tenantId, ids);
  return assignments.map((assignment) =>
    presentObject(assignmentType("appRoleAssignments"), { assignment, names }, select),
  );
}
