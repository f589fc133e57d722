import type { OperationTable } from "../../operation-table.ts";

const readDirectory = ["Directory.Read.All", "Directory.ReadWrite.All"];

const applicationChange = ["Application.ReadWrite.All", "Application.ReadWrite.OwnedBy"];
const applications = {
  read: ["Application.Read.All", ...applicationChange, ...readDirectory],
  change: applicationChange,
};

/** What it takes to read and to change what was deleted, by its kind. */
export const deletedItemPermissions = {
  user: {
    read: ["User.Read.All", "User.DeleteRestore.All", "User.ReadWrite.All", ...readDirectory],
    change: ["User.DeleteRestore.All", "User.ReadWrite.All"],
  },
  group: {
    read: ["Group.Read.All", "Group.ReadWrite.All", ...readDirectory],
    change: ["Group.ReadWrite.All"],
  },
  application: applications,
  "service-principal": applications,
} as const;

function taking(permissions: readonly string[]) {
  const all = [...new Set(permissions)];
  return { delegated: all, application: all };
}

const { user, group } = deletedItemPermissions;
const readAny = taking([...user.read, ...group.read, ...applications.read]);
const changeAny = taking([...user.change, ...group.change, ...applications.change]);

export const deletedItemOperations = {
  "GET /directory/deletedItems/microsoft.graph.user": {
    summary: "List users that were deleted and can be restored",
    ...taking(user.read),
  },
  "GET /directory/deletedItems/microsoft.graph.user/$count": {
    summary: "Count users that were deleted and can be restored",
    ...taking(user.read),
  },
  "GET /directory/deletedItems/microsoft.graph.group": {
    summary: "List groups that were deleted and can be restored",
    ...taking(group.read),
  },
  "GET /directory/deletedItems/microsoft.graph.group/$count": {
    summary: "Count groups that were deleted and can be restored",
    ...taking(group.read),
  },
  "GET /directory/deletedItems/microsoft.graph.application": {
    summary: "List registrations that were deleted and can be restored",
    ...taking(applications.read),
  },
  "GET /directory/deletedItems/microsoft.graph.application/$count": {
    summary: "Count registrations that were deleted and can be restored",
    ...taking(applications.read),
  },
  "GET /directory/deletedItems/microsoft.graph.servicePrincipal": {
    summary: "List applications whose use here was ended and can be restored",
    ...taking(applications.read),
  },
  "GET /directory/deletedItems/microsoft.graph.servicePrincipal/$count": {
    summary: "Count applications whose use here was ended and can be restored",
    ...taking(applications.read),
  },
  "GET /directory/deletedItems": {
    summary: "Refused: the type of the objects must be named",
    ...readAny,
  },
  "GET /directory/deletedItems/:id": { summary: "Read what was deleted", ...readAny },
  "DELETE /directory/deletedItems/:id": {
    summary: "Remove something deleted for good",
    ...changeAny,
  },
  "POST /directory/deletedItems/:id/restore": {
    summary: "Bring something deleted back",
    ...changeAny,
  },
} as const satisfies OperationTable;
