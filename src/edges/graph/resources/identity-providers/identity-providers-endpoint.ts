import { addIdentityProvider } from "../../../../domain/federation/add-identity-provider.ts";
import { listProviders } from "../../../../domain/federation/find-provider.ts";
import { removeIdentityProvider } from "../../../../domain/federation/remove-identity-provider.ts";
import type { IdentityProvider } from "../../../../domain/federation/rules/identity-provider.ts";
import { readCollaborationSettings } from "../../../../domain/policies/read-collaboration-settings.ts";
import type { Machine } from "../../../../platform/machine.ts";
import type { Caller } from "../../caller.ts";
import { notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { checkMayManageProviders } from "../../may-manage-providers.ts";
import { odataContext } from "../../odata/page.ts";
import { protocolOfKind } from "../federation-configurations/protocol-of-kind.ts";
import { applyProviderChanges } from "./apply-provider-changes.ts";
import {
  identityProviderBody,
  identityProviderChangesBody,
  kindOfBody,
  kindOfType,
  secretOfBody,
  settingsOfBody,
} from "./identity-provider-body.ts";
import { identityProviderError } from "./identity-provider-errors.ts";
import { isNamed, presentBuiltIns, presentIdentityProvider } from "./present-identity-provider.ts";
import { parsed, readDomains } from "./read-provider-body.ts";

const collection = "identity/identityProviders";

/** `GET /identity/identityProviders`: those that are always there, and those that were added. */
export async function listIdentityProvidersEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayManageProviders(caller);
  const [added, settings] = await Promise.all([
    shownProviders(machine, caller),
    readCollaborationSettings(machine.database, caller.tenantId),
  ]);
  return graphJson(c, {
    "@odata.context": odataContext(machine.configuration.publicUrl, collection),
    value: [...presentBuiltIns(settings), ...added.map(presentIdentityProvider)],
  });
}

/** `GET /identity/identityProviders/availableProviderTypes`. */
export async function listProviderTypesEndpoint({ c, machine, caller }: GraphRequest): Promise<Response> {
  checkMayManageProviders(caller);
  return graphJson(c, {
    "@odata.context": odataContext(machine.configuration.publicUrl, "Collection(Edm.String)"),
    value: ["EmailOTP", "OpenIdConnect", "Apple", "Organization", ...Object.keys(kindOfType)],
  });
}

/** `GET /identity/identityProviders/{id}`. */
export async function readIdentityProviderEndpoint(request: GraphRequest): Promise<Response> {
  const provider = await addressedProvider(request);
  const { publicUrl } = request.machine.configuration;
  return graphJson(request.c, {
    "@odata.context": odataContext(publicUrl, collection, undefined, true),
    ...presentIdentityProvider(provider),
  });
}

/** `POST /identity/identityProviders`. */
export async function createIdentityProviderEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayManageProviders(caller);
  const body = parsed(identityProviderBody.safeParse(await readJsonObject(request)));
  const added = await addIdentityProvider(machine, circumstances(request), {
    tenantId: caller.tenantId,
    kind: kindOfBody(body),
    displayName: body.displayName,
    settings: settingsOfBody(body),
    secret: secretOfBody(body),
    domains: readDomains(("domains" in body && body.domains) || []),
  });
  if (!added.ok) throw identityProviderError(added.refusal, caller.tenantId);
  const { publicUrl } = machine.configuration;
  const shown = presentIdentityProvider(added.value);
  c.header("location", `${publicUrl}/v1.0/${collection}/${String(shown["id"])}`);
  return graphJson(
    c,
    { "@odata.context": odataContext(publicUrl, collection, undefined, true), ...shown },
    201,
  );
}

/** `PATCH /identity/identityProviders/{id}`. */
export async function updateIdentityProviderEndpoint(request: GraphRequest): Promise<Response> {
  const provider = await addressedProvider(request);
  const { isEnabled, ...body } = parsed(identityProviderChangesBody.safeParse(await readJsonObject(request)));
  await applyProviderChanges(
    request,
    provider,
    {
      displayName: body.displayName,
      settings: settingsOfBody(body),
      secret: secretOfBody(body),
      domains: body.domains && readDomains(body.domains),
    },
    isEnabled,
  );
  return request.c.body(null, 204);
}

/** `DELETE /identity/identityProviders/{id}`. */
export async function deleteIdentityProviderEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const { providerId } = await addressedProvider(request);
  await removeIdentityProvider(machine, circumstances(request), { tenantId: caller.tenantId, providerId });
  return c.body(null, 204);
}

/** SAML and WS-Federation providers are a resource of their own: `/directory/federationConfigurations`. */
async function shownProviders(machine: Machine, caller: Caller): Promise<readonly IdentityProvider[]> {
  const providers = await listProviders(machine.database, caller.tenantId);
  return providers.filter(({ kind }) => protocolOfKind(kind) === undefined);
}

/** The provider that an address names. */
export async function addressedProvider({ c, machine, caller }: GraphRequest): Promise<IdentityProvider> {
  checkMayManageProviders(caller);
  const id = c.req.param("id") ?? "";
  const providers = await shownProviders(machine, caller);
  const provider = providers.find((one) => isNamed(one, id));
  if (!provider) throw notFound(id.slice(0, 100));
  return provider;
}
