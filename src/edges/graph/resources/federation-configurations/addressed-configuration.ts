import { findProvider } from "../../../../domain/federation/find-provider.ts";
import type { IdentityProvider } from "../../../../domain/federation/rules/identity-provider.ts";
import { type ProviderId, parseGuid } from "../../../../foundation/identifiers.ts";
import { notFound } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { checkMayManageProviders } from "../../may-manage-providers.ts";
import { protocolOfKind } from "./protocol-of-kind.ts";

/** The SAML or WS-Federation provider that an address names. */
export async function addressedConfiguration({
  c,
  machine,
  caller,
}: GraphRequest): Promise<IdentityProvider> {
  checkMayManageProviders(caller);
  const id = c.req.param("id") ?? "";
  const providerId = parseGuid<ProviderId>(id);
  const provider = providerId && (await findProvider(machine.database, caller.tenantId, providerId));
  if (!provider || protocolOfKind(provider.kind) === undefined) throw notFound(id.slice(0, 100));
  return provider;
}
