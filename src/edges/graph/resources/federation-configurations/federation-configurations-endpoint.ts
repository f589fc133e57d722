import { addIdentityProvider } from "../../../../domain/federation/add-identity-provider.ts";
import { listProviders } from "../../../../domain/federation/find-provider.ts";
import { removeIdentityProvider } from "../../../../domain/federation/remove-identity-provider.ts";
import { badRequest } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { checkMayManageProviders } from "../../may-manage-providers.ts";
import { listFew, showOne } from "../../odata/list-few.ts";
import { odataContext } from "../../odata/page.ts";
import { applyProviderChanges } from "../identity-providers/apply-provider-changes.ts";
import { identityProviderError } from "../identity-providers/identity-provider-errors.ts";
import { parsed, readDomains } from "../identity-providers/read-provider-body.ts";
import { addressedConfiguration } from "./addressed-configuration.ts";
import {
  federationConfigurationBody,
  federationConfigurationChangesBody,
  settingsOfBody,
} from "./federation-configuration-body.ts";
import { presentFederationConfiguration } from "./present-federation-configuration.ts";
import { kindOfProtocol, protocolOfKind } from "./protocol-of-kind.ts";

const collection = "directory/federationConfigurations/graph.samlOrWsFedExternalDomainFederation";

/** `GET …/samlOrWsFedExternalDomainFederation`. */
export async function listFederationConfigurationsEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  checkMayManageProviders(caller);
  const providers = await listProviders(machine.database, caller.tenantId);
  const shown = providers
    .filter(({ kind }) => protocolOfKind(kind) !== undefined)
    .map((provider) => presentFederationConfiguration(provider, machine.clock()));
  return listFew(request, collection, shown);
}

/** `GET …/federationConfigurations/{id}`, with the type in the path or without. */
export async function readFederationConfigurationEndpoint(request: GraphRequest): Promise<Response> {
  const provider = await addressedConfiguration(request);
  return showOne(request, collection, presentFederationConfiguration(provider, request.machine.clock()));
}

/** `POST …/samlOrWsFedExternalDomainFederation`. */
export async function createFederationConfigurationEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayManageProviders(caller);
  const body = parsed(federationConfigurationBody.safeParse(await readJsonObject(request)));
  const added = await addIdentityProvider(machine, circumstances(request), {
    tenantId: caller.tenantId,
    kind: kindOfProtocol[body.preferredAuthenticationProtocol],
    displayName: body.displayName,
    settings: settingsOfBody(body),
    secret: undefined,
    domains: readDomains(body.domains.map(({ id }) => id)),
    acceptsUnsolicited: body.isUnsolicitedSignInAllowed,
  });
  if (!added.ok) throw identityProviderError(added.refusal, caller.tenantId);
  const { publicUrl } = machine.configuration;
  c.header("location", `${publicUrl}/v1.0/directory/federationConfigurations/${added.value.providerId}`);
  const context = { "@odata.context": odataContext(publicUrl, collection, undefined, true) };
  return graphJson(c, { ...context, ...presentFederationConfiguration(added.value, machine.clock()) }, 201);
}

/** `PATCH …/samlOrWsFedExternalDomainFederation/{id}`: the answer shows what the provider is now. */
export async function updateFederationConfigurationEndpoint(request: GraphRequest): Promise<Response> {
  const provider = await addressedConfiguration(request);
  const body = parsed(federationConfigurationChangesBody.safeParse(await readJsonObject(request)));
  const protocol = body.preferredAuthenticationProtocol;
  if (protocol !== undefined && kindOfProtocol[protocol] !== provider.kind)
    throw badRequest(
      "preferredAuthenticationProtocol cannot change. Remove the provider and add it with the other protocol.",
    );
  const changed = await applyProviderChanges(
    request,
    provider,
    {
      displayName: body.displayName,
      settings: settingsOfBody(body, provider.settings["certificates"] as readonly string[]),
      acceptsUnsolicited: body.isUnsolicitedSignInAllowed,
    },
    body.isEnabled,
  );
  return showOne(request, collection, presentFederationConfiguration(changed, request.machine.clock()));
}

/** `DELETE …/federationConfigurations/{id}`. */
export async function deleteFederationConfigurationEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const { providerId } = await addressedConfiguration(request);
  await removeIdentityProvider(machine, circumstances(request), { tenantId: caller.tenantId, providerId });
  return c.body(null, 204);
}
