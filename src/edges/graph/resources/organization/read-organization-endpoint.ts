import { findTenant } from "../../../../domain/directory/find-tenant.ts";
import type { Tenant } from "../../../../domain/directory/rules/tenant.ts";
import { addressedKey } from "../../addressed-key.ts";
import type { Caller } from "../../caller.ts";
import { badRequest, notFound } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { graphJson, wireMoment } from "../../graph-response.ts";
import { odataContext } from "../../odata/page.ts";
import { parseQuery } from "../../odata/parse-query.ts";

/** Every property of an organization on the wire. */
const organizationProperties: Readonly<Record<string, (tenant: Tenant) => unknown>> = {
  id: (tenant) => tenant.tenantId,
  businessPhones: () => [],
  city: () => null,
  country: () => null,
  countryLetterCode: () => null,
  createdDateTime: (tenant) => wireMoment(tenant.createdAt),
  displayName: (tenant) => tenant.displayName,
  onPremisesSyncEnabled: () => null,
  preferredLanguage: (tenant) => tenant.defaultLanguage,
  privacyProfile: (tenant) => ({
    contactEmail: tenant.contactEmail ?? null,
    statementUrl: tenant.privacyStatementUrl ?? null,
  }),
  technicalNotificationMails: (tenant) => tenant.technicalContacts,
  tenantType: () => "AAD",
  verifiedDomains: (tenant) =>
    [...new Set([tenant.initialDomain, ...tenant.verifiedDomains])].map((name) => ({
      name,
      capabilities: "Email, OfficeCommunicationsOnline",
      isDefault: name === tenant.primaryDomain,
      isInitial: name === tenant.initialDomain,
      type: "Managed",
    })),
};

/** Guests learn the name of the organization and no more. */
const shownToGuests: ReadonlySet<string> = new Set(["id", "displayName"]);

/** `GET /organization`: always the caller's own. */
export async function listOrganizationsEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const tenant = await findTenant(machine.database, caller.tenantId);
  const { select } = parseQuery(c.req.url, c.req.header("consistencylevel"));
  return graphJson(c, {
    "@odata.context": odataContext(machine.configuration.publicUrl, "organization", select),
    value: tenant === undefined ? [] : [present(tenant, caller, select)],
  });
}

/** `GET /organization/{id}`. */
export async function readOrganizationEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const tenant = await addressedOrganization(request);
  const { select } = parseQuery(c.req.url, c.req.header("consistencylevel"));
  const context = odataContext(machine.configuration.publicUrl, "organization", select, true);
  return graphJson(c, { "@odata.context": context, ...present(tenant, caller, select) });
}

/**
 * The organization in the address, which can only be the caller's own. Clients that know it by the alias `adfs`, as
 * their authority is called there, address it so here too. Throws 404.
 */
export async function addressedOrganization({ c, machine, caller }: GraphRequest): Promise<Tenant> {
  const { property, value } = addressedKey(c);
  const tenant = await findTenant(machine.database, caller.tenantId);
  const named = value.toLowerCase();
  if (tenant === undefined || property !== undefined || (named !== tenant.tenantId && named !== "adfs"))
    throw notFound(value.slice(0, 100));
  return tenant;
}

function present(tenant: Tenant, caller: Caller, select: readonly string[] | undefined): object {
  const names = select ?? Object.keys(organizationProperties);
  const sees = (name: string) =>
    caller.kind === "application" || caller.access === "everybody" || shownToGuests.has(name);
  return Object.fromEntries(
    names.map((name) => {
      const read = Object.hasOwn(organizationProperties, name) ? organizationProperties[name] : undefined;
      if (read === undefined)
        throw badRequest(`Could not find a property named '${name}' on type 'microsoft.graph.organization'.`);
      const value = read(tenant);
      return [name, sees(name) ? value : Array.isArray(value) ? [] : null];
    }),
  );
}
