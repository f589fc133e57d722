import type { OperationTable } from "../../operation-table.ts";

const readLogs = ["AuditLog.Read.All"];
const reading = { delegated: readLogs, application: readLogs };

export const auditLogOperations = {
  "GET /auditLogs/directoryAudits": { summary: "List what was changed, by whom", ...reading },
  "GET /auditLogs/directoryAudits/:id": { summary: "Read one change", ...reading },
  "GET /auditLogs/signIns": { summary: "List sign-ins, refused ones too", ...reading },
  "GET /auditLogs/signIns/:id": { summary: "Read one sign-in", ...reading },
} as const satisfies OperationTable;
