import { appRolesOfServicePrincipal } from "../../../domain/applications/find-app-roles.ts";
import { issueApplicationToken } from "../../../domain/tokens/issue-application-token.ts";
import { tokenAudience } from "../../../domain/tokens/rules/token-audience.ts";
import { accept, refuse } from "../../../foundation/result.ts";
import { authenticateClient } from "../authenticate-client.ts";
import { resolveScopes } from "../resolve-scopes.ts";
import { accessTokenFields } from "../rules/access-token-fields.ts";
import { parseScope } from "../rules/requested-scopes.ts";
import type { Grant } from "../token-request.ts";

/** An application acts as itself (RFC 6749 section 4.4): it gets the roles it was assigned at one resource. */
export const clientCredentialsGrant: Grant = async (machine, request) => {
  const { tenant, client, version, asked: askedFor, origin } = request;
  if (origin !== undefined) return refuse({ code: "origin-not-allowed", detail: origin });
  const proof = await authenticateClient(machine, request);
  if (!proof.ok) return proof;
  if (proof.value === "none") return refuse({ code: "credential-missing" });

  if (askedFor.text === undefined)
    return refuse({ code: "parameter-missing", detail: version === 1 ? "resource" : "scope" });
  const scopes = parseScope(askedFor.text);
  if (!scopes.ok) return scopes;
  const resources = await resolveScopes(machine, tenant.tenantId, scopes.value);
  if (!resources.ok) return resources;
  const [asked, ...others] = resources.value;
  if (asked === undefined) return refuse({ code: "scope-without-resource" });
  if (others.length > 0) return refuse({ code: "scope-of-several-resources" });
  if (asked.defaultSpelling === undefined) return refuse({ code: "scope-without-default" });

  const { resource } = asked;
  const roles = await appRolesOfServicePrincipal(
    machine.database,
    tenant.tenantId,
    client.servicePrincipal.servicePrincipalId,
    resource.servicePrincipal.servicePrincipalId,
  );
  if (resource.servicePrincipal.assignmentRequired && !roles.isAssigned)
    return refuse({ code: "application-not-assigned" });
  const audience = tokenAudience(resource.application, asked.identifier);
  const token = await issueApplicationToken(machine, {
    tenantId: tenant.tenantId,
    client,
    clientProof: proof.value,
    resource,
    audience,
    roles: roles.values,
    clientCapabilities: request.claims.clientCapabilities,
  });
  return accept({
    // Without `scope`: clients then keep the token under the scope they asked for.
    body: {
      token_type: "Bearer",
      ...accessTokenFields(token, version, askedFor.resource ?? audience),
    },
    resource,
    person: undefined,
    isRecorded: false,
  });
};
