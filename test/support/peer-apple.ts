import { text } from "node:stream/consumers";
import { type CryptoKey, jwtVerify } from "jose";
import type { KoaContextWithOIDC, Provider } from "oidc-provider";
import { type PeerProvider, startPeerProvider } from "./peer-provider.ts";

/** What Apple knows of its client. */
export interface AppleClient {
  readonly teamId: string;
  readonly keyId: string;
  /** Of the key whose private half is the .p8 file. */
  readonly publicKey: CryptoKey;
}

const sixMonthsSeconds = 15_777_000;

/**
 * A provider on a library that is not ours, with Apple's rules: the client's secret is a token signed with its key, the
 * answer is posted, a person's name is told beside it the first time only, and an address may be one of Apple's relay.
 */
export function startApplePeer(redirectUri: string, client: AppleClient): Promise<PeerProvider> {
  const known = new Set<string>();
  return startPeerProvider(redirectUri, {
    hostname: "localhost",
    scopes: ["openid", "name", "email", "offline_access"],
    claimsOf: (name) => ({
      email: name.startsWith("hidden-") ? `${name}@privaterelay.appleid.com` : `${name}@icloud.com`,
      email_verified: true,
      is_private_email: name.startsWith("hidden-"),
    }),
    arrange: (provider) => {
      provider.use(async (plain, next) => {
        const context = plain as unknown as KoaContextWithOIDC;
        if (context.path.endsWith("/token")) await checkSecret(context, provider, client);
        if (context.query["scope"] !== undefined && context.query["response_mode"] !== "form_post")
          context.throw(400, "response_mode must be form_post when a name or email is asked for");
        await next();
        addName(context, known);
      });
    },
  });
}

/** Takes a good secret for the one that the library knows; any other is wrong there. */
async function checkSecret(
  context: KoaContextWithOIDC,
  { issuer }: Provider,
  { teamId, keyId, publicKey }: AppleClient,
): Promise<void> {
  const form = Object.fromEntries(new URLSearchParams(await text(context.req)));
  const { protectedHeader, payload } = await jwtVerify(form["client_secret"] ?? "", publicKey, {
    issuer: teamId,
    audience: issuer,
    subject: form["client_id"] ?? "",
    algorithms: ["ES256"],
    requiredClaims: ["iat", "exp"],
  });
  const isGood =
    protectedHeader.kid === keyId && Number(payload.exp) - Number(payload.iat) < sixMonthsSeconds;
  Object.assign(context.req, { body: { ...form, client_secret: isGood ? "web-secret" : "wrong" } });
}

function addName(context: KoaContextWithOIDC, known: Set<string>): void {
  const name = context.oidc?.session?.accountId;
  const page = typeof context.body === "string" && context.body.includes('name="code"') ? context.body : "";
  if (name === undefined || page === "" || known.has(name)) return;
  known.add(name);
  const user = JSON.stringify({ name: { firstName: name, lastName: "Lind" }, email: `${name}@icloud.com` });
  context.body = page.replace(
    "<noscript>",
    `<input type="hidden" name="user" value="${user.replaceAll('"', "&quot;")}"/><noscript>`,
  );
}
