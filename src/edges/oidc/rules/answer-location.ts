/** Where an answer in the query or fragment goes (RFC 6749 section 4.1.2, Multiple Response Type Encoding section 2.1). */
export function answerLocation(
  redirectUri: string,
  mode: "query" | "fragment",
  fields: Readonly<Record<string, string>>,
): string {
  // Percent-encoded throughout: a plus sign means itself in a fragment.
  const encoded = Object.entries(fields)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join("&");
  const address = withPath(redirectUri);
  if (mode === "fragment") return `${address}#${encoded}`;
  return `${address}${address.includes("?") ? "&" : "?"}${encoded}`;
}

/** A web address registered without a path is answered at its root. */
function withPath(redirectUri: string): string {
  return /^https?:\/\/[^/?]+$/.test(redirectUri) ? `${redirectUri}/` : redirectUri;
}
