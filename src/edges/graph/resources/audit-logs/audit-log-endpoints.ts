import type { GraphEndpoint } from "../../graph-request.ts";
import type { auditLogOperations } from "./audit-log-operations.ts";
import { listDirectoryAuditsEndpoint } from "./list-directory-audits-endpoint.ts";
import { listSignInsEndpoint } from "./list-sign-ins-endpoint.ts";

export const auditLogEndpoints: Record<keyof typeof auditLogOperations, GraphEndpoint> = {
  "GET /auditLogs/directoryAudits": listDirectoryAuditsEndpoint,
  "GET /auditLogs/signIns": listSignInsEndpoint,
};
