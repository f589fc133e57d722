import { type Context, Hono } from "hono";
import { cors } from "hono/cors";
import { parseGuid } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import type { Machine } from "../../platform/machine.ts";
import type { SignUpWords } from "../shared/page-texts.ts";
import { authenticate } from "./authenticate.ts";
import { batchEndpoint } from "./batch/batch-endpoint.ts";
import { checkPermission } from "./caller.ts";
import { openApiDescription } from "./description/open-api-description.ts";
import { GraphError } from "./graph-error.ts";
import { type GraphEndpoint, type GraphRequest, limitGraphBody } from "./graph-request.ts";
import { graphErrorResponse } from "./graph-response.ts";
import { type GraphOperation, operations } from "./permissions.ts";
import { agreementEndpoints } from "./resources/agreements/agreement-endpoints.ts";
import { apiConnectorEndpoints } from "./resources/api-connectors/api-connector-endpoints.ts";
import { assignmentEndpoints } from "./resources/app-role-assignments/assignment-endpoints.ts";
import { applicationEndpoints } from "./resources/applications/application-endpoints.ts";
import { auditLogEndpoints } from "./resources/audit-logs/audit-log-endpoints.ts";
import { authenticationMethodEndpoints } from "./resources/authentication-methods/authentication-method-endpoints.ts";
import { brandingEndpoints } from "./resources/branding/branding-endpoints.ts";
import { conditionalAccessEndpoints } from "./resources/conditional-access/conditional-access-endpoints.ts";
import { deletedItemEndpoints } from "./resources/deleted-items/deleted-item-endpoints.ts";
import { directoryObjectEndpoints } from "./resources/directory-objects/directory-object-endpoints.ts";
import { servicePrincipalMembershipEndpoints } from "./resources/directory-objects/service-principal-membership-endpoints.ts";
import { domainEndpoints } from "./resources/domains/domain-endpoints.ts";
import { federationConfigurationEndpoints } from "./resources/federation-configurations/federation-configuration-endpoints.ts";
import { groupEndpoints } from "./resources/groups/group-endpoints.ts";
import { identityProviderEndpoints } from "./resources/identity-providers/identity-provider-endpoints.ts";
import { invitationEndpoints } from "./resources/invitations/invitation-endpoints.ts";
import { organizationEndpoints } from "./resources/organization/organization-endpoints.ts";
import { grantEndpoints } from "./resources/permission-grants/grant-endpoints.ts";
import { photoEndpoints } from "./resources/photos/photo-endpoints.ts";
import { policyEndpoints } from "./resources/policies/policy-endpoints.ts";
import { roleEndpoints } from "./resources/roles/role-endpoints.ts";
import { servicePrincipalEndpoints } from "./resources/service-principals/service-principal-endpoints.ts";
import { tenantRelationshipEndpoints } from "./resources/tenant-relationships/tenant-relationship-endpoints.ts";
import { userFlowAttributeEndpoints } from "./resources/user-flow-attributes/attribute-endpoints.ts";
import { userFlowEndpoints } from "./resources/user-flows/user-flow-endpoints.ts";
import { userEndpoints } from "./resources/users/user-endpoints.ts";
import { spellingsOf } from "./route-spellings.ts";

const endpoints: Record<GraphOperation, GraphEndpoint> = {
  ...apiConnectorEndpoints,
  ...invitationEndpoints,
  ...userEndpoints,
  ...photoEndpoints,
  ...organizationEndpoints,
  ...brandingEndpoints,
  ...domainEndpoints,
  ...groupEndpoints,
  ...directoryObjectEndpoints,
  ...servicePrincipalMembershipEndpoints,
  ...deletedItemEndpoints,
  ...roleEndpoints,
  ...policyEndpoints,
  ...conditionalAccessEndpoints,
  ...agreementEndpoints,
  ...tenantRelationshipEndpoints,
  ...applicationEndpoints,
  ...servicePrincipalEndpoints,
  ...assignmentEndpoints,
  ...grantEndpoints,
  ...auditLogEndpoints,
  ...identityProviderEndpoints,
  ...federationConfigurationEndpoints,
  ...userFlowEndpoints,
  ...userFlowAttributeEndpoints,
  ...authenticationMethodEndpoints,
};

const allOperations = Object.keys(operations) as GraphOperation[];

/** What the original has under `/beta` only; here it is under both. */
export const betaOperations: readonly GraphOperation[] = allOperations.filter((name) =>
  name.includes(" /policies/b2bManagementPolicies"),
);

