import { findTenant, findTenantOwningDomain } from "../../../../domain/directory/find-tenant.ts";
import type { Tenant } from "../../../../domain/directory/rules/tenant.ts";
import { parseDomainName } from "../../../../foundation/domain-name.ts";
import { parseGuid, type TenantId } from "../../../../foundation/identifiers.ts";
import { addressedKey } from "../../addressed-key.ts";
import { badRequest, denied, notFound } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";

/** `GET /tenantRelationships/findTenantInformationByTenantId(tenantId='…')`. */
export async function findTenantByIdEndpoint(request: GraphRequest): Promise<Response> {
  const typed = askedAbout(request, "tenantId");
  const tenantId = parseGuid<TenantId>(typed);
  const tenant = tenantId && (await findTenant(request.machine.database, tenantId));
  return answer(request, tenant, typed);
}

/** `GET /tenantRelationships/findTenantInformationByDomainName(domainName='…')`. */
export async function findTenantByDomainEndpoint(request: GraphRequest): Promise<Response> {
  const typed = askedAbout(request, "domainName");
  const domain = parseDomainName(typed);
  const tenant = domain && (await findTenantOwningDomain(request.machine.database, domain));
  return answer(request, tenant, typed);
}

/** What the function is asked about. Throws 403 for guests, who need to know of no other organisation. */
function askedAbout({ c, caller }: GraphRequest, parameter: string): string {
  if (caller.kind === "user" && caller.access !== "everybody")
    throw denied({ code: "GuestRestricted", message: "Guests cannot look organisations up." });
  const { property, value } = addressedKey(c);
  if (property !== parameter) throw badRequest(`The function takes '${parameter}' between single quotes.`);
  return value;
}

/** What organisations know of each other: the name, and the domain that names it. */
function answer({ c, machine }: GraphRequest, tenant: Tenant | undefined, typed: string): Response {
  if (tenant === undefined) throw notFound(typed.slice(0, 253));
  const { publicUrl } = machine.configuration;
  return graphJson(c, {
    "@odata.context": `${publicUrl}/v1.0/$metadata#microsoft.graph.tenantInformation`,
    tenantId: tenant.tenantId,
    federationBrandName: null,
    displayName: tenant.displayName,
    defaultDomainName: tenant.primaryDomain,
  });
}
