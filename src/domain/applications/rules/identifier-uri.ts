import type { ApplicationId, TenantId } from "../../../foundation/identifiers.ts";

/** A resource's identifier in the spelling in which it is compared: scheme and host in lower case, the rest as given. */
export function comparableIdentifier(identifier: string): string {
  const match = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)(.*)$/i.exec(identifier);
  return match ? `${match[1]?.toLowerCase()}${match[2]}` : identifier;
}

const longest = 255;
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Whether an application that signs in by SAML may call itself so: its maker has chosen the entity id, often long ago
 * (SAML Core section 8.3.6). It names nobody but the audience of assertions, and no access token is issued for it.
 */
export function isAllowedEntityId(entityId: string): boolean {
  return entityId.length <= longest && /^[\x21-\x7e]+$/.test(entityId) && !/[*\\"'<>]/.test(entityId);
}

/**
 * Whether an application may call itself so. Tokens bear the name as their audience, in every tenant that uses the
 * application: so it must be one that no other tenant can take, `api://` and an own id, or below a domain that the
 * tenant has proved to own. Only where the application stays at home `api://` and any word will do.
 */
export function isAllowedIdentifierUri(
  uri: string,
  owner: {
    readonly applicationId: ApplicationId;
    readonly tenantId: TenantId;
    readonly domains: readonly string[];
    readonly staysAtHome: boolean;
  },
): boolean {
  if (uri.length > longest || !/^[\x21-\x7e]+$/.test(uri) || /[*?#\\"'<>]/.test(uri) || uri.endsWith("/"))
    return false;
  const match = /^(api|https):\/\/([^/]+)(?:\/|$)/.exec(comparableIdentifier(uri));
  const [, scheme, host = ""] = match ?? [];
  if (owner.domains.some((domain) => host === domain || host.endsWith(`.${domain}`)))
    return scheme === "api" || (URL.canParse(uri) && new URL(uri).host === host);
  if (scheme !== "api" || host.includes(".")) return false;
  if (guid.test(host)) return [owner.applicationId, owner.tenantId].includes(host as never);
  return owner.staysAtHome;
}
