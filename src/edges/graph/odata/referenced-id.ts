/**
 * The id in a reference such as `https://graph.microsoft.com/v1.0/users/{id}`: whatever host or collection it names,
 * the last segment counts. Clients spell them in many ways.
 */
export function referencedId(reference: string | null | undefined): string | undefined {
  if (reference === null || reference === undefined) return undefined;
  return /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:'\))?\/?$/i.exec(reference)?.[1] ?? reference;
}
