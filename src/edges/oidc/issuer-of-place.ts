import { tokenIssuer } from "../../domain/tokens/rules/token-issuer.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import type { TenantPlace } from "./find-tenant-of-path.ts";

/** What an alias promises: tokens name a tenant each, so validators put the token's `tid` in here. */
const tenantTemplate = "{tenantid}" as TenantId;

/** The issuer of the tokens given out at a place, in the form of the token's version. */
export function issuerOfPlace(publicUrl: string, place: TenantPlace, version: 1 | 2): string {
  return tokenIssuer(publicUrl, place.kind === "tenant" ? place.tenant.tenantId : tenantTemplate, version);
}
