import { parseGuid, type TenantId } from "../../../foundation/identifiers.ts";

/** The issuer of a tenant's tokens, in the form of the token's version. */
export function tokenIssuer(publicUrl: string, tenantId: TenantId, version: 1 | 2): string {
  return version === 2 ? `${publicUrl}/${tenantId}/v2.0` : `${publicUrl}/${tenantId}/`;
}

/** The tenant behind one of our own issuers, or undefined for any other text. */
export function tenantOfTokenIssuer(publicUrl: string, issuer: string): TenantId | undefined {
  if (!issuer.startsWith(`${publicUrl}/`)) return undefined;
  const [segment, ending, ...more] = issuer.slice(publicUrl.length + 1).split("/");
  if (more.length > 0 || (ending !== "" && ending !== "v2.0")) return undefined;
  return parseGuid<TenantId>(segment ?? "");
}
