import { type AuditColumn, type AuditEvent, listAuditEvents } from "../../../../domain/audit/list-events.ts";
import type { Activity } from "../../../../domain/audit/record-event.ts";
import { parseGuid } from "../../../../foundation/identifiers.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { graphJson, wireMoment } from "../../graph-response.ts";
import { nextLink, odataContext } from "../../odata/page.ts";
import { parseQuery } from "../../odata/parse-query.ts";
import { checkMayReadLogs, type LogProperties, readLogQuery, writePosition } from "./log-query.ts";

interface WireActivity {
  readonly name: string;
  readonly category: string;
  readonly service: "Core Directory" | "Invited Users";
}

function activity(
  name: string,
  category = "UserManagement",
  service: WireActivity["service"] = "Core Directory",
): WireActivity {
  return { name, category, service };
}

function invitation(name: string): WireActivity {
  return activity(name, "UserManagement", "Invited Users");
}

/** What the log says, in the names of the reference where it has one. */
const activities: Record<Activity, WireActivity> = {
  "tenant-created": activity("Create company", "DirectoryManagement"),
  "guest-invited": invitation("Invite external user"),
  "guest-invited-with-reset": invitation("Invite external user with reset invitation status"),
  "invitation-resent": invitation("Resend external user invite"),
  "invitation-revoked": invitation("Revoke external user invite"),
  "invitation-redeemed": invitation("Redeem external user invite"),
  "redemption-refused": invitation("Redeem external user invite"),
  "user-created": activity("Add user"),
  "user-updated": activity("Update user"),
  "user-deleted": activity("Delete user"),
  "user-restored": activity("Restore user"),
  "directory-role-assigned": activity("Add member to role", "RoleManagement"),
  "group-created": activity("Add group", "GroupManagement"),
  "group-member-added": activity("Add member to group", "GroupManagement"),
  "collaboration-settings-changed": activity("Update authorization policy", "AuthorizationPolicy"),
  "application-created": activity("Add application", "ApplicationManagement"),
  "application-updated": activity("Update application", "ApplicationManagement"),
  "application-secret-added": activity(
    "Update application – Certificates and secrets management",
    "ApplicationManagement",
  ),
  "app-role-assigned": activity("Add app role assignment grant to user", "ApplicationManagement"),
  "service-principal-created": activity("Add service principal", "ApplicationManagement"),
  "consent-granted": activity("Consent to application", "ApplicationManagement"),
  "consent-revoked": activity("Remove delegated permission grant", "ApplicationManagement"),
  "sign-in-sessions-revoked": activity("Update StsRefreshTokenValidFrom Timestamp"),
  "signing-keys-rotated": activity("Rotate signing keys", "KeyManagement"),
};

const properties: LogProperties<AuditColumn> = {
  moment: "activityDateTime",
  equal: {
    activityDisplayName: {
      column: "activity",
      read: (name) =>
        Object.entries(activities).find(([, wire]) => wire.name.toLowerCase() === name.toLowerCase())?.[0],
    },
    result: { column: "result", read: (value) => /^(success|failure)$/i.exec(value)?.[0].toLowerCase() },
    correlationId: { column: "correlationId", read: (value) => parseGuid(value) },
    "initiatedBy/user/id": { column: "actorId", read: (value) => parseGuid(value) },
  },
};

/** `GET /auditLogs/directoryAudits`: newest first. */
export async function listDirectoryAuditsEndpoint({ c, machine, caller }: GraphRequest): Promise<Response> {
  checkMayReadLogs(caller);
  const query = parseQuery(c.req.url, c.req.header("consistencylevel"));
  const events = await listAuditEvents(machine.database, caller.tenantId, readLogQuery(query, properties));
  const shown = events.slice(0, query.top);
  const last = shown.at(-1);
  const { publicUrl } = machine.configuration;
  const path = "/auditLogs/directoryAudits";
  return graphJson(c, {
    "@odata.context": odataContext(publicUrl, "auditLogs/directoryAudits"),
    ...(events.length > query.top && last
      ? { "@odata.nextLink": nextLink(publicUrl, path, query, writePosition(last)) }
      : {}),
    value: shown.map(presentAudit),
  });
}

function presentAudit(event: AuditEvent): object {
  const wire = activities[event.activity as Activity] ?? activity(event.activity);
  return {
    id: event.eventId,
    category: wire.category,
    correlationId: event.correlationId,
    result: event.result,
    resultReason: event.reason ?? "",
    activityDisplayName: wire.name,
    activityDateTime: wireMoment(event.occurredAt),
    loggedByService: wire.service,
    operationType: null,
    initiatedBy: initiatorOf(event),
    targetResources:
      event.targetId === null
        ? []
        : [
            {
              id: event.targetId,
              displayName: event.targetName,
              type: event.targetKind === "user" ? "User" : event.targetKind,
              userPrincipalName: null,
              groupType: null,
              modifiedProperties: [],
            },
          ],
    additionalDetails: Object.entries(event.details).map(([key, value]) => ({
      key,
      value: typeof value === "string" ? value : JSON.stringify(value),
    })),
  };
}

function initiatorOf(event: AuditEvent): object {
  if (event.actorKind === "application")
    return {
      user: null,
      app: {
        appId: null,
        displayName: event.actorName,
        servicePrincipalId: event.actorId,
        servicePrincipalName: null,
      },
    };
  return {
    app: null,
    user: {
      id: event.actorId,
      displayName: event.actorName ?? (event.actorKind === "operator" ? "Operator" : null),
      userPrincipalName: null,
      ipAddress: event.ipAddress,
    },
  };
}
