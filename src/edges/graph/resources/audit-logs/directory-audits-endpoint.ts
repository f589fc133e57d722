import {
  findApplicationByServicePrincipal,
  findApplicationInTenant,
} from "../../../../domain/applications/find-application.ts";
import { type AuditEvent, findAuditEvent, listAuditEvents } from "../../../../domain/audit/list-events.ts";
import type { AuditProperties } from "../../../../domain/audit/rules/log-condition.ts";
import { findUserByPrincipalName } from "../../../../domain/directory/find-user.ts";
import {
  type ApplicationId,
  parseGuid,
  type ServicePrincipalId,
} from "../../../../foundation/identifiers.ts";
import { unsupportedQuery } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import type { FilterTree } from "../../odata/filter-tree.ts";
import { rewriteActivityLeaf } from "./activity-filter.ts";
import { actorKindPath, directoryAuditType, type ShownAudit } from "./directory-audit-type.ts";
import { type Log, listLog, showLogEntry } from "./log-endpoint.ts";
import { findPeopleInLog } from "./people-in-log.ts";
import { askedText, type FilterLeaf, isOneOf, rewriteFilter } from "./rewrite-filter.ts";

const log: Log<AuditEvent, ShownAudit, AuditProperties> = {
  type: directoryAuditType,
  moment: "activityDateTime",
  rewrite: (request) => (leaf) => rewriteLeaf(request, leaf),
  select: ({ machine, caller }, query) => listAuditEvents(machine.database, caller.tenantId, query),
  find: ({ machine, caller }, eventId) => findAuditEvent(machine.database, caller.tenantId, eventId),
  gather,
};

/** `GET /auditLogs/directoryAudits`. */
export function listDirectoryAuditsEndpoint(request: GraphRequest): Promise<Response> {
  return listLog(request, log);
}

/** `GET /auditLogs/directoryAudits/{id}`. */
export function readDirectoryAuditEndpoint(request: GraphRequest): Promise<Response> {
  return showLogEntry(request, log);
}

async function gather(request: GraphRequest, events: readonly AuditEvent[]): Promise<ShownAudit[]> {
  const { machine, caller } = request;
  const principals = new Set(
    events.flatMap(({ actorKind, actorId }) => (actorKind === "application" && actorId ? [actorId] : [])),
  );
  const [people, applications] = await Promise.all([
    findPeopleInLog(
      request,
      events.flatMap(({ actorId, targetId }) => [actorId, targetId]),
    ),
    Promise.all(
      [...principals].map(async (id) => {
        const principalId = id as ServicePrincipalId;
        const found = await findApplicationByServicePrincipal(machine.database, caller.tenantId, principalId);
        return found ? [[id, found.application.applicationId as string] as const] : [];
      }),
    ),
  ]);
  const applicationIds = new Map(applications.flat());
  return events.map((event) => ({ event, people, applicationIds }));
}

async function rewriteLeaf(request: GraphRequest, leaf: FilterLeaf): Promise<FilterTree> {
  // An entry has one target at most: what is asked of any is asked of that one.
  if (leaf.kind === "any" && leaf.path === "targetResources") {
    const start = `${leaf.variable}/`;
    return rewriteFilter(leaf.condition, (inner) =>
      inner.path.startsWith(start)
        ? { ...inner, path: `targetResources/${inner.path.slice(start.length)}` }
        : inner,
    );
  }
  if (/^initiatedBy\/(?:user|app)\//.test(leaf.path))
    return { kind: "and", operands: [await rewriteInitiator(request, leaf), initiatorIs(leaf.path)] };
  return rewriteActivityLeaf(leaf) ?? leaf;
}

/** The log keeps who acted by id: a user's, or a service principal's. */
async function rewriteInitiator(request: GraphRequest, leaf: FilterLeaf): Promise<FilterTree> {
  switch (leaf.path) {
    case "initiatedBy/user/userPrincipalName":
      return isOneOf("initiatedBy/user/id", await namedUsers(request, leaf));
    case "initiatedBy/app/appId":
      return isOneOf("initiatedBy/app/servicePrincipalId", await namedPrincipals(request, leaf));
    default:
      return leaf;
  }
}

function initiatorIs(path: string): FilterTree {
  const operator = path.startsWith("initiatedBy/app/") ? "eq" : "ne";
  return { kind: "compare", path: actorKindPath, operator, literal: { type: "text", value: "application" } };
}

async function namedUsers({ machine, caller }: GraphRequest, leaf: FilterLeaf): Promise<string[]> {
  const name = askedText(leaf);
  if (name === undefined) throw onlyEqual(leaf.path);
  const user = await findUserByPrincipalName(machine.database, caller.tenantId, name);
  return user ? [user.userId] : [];
}

async function namedPrincipals({ machine, caller }: GraphRequest, leaf: FilterLeaf): Promise<string[]> {
  const typed = askedText(leaf);
  if (typed === undefined) throw onlyEqual(leaf.path);
  const applicationId = parseGuid<ApplicationId>(typed);
  const found =
    applicationId && (await findApplicationInTenant(machine.database, caller.tenantId, applicationId));
  return found ? [found.servicePrincipal.servicePrincipalId] : [];
}

function onlyEqual(path: string): Error {
  return unsupportedQuery(`Unsupported Query. '${path}' is filtered by eq with a text.`);
}
