import type { GraphEndpoint } from "../../graph-request.ts";
import type { auditLogOperations } from "./audit-log-operations.ts";
import { listDirectoryAuditsEndpoint, readDirectoryAuditEndpoint } from "./directory-audits-endpoint.ts";
import { listSignInsEndpoint, readSignInEndpoint } from "./sign-ins-endpoint.ts";

export const auditLogEndpoints: Record<keyof typeof auditLogOperations, GraphEndpoint> = {
  "GET /auditLogs/directoryAudits": listDirectoryAuditsEndpoint,
  "GET /auditLogs/directoryAudits/:id": readDirectoryAuditEndpoint,
  "GET /auditLogs/signIns": listSignInsEndpoint,
  "GET /auditLogs/signIns/:id": readSignInEndpoint,
};
