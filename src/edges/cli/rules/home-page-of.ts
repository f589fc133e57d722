/** The root of the first redirect URI that a browser can open: where people would look for the application. */
export function homePageOf(redirectUris: readonly string[]): string | undefined {
  const uri = redirectUris.find((candidate) => /^https?:\/\//i.test(candidate) && URL.canParse(candidate));
  return uri === undefined ? undefined : `${new URL(uri).origin}/`;
}
