import type { Context } from "hono";
import { signingKeys } from "../../domain/tokens/signing-keys.ts";
import type { Machine } from "../../platform/machine.ts";
import { findPlaceOfPath } from "./find-tenant-of-path.ts";
import { issuerOfPlace } from "./issuer-of-place.ts";
import { answerRefusal } from "./show-refusal.ts";

/** `GET /{tenant}/discovery[/v2.0]/keys`: next, current and retired keys (RFC 7517 section 5). */
export async function keysEndpoint(c: Context, machine: Machine, version: 1 | 2): Promise<Response> {
  const place = await findPlaceOfPath(c, machine);
  if (!place.ok) return answerRefusal(c, machine, place.refusal);
  const { published } = await signingKeys(machine);
  // Some validators compare a key's issuer with the token's.
  const issuer = issuerOfPlace(machine.configuration.publicUrl, place.value, version);
  return c.json({ keys: published.map((key) => ({ ...key, issuer })) });
}
