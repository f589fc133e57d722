/** A secret as people type it: in groups of four. */
export function secretInGroups(base32: string): string {
  return base32.replace(/(.{4})(?=.)/g, "$1 ");
}
