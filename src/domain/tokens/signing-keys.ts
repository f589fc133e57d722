import { importJWK, importPKCS8 } from "jose";
import type { Database } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import {
  type MadeSigningKey,
  makeSigningKey,
  type PublishedKey,
  signingAlgorithm,
} from "./make-signing-key.ts";
import {
  changingRing,
  insertSigningKey,
  type StoredSigningKey,
  selectSigningKeys,
} from "./signing-key-store.ts";

/** The ring as a node uses it: keys imported once. */
export interface SigningKeys {
  readonly current: {
    readonly keyId: string;
    readonly privateKey: CryptoKey;
    /** Base64 of DER. */
    readonly certificate: string;
  };
  /** Certificates of the key that signs and of the one that will, in this order. */
  readonly certificates: readonly string[];
  /** Everything clients may meet: current, next and retired. */
  readonly published: readonly PublishedKey[];
  readonly publicKeys: ReadonlyMap<string, CryptoKey>;
}

interface LoadedRing {
  readonly keys: Promise<SigningKeys>;
  readonly loadedAt: number;
}

/** How long a node goes on with what it read: the ring may be changed by another node. */
const refreshAfterMilliseconds = 60_000;
/** An unknown key id makes a node read again, but a stream of forged ones must not. */
const refreshAtMostEveryMilliseconds = 5_000;

/** One ring per database of this process; importing a key for every token would cost more than signing. */
const rings = new WeakMap<Database, LoadedRing>();

/** The ring of this deployment, made at first use. */
export function signingKeys(machine: Machine): Promise<SigningKeys> {
  const ring = rings.get(machine.database);
  return ring && performance.now() - ring.loadedAt < refreshAfterMilliseconds ? ring.keys : reload(machine);
}

/** The public key with this id, also when another node made it a moment ago. */
export async function publicKeyOf(machine: Machine, keyId: string): Promise<CryptoKey | undefined> {
  const known = (await signingKeys(machine)).publicKeys.get(keyId);
  const age = performance.now() - (rings.get(machine.database)?.loadedAt ?? 0);
  if (known || age < refreshAtMostEveryMilliseconds) return known;
  return (await reload(machine)).publicKeys.get(keyId);
}

/** Called when this process has changed the ring. */
export function forgetSigningKeys(database: Database): void {
  rings.delete(database);
}

function reload(machine: Machine): Promise<SigningKeys> {
  const keys = loadSigningKeys(machine);
  const ring = { keys, loadedAt: performance.now() };
  rings.set(machine.database, ring);
  keys.catch(() => {
    if (rings.get(machine.database) === ring) rings.delete(machine.database);
  });
  return keys;
}

async function loadSigningKeys(machine: Machine): Promise<SigningKeys> {
  const found = await selectSigningKeys(machine.database);
  const stored = found[0]?.state === "current" ? found : await makeFirstKeys(machine);
  const signing = stored[0];
  if (signing === undefined) throw new Error("the ring of signing keys is empty");
  const pkcs8 = machine.masterKey.decrypt("signing-key", signing.privateKeyEncrypted).toString();
  return {
    current: {
      keyId: signing.keyId,
      privateKey: await importPKCS8(pkcs8, signingAlgorithm),
      certificate: certificateOf(signing),
    },
    certificates: stored.filter(({ state }) => state !== "retired").map(certificateOf),
    published: stored.map((key) => key.published),
    publicKeys: new Map(await Promise.all(stored.map(importPublicKey))),
  };
}

function certificateOf({ published }: StoredSigningKey): string {
  const [certificate] = published.x5c;
  if (certificate === undefined) throw new Error("a signing key is published without its certificate");
  return certificate;
}

async function importPublicKey(key: StoredSigningKey): Promise<[string, CryptoKey]> {
  const { kty, n, e } = key.published;
  return [key.keyId, (await importJWK({ kty, n, e }, signingAlgorithm)) as CryptoKey];
}

/** A new deployment signs with its first key at once; the second is published from the beginning. */
async function makeFirstKeys(machine: Machine): Promise<StoredSigningKey[]> {
  const now = machine.clock();
  const [first, second] = await Promise.all([
    makeSigningKey(machine.masterKey, now),
    makeSigningKey(machine.masterKey, now),
  ]);
  return changingRing(machine.database, async (transaction) => {
    const others = await selectSigningKeys(transaction);
    if (others.length > 0) return others;
    await insertSigningKey(transaction, asCurrent(first, now));
    await insertSigningKey(transaction, asNext(second, now));
    return selectSigningKeys(transaction);
  });
}

/** A key just made, about to sign. */
function asCurrent(key: MadeSigningKey, now: Date): Omit<StoredSigningKey, "retiredAt"> {
  return { ...key, state: "current", createdAt: now, currentSince: now };
}

/** A key just made, published for later. */
export function asNext(key: MadeSigningKey, now: Date): Omit<StoredSigningKey, "retiredAt"> {
  return { ...key, state: "next", createdAt: now, currentSince: undefined };
}
