import type { Context } from "hono";
import { partnerIssuer } from "../../../domain/federation/connectors/guesthouse/rules/partner-addresses.ts";
import { findVisitedOrganisation } from "../../../domain/visits/find-visited-organisation.ts";
import { redeemVisitCode } from "../../../domain/visits/redeem-visit-code.ts";
import { verifyVisitorClient } from "../../../domain/visits/verify-visitor-client.ts";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { Machine } from "../../../platform/machine.ts";
import { newOpaqueToken } from "../../../platform/secrets/opaque-token.ts";
import { circumstancesOf } from "../../shared/request-context.ts";
import { findPlaceOfPath } from "../find-tenant-of-path.ts";
import { readClientCredential } from "../read-client-credential.ts";
import { readTokenParameters } from "../read-token-parameters.ts";
import type { ProtocolRefusal } from "../rules/protocol-error.ts";
import { answerRefusal } from "../show-refusal.ts";

/** `POST /{tenant}/partner/token`: the organisation elsewhere learns who came (RFC 6749 section 4.1.3). */
export async function partnerTokenEndpoint(c: Context, machine: Machine): Promise<Response> {
  const idToken = await redeem(c, machine);
  if (!idToken.ok) return answerRefusal(c, machine, idToken.refusal);
  return c.json(
    {
      // Section 5.1 asks for one; this one opens nothing, and nobody remembers it.
      access_token: newOpaqueToken(),
      token_type: "Bearer",
      id_token: idToken.value,
      scope: "openid profile email",
    },
    200,
    { "cache-control": "no-store", pragma: "no-cache" },
  );
}

async function redeem(c: Context, machine: Machine): Promise<Result<string, ProtocolRefusal>> {
  const read = await readTokenParameters(c, 2);
  if (!read.ok) return read;
  const parameters = read.value;
  const place = await findPlaceOfPath(c, machine);
  if (!place.ok) return place;
  if (place.value.kind === "alias") return refuse({ code: "tenant-unknown" });
  const { tenantId } = place.value.tenant;
  const grantType = parameters.get("grant_type") ?? "";
  if (grantType !== "authorization_code")
    return refuse({ code: "grant-type-unsupported", detail: grantType });
  const client = await proveClient(
    c,
    machine,
    partnerIssuer(machine.configuration.publicUrl, tenantId),
    parameters,
  );
  if (!client.ok) return client;
  const [code, codeVerifier] = [parameters.get("code"), parameters.get("code_verifier")];
  if (code === undefined) return refuse({ code: "parameter-missing", detail: "code" });
  if (codeVerifier === undefined) return refuse({ code: "parameter-missing", detail: "code_verifier" });
  return redeemVisitCode(machine, {
    tenantId,
    code,
    codeVerifier,
    clientId: client.value,
    redirectUri: parameters.get("redirect_uri"),
  });
}

/** The client id, once the organisation behind it has signed for it. */
async function proveClient(
  c: Context,
  machine: Machine,
  audience: string,
  parameters: Parameters<typeof readClientCredential>[1],
): Promise<Result<string, ProtocolRefusal>> {
  const credential = readClientCredential(c, parameters);
  if (!credential.ok) return credential;
  const { clientId, assertion } = credential.value;
  if (clientId === undefined) return refuse({ code: "parameter-missing", detail: "client_id" });
  if (assertion === undefined) return refuse({ code: "credential-missing" });
  const network = circumstancesOf(c, { kind: "unknown" }, machine.configuration.behindProxy).ipAddress;
  const found = await findVisitedOrganisation(machine, clientId, network ?? "unknown");
  if (!found.ok) return refuse({ code: "client-unknown", detail: clientId });
  const proved = await verifyVisitorClient(machine, found.value, { assertion, audience });
  return proved.ok ? accept(clientId) : proved;
}
