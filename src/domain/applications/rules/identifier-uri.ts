import type { ApplicationId, TenantId } from "../../../foundation/identifiers.ts";

/** A resource's identifier in the spelling in which it is compared: scheme and host in lower case, the rest as given. */
export function comparableIdentifier(identifier: string): string {
  const match = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)(.*)$/i.exec(identifier);
  return match ? `${match[1]?.toLowerCase()}${match[2]}` : identifier;
}

const longest = 255;
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Whether an application may call itself so: `api://` and any name that is not the id of another application, or
 * https below a domain the tenant has proved to own.
 */
export function isAllowedIdentifierUri(
  uri: string,
  owner: {
    readonly applicationId: ApplicationId;
    readonly tenantId: TenantId;
    readonly domains: readonly string[];
  },
): boolean {
  if (uri.length > longest || !/^[\x21-\x7e]+$/.test(uri) || /[*?#\\"'<>]/.test(uri) || uri.endsWith("/"))
    return false;
  const match = /^(api|https):\/\/([^/]+)(?:\/|$)/.exec(comparableIdentifier(uri));
  const [, scheme, host = ""] = match ?? [];
  if (scheme === "api")
    return !guid.test(host) || [owner.applicationId, owner.tenantId].includes(host as never);
  if (scheme !== "https" || !URL.canParse(uri) || new URL(uri).host !== host) return false;
  return owner.domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}
