import { OutboundFailure } from "../../../platform/outbound/outbound-failure.ts";
import { outboundFetch } from "../../../platform/outbound/outbound-fetch.ts";
import type { OutboundPolicy } from "../../../platform/outbound/outbound-policy.ts";
import type { Parameter } from "./rules/more-parameters.ts";

/** What came back from the token endpoint, before anything is made of it. */
export interface TokenAnswer {
  /** 0 when nothing came back. */
  readonly status: number;
  readonly body: string;
}

/** Asks the token endpoint as a web server or a public client does: without an `Origin`. */
export async function callTokenEndpoint(
  policy: OutboundPolicy,
  tokenEndpoint: string,
  parameters: readonly Parameter[],
): Promise<TokenAnswer> {
  try {
    const response = await outboundFetch(policy, tokenEndpoint, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
      body: new URLSearchParams(parameters.map(([name, value]) => [name, value])).toString(),
    });
    return { status: response.status, body: await response.text() };
  } catch (error) {
    if (error instanceof OutboundFailure) return { status: 0, body: error.message };
    throw error;
  }
}
