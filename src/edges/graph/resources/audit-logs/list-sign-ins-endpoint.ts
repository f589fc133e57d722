import {
  listSignInEvents,
  type SignInColumn,
  type SignInEvent,
} from "../../../../domain/audit/list-events.ts";
import { parseGuid } from "../../../../foundation/identifiers.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { graphJson, wireMoment } from "../../graph-response.ts";
import { nextLink, odataContext } from "../../odata/page.ts";
import { parseQuery } from "../../odata/parse-query.ts";
import { checkMayReadLogs, type LogProperties, readLogQuery, writePosition } from "./log-query.ts";

const properties: LogProperties<SignInColumn> = {
  moment: "createdDateTime",
  equal: {
    userId: { column: "userId", read: (value) => parseGuid(value) },
    appId: { column: "applicationId", read: (value) => parseGuid(value) },
    ipAddress: { column: "ipAddress", read: (value) => value },
    correlationId: { column: "correlationId", read: (value) => parseGuid(value) },
    "status/errorCode": {
      column: "errorCode",
      read: (value) => (/^\d{1,9}$/.test(value) ? Number(value) : undefined),
    },
  },
};

/** `GET /auditLogs/signIns`: newest first, refused ones too. */
export async function listSignInsEndpoint({ c, machine, caller }: GraphRequest): Promise<Response> {
  checkMayReadLogs(caller);
  const query = parseQuery(c.req.url, c.req.header("consistencylevel"));
  const events = await listSignInEvents(machine.database, caller.tenantId, readLogQuery(query, properties));
  const shown = events.slice(0, query.top);
  const last = shown.at(-1);
  const { publicUrl } = machine.configuration;
  return graphJson(c, {
    "@odata.context": odataContext(publicUrl, "auditLogs/signIns"),
    ...(events.length > query.top && last
      ? { "@odata.nextLink": nextLink(publicUrl, "/auditLogs/signIns", query, writePosition(last)) }
      : {}),
    value: shown.map(presentSignIn),
  });
}

function presentSignIn(event: SignInEvent): object {
  return {
    id: event.eventId,
    createdDateTime: wireMoment(event.occurredAt),
    appId: event.applicationId,
    appDisplayName: event.applicationName,
    resourceId: event.resourceId,
    userId: event.userId,
    userDisplayName: event.userName,
    userType: event.userKind === null ? null : event.userKind === "guest" ? "guest" : "member",
    homeTenantId: event.homeTenantId,
    crossTenantAccessType: event.userKind === "guest" ? "b2bCollaboration" : "none",
    ipAddress: event.ipAddress,
    correlationId: event.correlationId,
    isInteractive: event.isInteractive,
    status: {
      errorCode: event.errorCode,
      failureReason: event.errorCode === 0 ? "Other." : event.failureReason,
      additionalDetails: null,
    },
  };
}
