const documentPath = "/.well-known/openid-configuration";

/**
 * Whether a discovery document speaks for the issuer it names: it lies below that very address (OpenID Connect
 * Discovery section 4.3). Otherwise anybody could publish one with keys of their own and a provider's name.
 */
export function isIssuerAt(issuer: string, discoveryUrl: string): boolean {
  const { href } = new URL(discoveryUrl);
  const place = href.endsWith(documentPath) ? href.slice(0, -documentPath.length) : href;
  return URL.canParse(issuer) && withoutSlash(new URL(issuer).href) === withoutSlash(place);
}

/** Section 4.1: a slash at the end of the issuer is not part of the document's address. */
function withoutSlash(address: string): string {
  return address.replace(/\/$/, "");
}
