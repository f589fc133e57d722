/** A resource's identifier in the spelling in which it is compared: scheme and host in lower case, the rest as given. */
export function comparableIdentifier(identifier: string): string {
  const match = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)(.*)$/i.exec(identifier);
  return match ? `${match[1]?.toLowerCase()}${match[2]}` : identifier;
}
