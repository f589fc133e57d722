/** How an assertion names the sign-in of an account in a browser: what tokens call `sid`, as an XML name. */
export function sessionIndexOf(accountId: string): string {
  return `_${accountId}`;
}
