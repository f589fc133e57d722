/**
 * The version of the dialect that an endpoint speaks: the path says it. It decides what ID tokens and answers look
 * like; what access tokens look like is their resource's choice.
 */
export type EndpointVersion = 1 | 2;

/** Where the endpoints of a version are, below a tenant. */
export const endpointPath: Readonly<Record<EndpointVersion, string>> = { 1: "oauth2", 2: "oauth2/v2.0" };
