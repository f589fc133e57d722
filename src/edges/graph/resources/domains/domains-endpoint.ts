import { addDomain } from "../../../../domain/directory/add-domain.ts";
import { changeDefaultDomain } from "../../../../domain/directory/change-default-domain.ts";
import { findDomain, listDomains } from "../../../../domain/directory/find-domains.ts";
import { removeDomain } from "../../../../domain/directory/remove-domain.ts";
import type { TenantDomain } from "../../../../domain/directory/rules/tenant-domain.ts";
import { parseDomainName } from "../../../../foundation/domain-name.ts";
import { addressedKey } from "../../addressed-key.ts";
import { type Caller, holdsRole, missingRole } from "../../caller.ts";
import { notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { listFew, showOne } from "../../odata/list-few.ts";
import { odataContext } from "../../odata/page.ts";
import { readDomainChanges, readNewDomain } from "./domain-body.ts";
import { domainError } from "./domain-errors.ts";
import { presentDomain } from "./present-domain.ts";

/** `GET /domains`: for guests too, who see them in every address here. */
export async function listDomainsEndpoint(request: GraphRequest): Promise<Response> {
  const domains = await listDomains(request.machine.database, request.caller.tenantId);
  return listFew(request, "domains", domains.map(presentDomain));
}

/** `GET /domains/{name}`. */
export async function readDomainEndpoint(request: GraphRequest): Promise<Response> {
  return showOne(request, "domains", presentDomain(await addressedDomain(request)));
}

/** `POST /domains`. */
export async function createDomainEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayChangeDomains(caller);
  const name = readNewDomain(await readJsonObject(request));
  const { tenantId } = caller;
  const outcome = await addDomain(machine, circumstances(request), { tenantId, name });
  if (!outcome.ok) throw domainError(outcome.refusal, name);
  const { publicUrl } = machine.configuration;
  c.header("location", `${publicUrl}/v1.0/domains/${name}`);
  const context = odataContext(publicUrl, "domains", undefined, true);
  return graphJson(c, { "@odata.context": context, ...presentDomain(outcome.value) }, 201);
}

/** `PATCH /domains/{name}`. */
export async function updateDomainEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayChangeDomains(caller);
  const { name } = await addressedDomain(request);
  readDomainChanges(await readJsonObject(request));
  const { tenantId } = caller;
  const outcome = await changeDefaultDomain(machine, circumstances(request), { tenantId, name });
  if (!outcome.ok) throw domainError(outcome.refusal, name);
  return c.body(null, 204);
}

/** `DELETE /domains/{name}`. */
export async function deleteDomainEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayChangeDomains(caller);
  const { name } = await addressedDomain(request);
  const { tenantId } = caller;
  const outcome = await removeDomain(machine, circumstances(request), { tenantId, name });
  if (!outcome.ok) throw domainError(outcome.refusal, name);
  return c.body(null, 204);
}

/** Throws 403 for people who have no say in the organisation's domains. */
export function checkMayChangeDomains(caller: Caller): void {
  if (caller.kind === "user" && !holdsRole(caller, "global-administrator", "domain-name-administrator"))
    throw missingRole("Domain Name Administrator", "Global Administrator");
}

/** The domain in the address. Throws 404. */
export async function addressedDomain({ c, machine, caller }: GraphRequest): Promise<TenantDomain> {
  const { property, value } = addressedKey(c);
  const name = property === undefined ? parseDomainName(value) : undefined;
  const domain = name && (await findDomain(machine.database, caller.tenantId, name));
  if (!domain) throw notFound(value.slice(0, 253));
  return domain;
}
