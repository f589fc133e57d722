/** Signs new people in to the reference, each with a browser of their own, and returns the cookies they have then. */
export async function signedInBrowsers(
  authorizeUrl: string,
  redirectUri: string,
  count: number,
): Promise<string[]> {
  const cookies: string[] = [];
  for (let number = 0; number < count; number += 1) cookies.push(await signIn(authorizeUrl, redirectUri));
  return cookies;
}

/** Follows the redirects as a browser does. */
async function signIn(authorizeUrl: string, redirectUri: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = authorizeUrl;
  for (let hop = 0; hop < 10; hop += 1) {
    const response = await fetch(url, { redirect: "manual", headers: { cookie: cookieHeader(jar) } });
    for (const cookie of response.headers.getSetCookie()) keepCookie(jar, cookie);
    url = new URL(response.headers.get("location") ?? "", url).href;
    if (url.startsWith(redirectUri)) return cookieHeader(jar);
  }
  throw new Error("the reference did not come to an end of the sign-in");
}

function keepCookie(jar: Map<string, string>, cookie: string): void {
  const [pair = ""] = cookie.split(";");
  const name = pair.slice(0, pair.indexOf("="));
  const value = pair.slice(name.length + 1);
  if (value === "") jar.delete(name);
  else jar.set(name, value);
}

function cookieHeader(jar: ReadonlyMap<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
}
