import * as client from "openid-client";
import type { Machine } from "../../../../platform/machine.ts";
import { outboundFetch } from "../../../../platform/outbound/outbound-fetch.ts";
import { outboundPolicy } from "../../../../platform/outbound/outbound-policy.ts";
import type { ProviderWithSecret } from "../../connector.ts";
import type { OAuth2Addresses } from "../social-addresses.ts";
import { asOAuthAnswer } from "./rules/as-oauth-answer.ts";

/** A client of a provider that publishes nothing about itself: what the preset says stands for it. */
export function oauth2Client(
  machine: Machine,
  { authorizationEndpoint, tokenEndpoint }: OAuth2Addresses,
  { settings, secret }: Pick<ProviderWithSecret, "settings" | "secret">,
): client.Configuration {
  const policy = outboundPolicy({ allowedNetworks: machine.configuration.outboundAllow });
  const found = new client.Configuration(
    {
      issuer: new URL(authorizationEndpoint).origin,
      authorization_endpoint: authorizationEndpoint,
      token_endpoint: tokenEndpoint,
    },
    String(settings["clientId"]),
    {},
    client.ClientSecretPost(secret ?? ""),
  );
  found[client.customFetch] = async (url, { method, headers, body }) => {
    const isForm = body instanceof URLSearchParams || typeof body === "string";
    const answer = await outboundFetch(policy, url, { method, headers, ...(isForm && { body }) });
    return url === tokenEndpoint ? withOAuthBody(answer) : answer;
  };
  if (tokenEndpoint.startsWith("http:")) client.allowInsecureRequests(found);
  return found;
}

async function withOAuthBody(answer: Response): Promise<Response> {
  const { status, body } = asOAuthAnswer(answer.status, await answer.text());
  return new Response(body, { status, headers: { "content-type": "application/json" } });
}
