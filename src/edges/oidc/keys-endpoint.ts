import type { Context } from "hono";
import { tokenIssuer } from "../../domain/tokens/rules/token-issuer.ts";
import { signingKeys } from "../../domain/tokens/signing-keys.ts";
import type { Machine } from "../../platform/machine.ts";
import { findTenantOfPath } from "./find-tenant-of-path.ts";
import { answerRefusal } from "./show-refusal.ts";

/** `GET /{tenant}/discovery[/v2.0]/keys`: next, current and retired keys (RFC 7517 section 5). */
export async function keysEndpoint(c: Context, machine: Machine, version: 1 | 2): Promise<Response> {
  const tenant = await findTenantOfPath(c, machine);
  if (!tenant.ok) return answerRefusal(c, machine, tenant.refusal);
  const { published } = await signingKeys(machine);
  // Some validators compare a key's issuer with the token's.
  const issuer = tokenIssuer(machine.configuration.publicUrl, tenant.value.tenantId, version);
  return c.json({ keys: published.map((key) => ({ ...key, issuer })) });
}
