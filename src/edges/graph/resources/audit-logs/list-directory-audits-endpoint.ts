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

function application(name: string): WireActivity {
  return activity(name, "ApplicationManagement");
}

const credentialsChanged = "Update application – Certificates and secrets management";

/** What the log says, in the names of the reference where it has one. */
const activities: Record<Activity, WireActivity> = {
  "tenant-created": activity("Create company", "DirectoryManagement"),
  "tenant-changed": activity("Set company information", "DirectoryManagement"),
  "domain-added": activity("Add unverified domain", "DirectoryManagement"),
  "domain-verified": activity("Verify domain", "DirectoryManagement"),
  "default-domain-changed": activity("Update domain", "DirectoryManagement"),
  "domain-removed": activity("Remove domain", "DirectoryManagement"),
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
  "user-purged": activity("Hard Delete user"),
  "directory-role-assigned": activity("Add member to role", "RoleManagement"),
  "directory-role-removed": activity("Remove member from role", "RoleManagement"),
  "group-created": activity("Add group", "GroupManagement"),
  "group-updated": activity("Update group", "GroupManagement"),
  "group-deleted": activity("Delete group", "GroupManagement"),
  "group-restored": activity("Restore Group", "GroupManagement"),
  "group-purged": activity("Hard Delete group", "GroupManagement"),
  "group-member-added": activity("Add member to group", "GroupManagement"),
  "group-member-removed": activity("Remove member from group", "GroupManagement"),
  "group-owner-added": activity("Add owner to group", "GroupManagement"),
  "group-owner-removed": activity("Remove owner from group", "GroupManagement"),
  "collaboration-settings-changed": activity("Update authorization policy", "AuthorizationPolicy"),
  "application-created": application("Add application"),
  "application-updated": application("Update application"),
  "application-deleted": application("Delete application"),
  "application-secret-added": application(credentialsChanged),
  "application-secret-removed": application(credentialsChanged),
  "application-certificate-added": application(credentialsChanged),
  "application-certificate-removed": application(credentialsChanged),
  "federated-credential-added": application(credentialsChanged),
  "federated-credential-changed": application(credentialsChanged),
  "federated-credential-removed": application(credentialsChanged),
  "application-owner-added": application("Add owner to application"),
  "application-owner-removed": application("Remove owner from application"),
  "service-principal-created": application("Add service principal"),
  "service-principal-updated": application("Update service principal"),
  "service-principal-deleted": application("Remove service principal"),
  "app-role-assigned": application("Add app role assignment grant to user"),
  "app-role-unassigned": application("Remove app role assignment from user"),
  "consent-granted": application("Consent to application"),
  "consent-changed": application("Update delegated permission grant"),
  "consent-revoked": application("Remove delegated permission grant"),
  "identity-provider-added": activity("Create identity provider", "ExternalIdentities"),
  "identity-provider-updated": activity("Update identity provider", "ExternalIdentities"),
  "identity-provider-removed": activity("Delete identity provider", "ExternalIdentities"),
  "sign-in-sessions-revoked": activity("Update StsRefreshTokenValidFrom Timestamp"),
  "signing-keys-rotated": activity("Rotate signing keys", "KeyManagement"),
};

const properties: LogProperties<AuditColumn> = {
  moment: "activityDateTime",
  equal: {
    activityDisplayName: {
      column: "activity",
      read: (name) => {
        // One name of the reference may stand for several things the log tells apart.
        const named = Object.entries(activities).filter(
          ([, wire]) => wire.name.toLowerCase() === name.toLowerCase(),
        );
        return named.length > 0 ? named.map(([own]) => own) : undefined;
      },
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

/** What those are called who have no name of their own. */
const actorNames: Readonly<Record<string, string>> = { operator: "Operator", service: "Guesthouse" };

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
      displayName: event.actorName ?? actorNames[event.actorKind] ?? null,
      userPrincipalName: null,
      ipAddress: event.ipAddress,
    },
  };
}
