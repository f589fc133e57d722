import type { AuditEvent } from "../../../../domain/audit/list-events.ts";
import type { Activity } from "../../../../domain/audit/record-event.ts";
import type { AuditProperties } from "../../../../domain/audit/rules/log-condition.ts";
import { wireMoment } from "../../graph-response.ts";
import type { ResourceProperty, ResourceType } from "../../odata/resource-type.ts";
import { activityPath } from "./activity-filter.ts";
import { additionalDetails, modifiedProperties } from "./changed-values.ts";
import type { PeopleInLog } from "./people-in-log.ts";
import { type WireActivity, wireActivities } from "./wire-activities.ts";

/** Where the kind of whoever acted is compared; no caller can write a path like this. */
export const actorKindPath = "(actor kind)";

/** An entry of the change log, and who is named in it. */
export interface ShownAudit {
  readonly event: AuditEvent;
  readonly people: PeopleInLog;
  /** Client ids of the applications that acted, by service principal. */
  readonly applicationIds: ReadonlyMap<string, string>;
}

const properties: Readonly<Record<string, ResourceProperty<ShownAudit, AuditProperties>>> = {
  id: {
    read: ({ event }) => event.eventId,
    isDefault: true,
    filter: { type: "id", property: "eventId" },
  },
  category: { read: ({ event }) => activityOf(event).category, isDefault: true },
  correlationId: {
    read: ({ event }) => event.correlationId,
    isDefault: true,
    filter: { type: "id", property: "correlationId" },
  },
  result: {
    read: ({ event }) => event.result,
    isDefault: true,
    filter: { type: "text", property: "result" },
  },
  resultReason: { read: ({ event }) => event.reason ?? "", isDefault: true },
  activityDisplayName: { read: ({ event }) => activityOf(event).name, isDefault: true },
  activityDateTime: {
    read: ({ event }) => wireMoment(event.occurredAt),
    isDefault: true,
    filter: { type: "moment", property: "occurredAt" },
  },
  loggedByService: { read: ({ event }) => activityOf(event).service, isDefault: true },
  operationType: { read: ({ event }) => operationOf(activityOf(event)), isDefault: true },
  initiatedBy: { read: initiatorOf, isDefault: true },
  targetResources: { read: targetsOf, isDefault: true },
  additionalDetails: { read: ({ event }) => additionalDetails(event.details), isDefault: true },
};

/** The change log on the wire. */
export const directoryAuditType: ResourceType<ShownAudit, AuditProperties> = {
  name: "directoryAudit",
  collection: "auditLogs/directoryAudits",
  properties,
  paths: {
    [activityPath]: { type: "text", property: "activity" },
    [actorKindPath]: { type: "text", property: "actorKind" },
    "initiatedBy/user/id": { type: "id", property: "actorId" },
    "initiatedBy/user/displayName": { type: "text", property: "actorName" },
    "initiatedBy/app/servicePrincipalId": { type: "id", property: "actorId" },
    "initiatedBy/app/displayName": { type: "text", property: "actorName" },
    "targetResources/id": { type: "id", property: "targetId" },
    "targetResources/displayName": { type: "text", property: "targetName" },
  },
};

function activityOf(event: AuditEvent): WireActivity {
  const known = Object.hasOwn(wireActivities, event.activity);
  return known
    ? wireActivities[event.activity as Activity]
    : { name: event.activity, category: "Other", service: "Core Directory" };
}

const operations: Readonly<Record<string, string>> = {
  Add: "Add",
  Create: "Add",
  Delete: "Delete",
  Remove: "Delete",
  Set: "Update",
  Update: "Update",
};

function operationOf({ name }: WireActivity): string {
  return operations[name.split(" ", 1)[0] ?? ""] ?? "Other";
}

/** What those are called who have no name of their own. */
const actorNames: Readonly<Record<string, string>> = { operator: "Operator", service: "Guesthouse" };

function initiatorOf({ event, people, applicationIds }: ShownAudit): object {
  const { actorKind, actorId, actorName, ipAddress } = event;
  if (actorKind === "application")
    return {
      user: null,
      app: {
        appId: applicationIds.get(actorId ?? "") ?? null,
        displayName: actorName,
        servicePrincipalId: actorId,
        servicePrincipalName: null,
      },
    };
  const user = people.get(actorId ?? "");
  return {
    app: null,
    user: {
      id: actorId,
      displayName: actorName ?? actorNames[actorKind] ?? null,
      userPrincipalName: user?.userPrincipalName ?? null,
      ipAddress,
      userType: user === undefined ? null : user.kind === "guest" ? "Guest" : "Member",
    },
  };
}

const targetTypes: Readonly<Record<string, string>> = {
  user: "User",
  group: "Group",
  application: "App",
  tenant: "Directory",
};

function targetsOf({ event, people }: ShownAudit): object[] {
  const { targetId, targetKind, targetName } = event;
  if (targetId === null) return [];
  return [
    {
      id: targetId,
      displayName: targetName,
      type: targetTypes[targetKind ?? ""] ?? "Other",
      userPrincipalName: people.get(targetId)?.userPrincipalName ?? null,
      groupType: null,
      modifiedProperties: modifiedProperties(event.details),
    },
  ];
}
