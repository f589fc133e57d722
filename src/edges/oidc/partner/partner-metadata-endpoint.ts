import type { Context } from "hono";
import type { Tenant } from "../../../domain/directory/rules/tenant.ts";
import {
  clientAddress,
  partnerIssuer,
  returnAddress,
} from "../../../domain/federation/connectors/guesthouse/rules/partner-addresses.ts";
import type { Machine } from "../../../platform/machine.ts";
import { findPlaceOfPath } from "../find-tenant-of-path.ts";
import { answerRefusal } from "../show-refusal.ts";

/**
 * `GET /{tenant}/partner/.well-known/openid-configuration`: how organisations of other deployments find out about the
 * tenant whom it has as members (OpenID Connect Discovery section 4). Under a domain it leads to the issuer, which has
 * the tenant's id.
 */
export function partnerMetadataEndpoint(c: Context, machine: Machine): Promise<Response> {
  return ofTenant(c, machine, issuerDocument);
}

/**
 * `GET /{tenant}/partner/client`: who the tenant is where its guests are at home (OAuth Client ID Metadata Document;
 * members of RFC 7591 section 2). The address is the client id, so nothing has to be registered there.
 */
export function partnerClientEndpoint(c: Context, machine: Machine): Promise<Response> {
  return ofTenant(c, machine, clientDocument);
}

async function ofTenant(
  c: Context,
  machine: Machine,
  document: (publicUrl: string, tenant: Tenant) => Record<string, unknown>,
): Promise<Response> {
  const place = await findPlaceOfPath(c, machine);
  if (!place.ok) return answerRefusal(c, machine, place.refusal);
  // Members of whom? An alias stands for no organisation.
  if (place.value.kind === "alias") return answerRefusal(c, machine, { code: "tenant-unknown" });
  return c.json(document(machine.configuration.publicUrl, place.value.tenant));
}

function issuerDocument(publicUrl: string, tenant: Tenant): Record<string, unknown> {
  const issuer = partnerIssuer(publicUrl, tenant.tenantId);
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: keysAddress(publicUrl, tenant),
    response_types_supported: ["code"],
    response_modes_supported: ["query"],
    grant_types_supported: ["authorization_code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    token_endpoint_auth_methods_supported: ["private_key_jwt"],
    token_endpoint_auth_signing_alg_values_supported: ["RS256", "PS256", "ES256"],
    code_challenge_methods_supported: ["S256"],
    scopes_supported: ["openid", "profile", "email"],
    prompt_values_supported: ["login"],
    client_id_metadata_document_supported: true,
    authorization_response_iss_parameter_supported: true,
    guesthouse_organisation: {
      id: tenant.tenantId,
      display_name: tenant.displayName,
      domains: tenant.verifiedDomains.filter((domain) => domain !== tenant.initialDomain),
    },
  };
}

function clientDocument(publicUrl: string, tenant: Tenant): Record<string, unknown> {
  return {
    client_id: clientAddress(publicUrl, tenant.tenantId),
    client_name: tenant.displayName,
    client_uri: publicUrl,
    redirect_uris: [returnAddress(publicUrl, tenant.tenantId)],
    jwks_uri: keysAddress(publicUrl, tenant),
    token_endpoint_auth_method: "private_key_jwt",
    token_endpoint_auth_signing_alg: "RS256",
    grant_types: ["authorization_code"],
    response_types: ["code"],
    scope: "openid profile email",
  };
}

function keysAddress(publicUrl: string, { tenantId }: Tenant): string {
  return `${publicUrl}/${tenantId}/discovery/v2.0/keys`;
}
