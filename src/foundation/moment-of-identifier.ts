/** When a time-ordered GUID (RFC 9562 section 5.7) was made, to the millisecond; undefined for any other id. */
export function momentOfIdentifier(id: string): Date | undefined {
  const [, head, middle] = /^([0-9a-f]{8})-([0-9a-f]{4})-7/i.exec(id) ?? [];
  return head === undefined || middle === undefined
    ? undefined
    : new Date(Number.parseInt(head + middle, 16));
}
