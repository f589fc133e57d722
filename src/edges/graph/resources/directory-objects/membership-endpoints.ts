import { findRelatedObjects } from "../../../../domain/directory/find-related-objects.ts";
import type { DirectoryObjectKind } from "../../../../domain/directory/rules/directory-object.ts";
import { parseGuid } from "../../../../foundation/identifiers.ts";
import { badRequest, GraphError } from "../../graph-error.ts";
import { type GraphEndpoint, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { odataContext } from "../../odata/page.ts";
import type { MembershipOperation } from "./membership-operations.ts";

const mostChecked = 20;
/** What clients know as the limit of one answer. */
const mostListed = 11_000;

/** Finds the object in the address; throws where the caller may not read what it belongs to. */
type Find = (request: GraphRequest) => Promise<string>;

const groups: readonly DirectoryObjectKind[] = ["group"];
const groupsAndRoles: readonly DirectoryObjectKind[] = ["group", "directory-role"];

/** The endpoints of `membershipOperations`. */
export function membershipEndpoints<Path extends string>(
  path: Path,
  find: Find,
): Record<MembershipOperation<Path>, GraphEndpoint> {
  const endpoints: Record<string, GraphEndpoint> = {
    [`POST ${path}/getMemberGroups`]: (request) => answerAll(request, find, groups),
    [`POST ${path}/getMemberObjects`]: (request) => answerAll(request, find, groupsAndRoles),
    [`POST ${path}/checkMemberGroups`]: (request) => answerSome(request, find, groups, "groupIds"),
    [`POST ${path}/checkMemberObjects`]: (request) => answerSome(request, find, groupsAndRoles, "ids"),
  };
  return endpoints;
}

async function answerAll(
  request: GraphRequest,
  find: Find,
  kinds: readonly DirectoryObjectKind[],
): Promise<Response> {
  const objectId = await find(request);
  const { securityEnabledOnly } = await readJsonObject(request);
  if (securityEnabledOnly !== undefined && typeof securityEnabledOnly !== "boolean")
    throw invalid("securityEnabledOnly", "Send true or false.");
  // All groups are security groups, and roles are none.
  const asked = securityEnabledOnly === true ? groups : kinds;
  const ids = await membershipIds(request, objectId, asked, undefined, mostListed + 1);
  if (ids.length > mostListed)
    throw new GraphError(
      400,
      "Directory_ResultSizeLimitExceeded",
      `The object belongs to more than ${mostListed} others. Page through transitiveMemberOf instead.`,
    );
  return answer(request, ids);
}

async function answerSome(
  request: GraphRequest,
  find: Find,
  kinds: readonly DirectoryObjectKind[],
  name: "groupIds" | "ids",
): Promise<Response> {
  const objectId = await find(request);
  const { [name]: typed } = await readJsonObject(request);
  if (!Array.isArray(typed) || typed.length === 0 || typed.length > mostChecked)
    throw invalid(name, `Send 1 to ${mostChecked} object ids.`);
  const ids = typed.flatMap((id) => (typeof id === "string" ? (parseGuid(id) ?? []) : []));
  if (ids.length < typed.length) throw invalid(name, "Each must be an object id.");
  return answer(request, await membershipIds(request, objectId, kinds, ids, mostChecked));
}

async function membershipIds(
  { machine, caller }: GraphRequest,
  objectId: string,
  kinds: readonly DirectoryObjectKind[],
  among: readonly string[] | undefined,
  limit: number,
): Promise<string[]> {
  const found = await findRelatedObjects(
    machine.database,
    caller.tenantId,
    { objectId, relation: "transitive-member-of", kinds, among },
    { limit },
  );
  return found.map(({ id }) => id);
}

function answer({ c, machine }: GraphRequest, value: readonly string[]): Response {
  const context = odataContext(machine.configuration.publicUrl, "Collection(Edm.String)");
  return graphJson(c, { "@odata.context": context, value });
}

function invalid(target: string, message: string): GraphError {
  return badRequest(`Invalid value specified for parameter '${target}'.`, {
    code: "InvalidValue",
    target,
    message,
  });
}
