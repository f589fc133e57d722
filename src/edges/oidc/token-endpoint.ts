import type { Context } from "hono";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { clientAddress } from "../shared/request-context.ts";
import { checkShared, findClient } from "./find-client.ts";
import { findPlaceOfPath } from "./find-tenant-of-path.ts";
import { authorizationCodeGrant } from "./grants/authorization-code-grant.ts";
import { clientCredentialsGrant } from "./grants/client-credentials-grant.ts";
import { deviceCodeGrant } from "./grants/device-code-grant.ts";
import { onBehalfOfGrant } from "./grants/on-behalf-of-grant.ts";
import { refreshTokenGrant } from "./grants/refresh-token-grant.ts";
import { readClientCredential } from "./read-client-credential.ts";
import { readTokenParameters } from "./read-token-parameters.ts";
import { recordOutcome } from "./record-outcome.ts";
import { askedScope } from "./rules/asked-scope.ts";
import type { EndpointVersion } from "./rules/endpoint-version.ts";
import { type ProtocolRefusal, protocolError } from "./rules/protocol-error.ts";
import { parseRequestedClaims } from "./rules/requested-claims.ts";
import { answerRefusal } from "./show-refusal.ts";
import { tenantOfTokenRequest } from "./tenant-of-token-request.ts";
import type { Grant, TokenRequest } from "./token-request.ts";

/** The grant types of the token endpoint. */
const grants: ReadonlyMap<string, Grant> = new Map([
  ["authorization_code", authorizationCodeGrant],
  ["refresh_token", refreshTokenGrant],
  ["client_credentials", clientCredentialsGrant],
  ["urn:ietf:params:oauth:grant-type:jwt-bearer", onBehalfOfGrant],
  ["urn:ietf:params:oauth:grant-type:device_code", deviceCodeGrant],
  // The name by which the dialect's libraries ask.
  ["device_code", deviceCodeGrant],
]);

/** `POST /{tenant}/oauth2[/v2.0]/token` (RFC 6749 section 3.2). */
export async function tokenEndpoint(
  c: Context,
  machine: Machine,
  version: EndpointVersion,
): Promise<Response> {
  const read = await readTokenRequest(c, machine, version);
  if (!read.ok) return answerRefusal(c, machine, read.refusal);
  const { request, grant } = read.value;
  const answer = await grant(machine, request);
  if (!answer.ok) {
    await recordRefusal(c, machine, request, answer.refusal);
    return answerRefusal(c, machine, answer.refusal);
  }
  if (!answer.value.isRecorded) {
    await recordOutcome(c, machine, {
      tenantId: request.tenant.tenantId,
      client: request.client,
      resource: answer.value.resource,
      user: answer.value.person?.user,
      signIn: answer.value.person?.signIn,
      isInteractive: false,
      policies: answer.value.policyOutcomes,
      errorCode: 0,
    });
  }
  // RFC 6749 section 5.1.
  return c.json(answer.value.body, 200, { "cache-control": "no-store", pragma: "no-cache" });
}

async function readTokenRequest(
  c: Context,
  machine: Machine,
  version: EndpointVersion,
): Promise<Result<{ readonly request: TokenRequest; readonly grant: Grant }, ProtocolRefusal>> {
  const read = await readTokenParameters(c, version);
  if (!read.ok) return read;
  const parameters = read.value;
  const place = await findPlaceOfPath(c, machine);
  if (!place.ok) return place;
  const grantType = parameters.get("grant_type");
  if (grantType === undefined) return refuse({ code: "parameter-missing", detail: "grant_type" });
  const grant = grants.get(grantType);
  if (!grant) return refuse({ code: "grant-type-unsupported", detail: grantType });
  const claims = parseRequestedClaims(parameters.get("claims"));
  if (!claims.ok) return claims;
  const asked = askedScope(parameters, version);
  if (!asked.ok) return asked;
  const credential = readClientCredential(c, parameters);
  if (!credential.ok) return credential;
  const tenant = await tenantOfTokenRequest(machine, place.value, grantType, parameters);
  if (!tenant.ok) return tenant;
  const alias = place.value.kind === "alias" ? place.value.alias : undefined;
  const client = await findClient(machine, tenant.value, credential.value.clientId);
  const usable = client.ok && alias ? checkShared(client.value) : client;
  if (!usable.ok) return usable;
  return accept({
    grant,
    request: {
      tenant: tenant.value,
      alias,
      client: usable.value,
      credential: credential.value,
      parameters,
      version,
      asked: asked.value,
      claims: claims.value,
      origin: c.req.header("origin"),
      networkAddress: clientAddress(c, machine.configuration.behindProxy),
    },
  });
}

function recordRefusal(
  c: Context,
  machine: Machine,
  request: TokenRequest,
  refusal: ProtocolRefusal,
): Promise<void> {
  const error = protocolError(refusal);
  return recordOutcome(c, machine, {
    tenantId: request.tenant.tenantId,
    client: request.client,
    isInteractive: false,
    errorCode: error.number,
    failureReason: error.text,
    policies: refusal.policyOutcomes,
  });
}
