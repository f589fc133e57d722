import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";
import type { Machine } from "../../platform/machine.ts";
import { OutboundFailure } from "../../platform/outbound/outbound-failure.ts";
import { outboundFetch } from "../../platform/outbound/outbound-fetch.ts";
import { type OutboundPolicy, outboundPolicy } from "../../platform/outbound/outbound-policy.ts";
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
  return keysKeptAs(machine, issuer, () => readKeys(machine, issuer));
}

/** The keys at an address that the caller has found fit to be called; no redirect leads to others. */
export function keysAt(machine: Machine, address: string): JWTVerifyGetKey {
  return keysKeptAs(machine, address, () => readKeySet(machine, address, { followsRedirects: false }));
}

function keysKeptAs(machine: Machine, name: string, read: () => Promise<JSONWebKeySet>): JWTVerifyGetKey {
  return async (header, token) => {
    const known = keptOf(machine).get(name);
    const age = known ? machine.clock().getTime() - known.readAt : Number.POSITIVE_INFINITY;
    if (known && age < keptMilliseconds) {
      try {
        return await known.find(header, token);
      } catch (error) {
        // A key made since: issuers change keys when they like.
        if (!(error instanceof errors.JWKSNoMatchingKey) || age < askAgainMilliseconds) throw error;
      }
    }
    const find = createLocalJWKSet(await read());
    keep(machine, name, find);
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
  const place = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  if (!place.startsWith("https://")) throw unusable(place);
  const document = await readJson(machine, place);
  // Section 4.3: a document that names another issuer speaks for somebody else.
  if (document["issuer"] !== issuer) throw unusable(issuer);
  const keysUrl = String(document["jwks_uri"]);
  if (!keysUrl.startsWith("https://")) throw unusable(keysUrl);
  return readKeySet(machine, keysUrl);
}

async function readKeySet(
  machine: Machine,
  address: string,
  changes: Partial<OutboundPolicy> = {},
): Promise<JSONWebKeySet> {
  const { keys } = await readJson(machine, address, changes);
  if (!Array.isArray(keys)) throw unusable(address);
  return { keys };
}

async function readJson(
  machine: Machine,
  address: string,
  changes: Partial<OutboundPolicy> = {},
): Promise<Record<string, unknown>> {
  const policy = outboundPolicy({ ...changes, allowedNetworks: machine.configuration.outboundAllow });
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
