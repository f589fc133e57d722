import { z } from "zod";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import { OutboundFailure } from "../../../platform/outbound/outbound-failure.ts";
import { outboundFetch } from "../../../platform/outbound/outbound-fetch.ts";
import type { OutboundPolicy } from "../../../platform/outbound/outbound-policy.ts";

/** What an authority publishes about itself (OpenID Connect Discovery 1.0 section 3). */
export interface Authority {
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly keysAddress: string;
}

export interface AuthorityRefusal {
  readonly code: "authority-unreachable" | "authority-unreadable";
  readonly detail: string;
}

const webAddress = z.url({ protocol: /^https?$/ });
const metadataSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: webAddress,
  token_endpoint: webAddress,
  jwks_uri: webAddress,
});

/** Reads the metadata of an authority. */
export async function findAuthority(
  policy: OutboundPolicy,
  authority: string,
): Promise<Result<Authority, AuthorityRefusal>> {
  const address = `${authority}/.well-known/openid-configuration`;
  const answer = await readJson(policy, address);
  if (!answer.ok) return answer;
  const metadata = metadataSchema.safeParse(answer.value);
  if (!metadata.success) return refuse({ code: "authority-unreadable", detail: address });
  const { issuer, authorization_endpoint, token_endpoint, jwks_uri } = metadata.data;
  return accept({
    issuer,
    authorizationEndpoint: authorization_endpoint,
    tokenEndpoint: token_endpoint,
    keysAddress: jwks_uri,
  });
}

const keysSchema = z.object({
  keys: z.array(z.looseObject({ kid: z.string().optional(), kty: z.string() })),
});

/** A published key (RFC 7517). */
export type PublishedKey = z.infer<typeof keysSchema>["keys"][number];

/** Reads the keys of an authority; undefined when there are none to be had. */
export async function findKeys(
  policy: OutboundPolicy,
  keysAddress: string,
): Promise<readonly PublishedKey[] | undefined> {
  const answer = await readJson(policy, keysAddress);
  return answer.ok ? keysSchema.safeParse(answer.value).data?.keys : undefined;
}

async function readJson(policy: OutboundPolicy, address: string): Promise<Result<unknown, AuthorityRefusal>> {
  try {
    const response = await outboundFetch(policy, address, { headers: { accept: "application/json" } });
    if (!response.ok) {
      return refuse({ code: "authority-unreachable", detail: `${address} answered ${response.status}.` });
    }
    return accept((await response.json()) as unknown);
  } catch (error) {
    if (error instanceof OutboundFailure)
      return refuse({ code: "authority-unreachable", detail: error.message });
    if (error instanceof SyntaxError) return refuse({ code: "authority-unreadable", detail: address });
    throw error;
  }
}
