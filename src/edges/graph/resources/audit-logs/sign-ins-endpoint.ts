import { findApplicationInTenant } from "../../../../domain/applications/find-application.ts";
import { findSignInEvent, listSignInEvents, type SignInEvent } from "../../../../domain/audit/list-events.ts";
import type { SignInProperties } from "../../../../domain/audit/rules/log-condition.ts";
import { findUserByPrincipalName, findUsersHoldingAddress } from "../../../../domain/directory/find-user.ts";
import { normalizeEmailAddress, parseEmailAddress } from "../../../../foundation/email-address.ts";
import type { ApplicationId } from "../../../../foundation/identifiers.ts";
import { unsupportedQuery } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import type { FilterTree } from "../../odata/filter-tree.ts";
import { mayReadPolicies } from "../conditional-access/may-manage-policies.ts";
import { type Log, listLog, showLogEntry } from "./log-endpoint.ts";
import { findPeopleInLog } from "./people-in-log.ts";
import { askedText, type FilterLeaf, isOneOf } from "./rewrite-filter.ts";
import { type ShownSignIn, signInType } from "./sign-in-type.ts";

const log: Log<SignInEvent, ShownSignIn, SignInProperties> = {
  type: signInType,
  moment: "createdDateTime",
  rewrite: (request) => (leaf) => rewriteLeaf(request, leaf),
  select: ({ machine, caller }, query) => listSignInEvents(machine.database, caller.tenantId, query),
  find: ({ machine, caller }, eventId) => findSignInEvent(machine.database, caller.tenantId, eventId),
  gather,
};

/** `GET /auditLogs/signIns`: refused attempts too, and those that no person was there for. */
export function listSignInsEndpoint(request: GraphRequest): Promise<Response> {
  return listLog(request, log);
}

/** `GET /auditLogs/signIns/{id}`. */
export function readSignInEndpoint(request: GraphRequest): Promise<Response> {
  return showLogEntry(request, log);
}

async function gather(request: GraphRequest, events: readonly SignInEvent[]): Promise<ShownSignIn[]> {
  const { machine, caller } = request;
  const resourceIds = [
    ...new Set(events.flatMap(({ resourceId }) => (resourceId === null ? [] : [resourceId]))),
  ];
  const [people, names] = await Promise.all([
    findPeopleInLog(
      request,
      events.map(({ userId }) => userId),
    ),
    Promise.all(
      resourceIds.map(async (id) => {
        const found = await findApplicationInTenant(machine.database, caller.tenantId, id as ApplicationId);
        return found ? [[id, found.application.displayName] as const] : [];
      }),
    ),
  ]);
  const resourceNames = new Map(names.flat());
  const showsPolicies = mayReadPolicies(caller);
  return events.map((event) => ({ event, people, resourceNames, showsPolicies }));
}

/** The log keeps who signed in by id. */
async function rewriteLeaf({ machine, caller }: GraphRequest, leaf: FilterLeaf): Promise<FilterTree> {
  if (leaf.path !== "userPrincipalName") return leaf;
  const name = askedText(leaf);
  if (name === undefined)
    throw unsupportedQuery("Unsupported Query. 'userPrincipalName' is filtered by eq with a text.");
  const { tenantId } = caller;
  const address = parseEmailAddress(name);
  const [byName, byAddress] = await Promise.all([
    findUserByPrincipalName(machine.database, tenantId, name),
    address ? findUsersHoldingAddress(machine.database, tenantId, normalizeEmailAddress(address)) : [],
  ]);
  const users = byName ? [byName] : byAddress.filter((user) => user.isExternal);
  return isOneOf(
    "userId",
    users.map((user) => user.userId),
  );
}
