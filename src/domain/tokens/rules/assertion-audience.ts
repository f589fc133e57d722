/**
 * Whether an assertion is meant for this tenant's token endpoint (RFC 7523 section 3). Libraries name it by the
 * endpoint's address or by the issuer, with whichever name of the tenant they were given.
 */
export function isAssertionAudience(
  audience: string | readonly string[] | undefined,
  publicUrl: string,
  tenantNames: readonly string[],
): boolean {
  const accepted = new Set(
    tenantNames.flatMap((name) =>
      ["oauth2/v2.0/token", "oauth2/token", "v2.0", ""].map((path) =>
        `${publicUrl}/${name}/${path}`.toLowerCase(),
      ),
    ),
  );
  return [audience ?? []].flat().some((one) => accepted.has(one.toLowerCase()));
}
