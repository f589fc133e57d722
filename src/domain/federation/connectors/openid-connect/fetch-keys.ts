import { OutboundFailure } from "../../../../platform/outbound/outbound-failure.ts";
import { type OutboundInit, outboundFetch } from "../../../../platform/outbound/outbound-fetch.ts";
import type { OutboundPolicy } from "../../../../platform/outbound/outbound-policy.ts";
import { publishedKeys } from "./rules/published-keys.ts";

/**
 * The provider's keys cannot be read. The library asks for them right after it redeemed the code: an error of its own
 * would not tell which of the two went wrong.
 */
export class KeysUnreadable extends Error {}

/** Fetches the keys of a provider for the library, which reads them. Throws KeysUnreadable. */
export async function fetchKeys(
  policy: OutboundPolicy,
  address: string,
  init: OutboundInit,
): Promise<Response> {
  const answer = await outboundFetch(policy, address, init).catch((cause: unknown) => {
    throw cause instanceof OutboundFailure ? new KeysUnreadable(cause.message, { cause }) : cause;
  });
  if (answer.status !== 200) throw new KeysUnreadable(`${address} answers with status ${answer.status}.`);
  if (!publishedKeys(await answer.clone().text()))
    throw new KeysUnreadable(`${address} answers with no JSON Web Key Set.`);
  return answer;
}
