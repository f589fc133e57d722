/** One key of a set, as far as it tells which one it is. */
export interface PublishedKey {
  readonly kid?: unknown;
  readonly kty?: unknown;
  readonly alg?: unknown;
}

/** The keys in a JSON Web Key Set (RFC 7517 section 5); undefined for a text that is none. */
export function publishedKeys(text: string): readonly PublishedKey[] | undefined {
  try {
    const { keys } = JSON.parse(text) as { keys?: unknown };
    return Array.isArray(keys) ? (keys as readonly PublishedKey[]) : undefined;
  } catch {
    return undefined;
  }
}
