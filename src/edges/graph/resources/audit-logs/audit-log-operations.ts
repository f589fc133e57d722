import type { OperationTable } from "../../operation-table.ts";

const readLogs = ["AuditLog.Read.All"];

export const auditLogOperations = {
  "GET /auditLogs/directoryAudits": {
    summary: "List what was changed, by whom",
    delegated: readLogs,
    application: readLogs,
  },
  "GET /auditLogs/signIns": { summary: "List sign-ins", delegated: readLogs, application: readLogs },
} as const satisfies OperationTable;