/** Graph, mounted at `/v1.0`: for each operation its permission is checked before its endpoint sees the call. */
export function graphEdge(
  machine: Machine,
  signUpWords: SignUpWords,
  names: readonly GraphOperation[] = allOperations,
): Hono {
  const edge = new Hono();
  const context = { machine, signUpWords };
  edge.use(allowBrowsers());
  edge.use(async (c, next) => {
    // Requests of a batch have not come in through the door where these are given.
    if (c.get("requestId") === undefined) c.set("requestId", newIdentifier());
    if (c.get("correlationId") === undefined)
      c.set("correlationId", parseGuid(c.req.header("client-request-id") ?? "") ?? newIdentifier());
    await next();
  });
  edge.use(limitGraphBody());
  const description = openApiDescription(machine.configuration.publicUrl);
  edge.get("/openapi.json", (c) => c.json(description));
  edge.post("/$batch", async (c) => {
    await authenticate(machine, c.req.header("authorization"));
    return withGraphHeaders(c, await batchEndpoint(c, edge));
  });

  for (const name of names) {
    const [method, path] = split(name);
    for (const spelling of spellingsOf(method, path)) edge.on(method, spelling, answering(context, name));
  }
  for (const path of new Set(names.map((name) => split(name)[1])))
    for (const spelling of spellingsOf("*", path)) edge.all(spelling, answering(context, "no-such-method"));
  edge.all("*", answering(context, "no-such-segment"));
  edge.onError((error, c) => answerError(machine, c, error));
  return edge;
}

function answering(
  context: Pick<GraphRequest, "machine" | "signUpWords">,
  name: GraphOperation | "no-such-method" | "no-such-segment",
) {
  return async (c: Context): Promise<Response> => {
    const caller = await authenticate(context.machine, c.req.header("authorization"));
    if (name === "no-such-method") throw methodNotAllowed(c);
    if (name === "no-such-segment") throw unknownSegment(c);
    checkPermission(caller, name);
    const response = await endpoints[name]({ ...context, c, caller });
    return withGraphHeaders(c, response);
  };
}

function answerError(machine: Machine, c: Context, error: unknown): Response {
  const { correlationId, requestId } = c.var;
  if (!(error instanceof GraphError))
    machine.log.error({ error, correlationId, requestId }, "a call of Graph failed");
  const shown =
    error instanceof GraphError
      ? error
      : new GraphError(
          500,
          "InternalServerError",
          "The service failed. Try again, or report the request-id.",
        );
  return withGraphHeaders(c, graphErrorResponse(c, shown, machine.clock()));
}

function withGraphHeaders(c: Context, response: Response): Response {
  response.headers.set("request-id", c.get("requestId"));
  response.headers.set("client-request-id", c.get("correlationId"));
  response.headers.set("odata-version", "4.0");
  response.headers.set("cache-control", "no-cache");
  return response;
}

/** Graph is called from any web page: what counts is the token, and no cookie is ever looked at. */
function allowBrowsers() {
  return cors({
    origin: "*",
    allowMethods: ["GET", "POST", "PATCH", "PUT", "DELETE"],
    allowHeaders: [
      "authorization",
      "content-type",
      "consistencylevel",
      "client-request-id",
      "sdkversion",
      "prefer",
      "if-match",
    ],
    exposeHeaders: ["request-id", "client-request-id", "location", "retry-after", "etag", "www-authenticate"],
    maxAge: 600,
  });
}

function split(name: GraphOperation): [method: string, path: string] {
  const [method = "", path = ""] = name.split(" ");
  return [method, path];
}

function methodNotAllowed(c: Context): GraphError {
  const isInvitations = c.req.path.endsWith("/invitations");
  return new GraphError(
    405,
    "Request_BadRequest",
    "Specified HTTP method is not allowed for the request target.",
    [
      {
        code: "MethodNotAllowed",
        message: isInvitations
          ? "Invitations can only be created. What became of one shows on the user: GET /users/{id}?$select=externalUserState."
          : `${c.req.method} is not offered here.`,
      },
    ],
  );
}

function unknownSegment(c: Context): GraphError {
  const segment = c.req.path.replace(/^.*?\/(?:v1\.0|beta)\//, "").slice(0, 100);
  return new GraphError(400, "BadRequest", `Resource not found for the segment '${segment}'.`);
}
