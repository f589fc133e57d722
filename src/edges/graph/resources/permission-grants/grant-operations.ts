import type { OperationTable } from "../../operation-table.ts";
import { grantBody, grantChangesBody } from "./grant-body.ts";

const change = ["DelegatedPermissionGrant.ReadWrite.All"];
const read = [...change, "Directory.Read.All", "Directory.ReadWrite.All"];
const reading = { delegated: read, application: read };
const changing = { delegated: change, application: change };

export const grantOperations = {
  "GET /oauth2PermissionGrants": { summary: "List what applications may do for people", ...reading },
  "POST /oauth2PermissionGrants": {
    summary: "Let an application act for people",
    ...changing,
    body: grantBody,
  },
  "GET /oauth2PermissionGrants/:id": { summary: "Read what was granted", ...reading },
  "PATCH /oauth2PermissionGrants/:id": {
    summary: "Change what was granted",
    ...changing,
    body: grantChangesBody,
  },
  "DELETE /oauth2PermissionGrants/:id": { summary: "Take back what was granted", ...changing },
  "GET /servicePrincipals/:id/oauth2PermissionGrants": {
    summary: "List what one application may do for people",
    ...reading,
  },
  "GET /users/:id/oauth2PermissionGrants": {
    summary: "List what a person let applications do",
    ...reading,
  },
} as const satisfies OperationTable;
