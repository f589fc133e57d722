/** Permissions over Graph, any one of which is enough. */
interface OperationPermissions {
  /** On behalf of a person, whose own rights limit the call further. */
  readonly delegated: readonly string[];
  /** On behalf of a person, and only where the object is that person. */
  readonly own?: readonly string[];
  /** For an application that acts as itself. */
  readonly application: readonly string[];
}

const readUsers = ["User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];
const listUsers = ["User.ReadBasic.All", ...readUsers];
const changeUsers = ["User.ReadWrite.All", "Directory.ReadWrite.All"];
const invite = ["User.Invite.All", ...changeUsers];
const readOwn = ["User.Read", "User.ReadWrite"];
const readGroups = [
  "GroupMember.Read.All",
  "GroupMember.ReadWrite.All",
  "Group.Read.All",
  "Group.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];
const readOrganization = ["Organization.Read.All", "Directory.Read.All", "Directory.ReadWrite.All"];
const readLogs = ["AuditLog.Read.All"];

/**
 * Every operation of Graph that there is, with what it takes. The routes are made from this table, so an operation
 * without a row cannot be reached.
 */
export const operations = {
  "POST /invitations": { delegated: invite, application: invite },
  "GET /me": { delegated: [...readOwn, ...listUsers], application: [] },
  "GET /users": { delegated: listUsers, application: listUsers },
  "GET /users/$count": { delegated: listUsers, application: listUsers },
  "GET /users/:id": { delegated: listUsers, own: readOwn, application: listUsers },
  "PATCH /users/:id": { delegated: changeUsers, own: ["User.ReadWrite"], application: changeUsers },
  "DELETE /users/:id": { delegated: ["User.ReadWrite.All"], application: ["User.ReadWrite.All"] },
  "GET /users/:id/sponsors": { delegated: readUsers, own: readOwn, application: readUsers },
  "GET /organization": { delegated: [...readOwn, ...readOrganization], application: readOrganization },
  "GET /organization/:id": { delegated: [...readOwn, ...readOrganization], application: readOrganization },
  "GET /groups": { delegated: readGroups, application: readGroups },
  "GET /groups/:id": { delegated: readGroups, application: readGroups },
  "GET /groups/:id/members": { delegated: readGroups, application: readGroups },
  "GET /auditLogs/directoryAudits": { delegated: readLogs, application: readLogs },
  "GET /auditLogs/signIns": { delegated: readLogs, application: readLogs },
} as const satisfies Record<string, OperationPermissions>;

export type GraphOperation = keyof typeof operations;

/** What changing how somebody signs in takes, beside inviting. */
export const resetPermissions: readonly string[] = changeUsers;

/** The same table for those who do not know the keys. */
export function permissionsOf(operation: GraphOperation): OperationPermissions {
  return operations[operation];
}
