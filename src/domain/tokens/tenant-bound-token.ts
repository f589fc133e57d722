import { parseGuid, type TenantId } from "../../foundation/identifiers.ts";
import { newOpaqueToken } from "../../platform/secrets/opaque-token.ts";

const formVersion = "0";

/**
 * An opaque token (code, refresh token) that also says which tenant it belongs to, so that one brought to
 * the wrong tenant gets a helpful refusal without a search in other tenants' rows. Nothing is trusted about that part:
 * a token is only ever looked up by its hash within the tenant that was asked.
 */
export function newTenantBoundToken(tenantId: TenantId): string {
  const tenant = Buffer.from(tenantId.replaceAll("-", ""), "hex").toString("base64url");
  return `${formVersion}.${tenant}.${newOpaqueToken()}`;
}

/** The tenant a token says it belongs to, or undefined when it is none of ours. */
export function tenantNamedByToken(token: string): TenantId | undefined {
  const [version, tenant, secret] = token.split(".");
  if (version !== formVersion || tenant?.length !== 22 || secret === undefined) return undefined;
  const hex = Buffer.from(tenant, "base64url").toString("hex");
  return parseGuid<TenantId>(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"));
}
