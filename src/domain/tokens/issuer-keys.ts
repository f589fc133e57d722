import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";
import type { Machine } from "../../platform/machine.ts";
import { OutboundFailure } from "../../platform/outbound/outbound-failure.ts";
import { outboundFetch } from "../../platform/outbound/outbound-fetch.ts";
import { outboundPolicy } from "../../platform/outbound/outbound-policy.ts";
import { tenantOfTokenIssuer } from "./rules/token-issuer.ts";
import { publicKeyOf } from "./signing-keys.ts";

/** Keys are asked for again after this long, and for a key not seen before no more often than the second. */
const keptMilliseconds = 3600 * 1000;
const askAgainMilliseconds = 60 * 1000;
const mostIssuers = 500;

interface KeptKeys {
  readonly find: JWTVerifyGetKey;
  readonly readAt: number;
}

const kept = new WeakMap<Machine["database"], Map<string, KeptKeys>>();

/** The keys of an issuer outside, found through its discovery document (OpenID Connect Discovery section 4) and kept. */
export function issuerKeys(machine: Machine, issuer: string): JWTVerifyGetKey {
  // Our own keys are at hand, and our address may be one that calls to the outside must not reach.
  const isOurs = tenantOfTokenIssuer(machine.configuration.publicUrl, issuer) !== undefined;
  if (isOurs) return (header) => ownKey(machine, header.kid ?? "");
  return async (header, token) => {
    const known = keptOf(machine).get(issuer);
    const age = known ? machine.clock().getTime() - known.readAt : Number.POSITIVE_INFINITY;
    if (known && age < keptMilliseconds) {
      try {
        return await known.find(header, token);
      } catch (error) {
        // A key made since: issuers change keys when they like.
        if (!(error instanceof errors.JWKSNoMatchingKey) || age < askAgainMilliseconds) throw error;
      }
    }
    const find = createLocalJWKSet(await readKeys(machine, issuer));
    keep(machine, issuer, find);
    return find(header, token);
  };
}

async function ownKey(machine: Machine, keyId: string): Promise<CryptoKey> {
  const key = await publicKeyOf(machine, keyId);
  if (!key) throw new errors.JWKSNoMatchingKey();
  return key;
}

function keptOf(machine: Machine): Map<string, KeptKeys> {
  const map = kept.get(machine.database) ?? new Map<string, KeptKeys>();
  kept.set(machine.database, map);
  return map;
}

function keep(machine: Machine, issuer: string, find: JWTVerifyGetKey): void {
  const map = keptOf(machine);
  map.delete(issuer);
  map.set(issuer, { find, readAt: machine.clock().getTime() });
  const [oldest] = map.keys();
  if (map.size > mostIssuers && oldest !== undefined) map.delete(oldest);
}

async function readKeys(machine: Machine, issuer: string): Promise<JSONWebKeySet> {
  const document = await readJson(machine, `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
  // Section 4.3: a document that names another issuer speaks for somebody else.
  if (document["issuer"] !== issuer) throw unusable(issuer);
  const keys = await readJson(machine, String(document["jwks_uri"]));
  if (!Array.isArray(keys["keys"])) throw unusable(issuer);
  return { keys: keys["keys"] };
}

async function readJson(machine: Machine, address: string): Promise<Record<string, unknown>> {
  const policy = outboundPolicy({ allowedNetworks: machine.configuration.outboundAllow });
  if (!address.startsWith("https://")) throw unusable(address);
  try {
    const answer = await outboundFetch(policy, address, { headers: { accept: "application/json" } });
    const body: unknown = answer.ok ? await answer.json() : undefined;
    if (typeof body === "object" && body !== null) return body as Record<string, unknown>;
  } catch (error) {
    if (!(error instanceof OutboundFailure || error instanceof SyntaxError)) throw error;
    machine.log.warn({ error, address }, "the keys of a federated issuer could not be read");
  }
  throw unusable(address);
}

function unusable(address: string): errors.JOSEError {
  return new errors.JWKSInvalid(`${address} answers no usable keys`);
}
