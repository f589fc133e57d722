import { exportJWK, generateKeyPair } from "jose";
import Provider, { type AdapterFactory, type JWK } from "oidc-provider";
import { automationClient, referenceClient, resource } from "./reference-settings.ts";

/**
 * The reference with what the comparison needs: RS256 with 2048 bits, access tokens as JWT, a code flow with a
 * client secret and PKCE, client credentials, and people from outside with the claims of a guest.
 */
export async function referenceProvider(issuer: string, adapter: AdapterFactory): Promise<Provider> {
  const { privateKey } = await generateKeyPair("RS256", { modulusLength: 2048, extractable: true });
  const provider = new Provider(issuer, {
    adapter,
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: "RS256", use: "sig", kid: "bench" } as JWK] },
    clients: [
      {
        client_id: referenceClient.clientId,
        client_secret: referenceClient.clientSecret,
        redirect_uris: [referenceClient.redirectUri],
        grant_types: ["authorization_code"],
        response_types: ["code"],
        token_endpoint_auth_method: "client_secret_post",
      },
      {
        client_id: automationClient.clientId,
        client_secret: automationClient.clientSecret,
        redirect_uris: [],
        response_types: [],
        grant_types: ["client_credentials"],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    cookies: { keys: ["a key that signs cookies of the bench"] },
    claims: { openid: ["sub"], profile: ["name", "preferred_username"], email: ["email"] },
    conformIdTokenClaims: false,
    findAccount: (_context, accountId) => ({
      accountId,
      claims: () => ({
        sub: accountId,
        name: `Bench ${accountId}`,
        preferred_username: `${accountId}@fabrikam.example`,
        email: `${accountId}@fabrikam.example`,
      }),
    }),
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: "api:read",
          audience: resource,
          accessTokenFormat: "jwt",
          accessTokenTTL: 3600,
          jwt: { sign: { alg: "RS256" } },
        }),
      },
    },
    interactions: { url: (_context, interaction) => `/sign-in/${interaction.uid}` },
  });
  letEverybodyIn(provider);
  return provider;
}

/** Plays the sign-in pages: whoever comes is a new person who consents to everything. */
function letEverybodyIn(provider: Provider): void {
  let people = 0;
  provider.use(async (context, next) => {
    if (!context.path.startsWith("/sign-in/")) return next();
    const { params } = await provider.interactionDetails(context.req, context.res);
    people += 1;
    const accountId = `person-${people}`;
    const grant = new provider.Grant({ accountId, clientId: String(params["client_id"]) });
    grant.addOIDCScope("openid profile email");
    grant.addResourceScope(resource, "api:read");
    const grantId = await grant.save();
    await provider.interactionFinished(context.req, context.res, {
      login: { accountId },
      consent: { grantId },
    });
    return undefined;
  });
}
