import { changeIdentityProvider } from "../../../../domain/federation/change-identity-provider.ts";
import type { IdentityProvider } from "../../../../domain/federation/rules/identity-provider.ts";
import type { DomainName } from "../../../../foundation/domain-name.ts";
import { notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { listFew } from "../../odata/list-few.ts";
import { odataContext } from "../../odata/page.ts";
import { identityProviderError } from "../identity-providers/identity-provider-errors.ts";
import { parsed, readDomains } from "../identity-providers/read-provider-body.ts";
import { addressedConfiguration } from "./addressed-configuration.ts";
import { externalDomainBody } from "./federation-configuration-body.ts";
import { presentExternalDomain } from "./present-federation-configuration.ts";

/** `GET …/{id}/samlOrWsFedExternalDomainFederation/domains`. */
export async function listFederationDomainsEndpoint(request: GraphRequest): Promise<Response> {
  const provider = await addressedConfiguration(request);
  return listFew(request, collectionOf(provider), provider.domains.map(presentExternalDomain));
}

/** `POST …/{id}/samlOrWsFedExternalDomainFederation/domains`. */
export async function addFederationDomainEndpoint(request: GraphRequest): Promise<Response> {
  const provider = await addressedConfiguration(request);
  const { id } = parsed(externalDomainBody.safeParse(await readJsonObject(request)));
  const [added = "" as DomainName] = readDomains([id]);
  await setDomains(request, provider, [...provider.domains, added]);
  const { publicUrl } = request.machine.configuration;
  const context = { "@odata.context": odataContext(publicUrl, collectionOf(provider), undefined, true) };
  return graphJson(request.c, { ...context, ...presentExternalDomain(added) }, 201);
}

/** `DELETE …/{id}/samlOrWsFedExternalDomainFederation/domains/{domain}`. */
export async function removeFederationDomainEndpoint(request: GraphRequest): Promise<Response> {
  const provider = await addressedConfiguration(request);
  const named = (request.c.req.param("domain") ?? "").toLowerCase();
  const kept = provider.domains.filter((domain) => domain !== named);
  if (kept.length === provider.domains.length) throw notFound(named.slice(0, 253));
  await setDomains(request, provider, kept);
  return request.c.body(null, 204);
}

async function setDomains(
  request: GraphRequest,
  { tenantId, providerId }: IdentityProvider,
  domains: readonly DomainName[],
): Promise<void> {
  const changed = await changeIdentityProvider(request.machine, circumstances(request), {
    tenantId,
    providerId,
    changes: { domains },
  });
  if (!changed.ok) throw identityProviderError(changed.refusal, providerId);
}

function collectionOf({ providerId }: IdentityProvider): string {
  return `directory/federationConfigurations('${providerId}')/graph.samlOrWsFedExternalDomainFederation/domains`;
}
