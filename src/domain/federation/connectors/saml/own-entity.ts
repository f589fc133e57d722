import { generateServiceProviderMetadata } from "@node-saml/node-saml";
import type { TenantId } from "../../../../foundation/identifiers.ts";
import type { Machine } from "../../../../platform/machine.ts";
import { ownEntityId } from "../signed-assertions/own-entity-id.ts";

import { ownKeys } from "./own-keys.ts";

export const persistentFormat = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";

/** Where a tenant takes the answers of SAML providers. */
export function assertionConsumerUrl(machine: Machine, tenantId: TenantId): string {
  return `${machine.configuration.publicUrl}/federation/${tenantId}/saml`;
}

/**
 * What a partner's provider is set up with, as a document it can read (SAML Metadata section 2.4.4): also the certificate
 * of requests that are signed, and the one that assertions may be encrypted to.
 */
export async function ownMetadata(machine: Machine, tenantId: TenantId): Promise<string> {
  const { signing, encryption } = await ownKeys(machine, tenantId);
  return generateServiceProviderMetadata({
    privateKey: signing.privateKey,
    publicCerts: signing.certificate,
    decryptionPvk: encryption.privateKey,
    decryptionCert: encryption.certificate,
    issuer: ownEntityId(machine, tenantId),
    callbackUrl: assertionConsumerUrl(machine, tenantId),
    identifierFormat: persistentFormat,
    wantAssertionsSigned: true,
    generateUniqueId: () => `_${tenantId}`,
  });
}
