import type { Context } from "hono";
import { beginDeviceAuthorization } from "../../domain/tokens/begin-device-authorization.ts";
import { deviceCodeLifetimeSeconds } from "../../domain/tokens/rules/lifetimes.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { clientAddress } from "../shared/request-context.ts";
import { findOfferedClient, findSharedClient } from "./find-client.ts";
import { findPlaceOfPath } from "./find-tenant-of-path.ts";
import type { OidcPorts } from "./oidc-ports.ts";
import { readTokenParameters } from "./read-token-parameters.ts";
import { resolveScopes } from "./resolve-scopes.ts";
import { askedScopeOfPerson } from "./rules/asked-scope.ts";
import type { EndpointVersion } from "./rules/endpoint-version.ts";
import type { ProtocolRefusal } from "./rules/protocol-error.ts";
import { parseScope } from "./rules/requested-scopes.ts";
import { answerRefusal } from "./show-refusal.ts";

/** How long a device waits between two polls. */
const pollEverySeconds = 5;

type AskedByDevice = Parameters<typeof beginDeviceAuthorization>[1];

/** `POST /{tenant}/oauth2[/v2.0]/devicecode` (RFC 8628 section 3.1). */
export async function deviceAuthorizationEndpoint(
  c: Context,
  { machine, pages }: OidcPorts,
  version: EndpointVersion,
): Promise<Response> {
  const asked = await readDeviceRequest(c, machine, version);
  if (!asked.ok) return answerRefusal(c, machine, asked.refusal);
  const { deviceCode, userCode } = await beginDeviceAuthorization(machine, asked.value);
  const url = `${machine.configuration.publicUrl}/devicelogin`;
  // Without `verification_uri_complete`: a link that types the code by itself is what phishing needs.
  return c.json(
    {
      device_code: deviceCode,
      user_code: userCode,
      verification_uri: url,
      // The name in the first version.
      ...(version === 1 && { verification_url: url }),
      expires_in: deviceCodeLifetimeSeconds,
      interval: pollEverySeconds,
      message: pages.deviceMessage(c, { url, code: userCode }),
    },
    200,
    { "cache-control": "no-store", pragma: "no-cache" },
  );
}

async function readDeviceRequest(
  c: Context,
  machine: Machine,
  version: EndpointVersion,
): Promise<Result<AskedByDevice, ProtocolRefusal>> {
  const parameters = await readTokenParameters(c, version);
  if (!parameters.ok) return parameters;
  const place = await findPlaceOfPath(c, machine);
  if (!place.ok) return place;
  const clientId = parameters.value.get("client_id");
  const tenant = place.value.kind === "tenant" ? place.value.tenant : undefined;
  const client = tenant
    ? await findOfferedClient(machine, tenant, clientId)
    : await findSharedClient(machine, clientId);
  if (!client.ok) return client;
  if (!client.value.application.allowsPublicClient) return refuse({ code: "public-client-not-allowed" });
  const askedFor = askedScopeOfPerson(parameters.value, version);
  if (!askedFor.ok) return askedFor;
  const { text: scope } = askedFor.value;
  if (scope === undefined) return refuse({ code: "parameter-missing", detail: "scope" });
  const scopes = parseScope(scope);
  if (!scopes.ok) return scopes;
  // Under an alias the resources are those of the person's own organisation, which is found later.
  const resources = tenant && (await resolveScopes(machine, tenant.tenantId, scopes.value));
  if (resources && !resources.ok) return resources;
  const { applicationId } = client.value.application;
  const askedFrom = clientAddress(c, machine.configuration.behindProxy);
  const waitSeconds = await machine.limits.consume(
    "device-code-made-by-client",
    `${applicationId} ${askedFrom ?? "unknown"}`,
  );
  if (waitSeconds !== undefined)
    return refuse({ code: "too-many-device-codes", retryAfterSeconds: waitSeconds });
  return accept({
    tenantId: tenant?.tenantId,
    alias: place.value.kind === "alias" ? place.value.alias : undefined,
    applicationId,
    scope,
    askedFrom,
  });
}
