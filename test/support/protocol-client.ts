import { createHash, randomBytes } from "node:crypto";
import type { ApplicationInTenant } from "../../src/domain/applications/rules/application.ts";
import type { ProtocolStage } from "./protocol-stage.ts";

export interface TokenReply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** A proof key pair (RFC 7636). */
export function proofKey(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString("base64url");
  return { verifier, challenge: createHash("sha256").update(verifier).digest("base64url") };
}

/** Sends an authorization request; parameters of undefined are left out. */
export async function authorize(
  stage: ProtocolStage,
  client: ApplicationInTenant,
  parameters: Record<string, string | undefined>,
  tenantSegment: string = stage.contoso.tenantId,
  endpoints: "oauth2" | "oauth2/v2.0" = "oauth2/v2.0",
): Promise<Response> {
  const query = present({
    client_id: client.application.applicationId,
    redirect_uri: client.application.redirectUris[0]?.uri,
    response_type: "code",
    scope: "openid profile offline_access",
    ...parameters,
  });
  return stage.app.request(`/${tenantSegment}/${endpoints}/authorize?${query}`);
}

/** The parameters of an answer that was redirected, by query or by fragment. */
export function answerOf(response: Response): { address: string; fields: Record<string, string> } {
  const location = response.headers.get("location");
  if (!location) throw new Error(`no redirect: ${response.status}`);
  const cut = location.search(/[?#]/);
  const fields = Object.fromEntries(new URLSearchParams(location.slice(cut + 1)));
  return { address: location.slice(0, cut), fields };
}

/** Sends a token request as form. */
export async function token(
  stage: ProtocolStage,
  parameters: Record<string, string | undefined>,
  options: {
    headers?: Record<string, string>;
    tenantSegment?: string;
    endpoints?: "oauth2" | "oauth2/v2.0";
  } = {},
): Promise<TokenReply> {
  const { tenantSegment = stage.contoso.tenantId, endpoints = "oauth2/v2.0" } = options;
  const response = await stage.app.request(`/${tenantSegment}/${endpoints}/token`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", ...options.headers },
    body: present(parameters).toString(),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

/** The payload of a token, unverified. */
export function payloadOf(jwt: unknown): Record<string, unknown> {
  const [, payload = ""] = String(jwt).split(".");
  return JSON.parse(Buffer.from(payload, "base64url").toString()) as Record<string, unknown>;
}

function present(parameters: Record<string, string | undefined>): URLSearchParams {
  const pairs = Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return new URLSearchParams(pairs);
}
