import type { ContentfulStatusCode } from "hono/utils/http-status";

export interface GraphErrorDetail {
  readonly code: string;
  readonly message: string;
  readonly target?: string;
}

/**
 * An answer that refuses. `message` is what clients match on; what to do about it stands in `details`, so that the
 * message can stay as they know it.
 */
export class GraphError extends Error {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly details: readonly GraphErrorDetail[];
  /** What a token must say to be accepted; only for clients that declared that they understand it. */
  readonly claimsChallenge: string | undefined;

  constructor(
    status: ContentfulStatusCode,
    code: string,
    message: string,
    details: readonly GraphErrorDetail[] = [],
    claimsChallenge?: string,
  ) {
    super(message);
    this.name = "GraphError";
    this.status = status;
    this.code = code;
    this.details = details;
    this.claimsChallenge = claimsChallenge;
  }
}

/** 400: the request cannot be understood or carried out. */
export function badRequest(message: string, ...details: GraphErrorDetail[]): GraphError {
  return new GraphError(400, "Request_BadRequest", message, details);
}

/** 400: the query asks for something that is not offered, or only with `ConsistencyLevel: eventual`. */
export function unsupportedQuery(message: string, ...details: GraphErrorDetail[]): GraphError {
  return new GraphError(400, "Request_UnsupportedQuery", message, details);
}

/** 403: the caller may not do this; `details` says which permission or role is missing. */
export function denied(...details: GraphErrorDetail[]): GraphError {
  return new GraphError(
    403,
    "Authorization_RequestDenied",
    "Insufficient privileges to complete the operation.",
    details,
  );
}

/** 404: there is no such object in the caller's tenant. */
export function notFound(id: string): GraphError {
  return new GraphError(
    404,
    "Request_ResourceNotFound",
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

/** 401: no token, or none that counts. */
export function unauthenticated(message: string, claimsChallenge?: string): GraphError {
  return new GraphError(401, "InvalidAuthenticationToken", message, [], claimsChallenge);
}

/** 400: nobody could administer the organisation any more. */
export function lastAdministrator(): GraphError {
  return badRequest("The last Global Administrator of an organisation cannot be removed.", {
    code: "LastGlobalAdministrator",
    message: "Make somebody else Global Administrator first.",
  });
}
