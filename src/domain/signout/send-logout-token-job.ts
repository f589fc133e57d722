import { newIdentifier } from "../../foundation/new-identifier.ts";
import type { Machine } from "../../platform/machine.ts";
import { OutboundFailure } from "../../platform/outbound/outbound-failure.ts";
import { outboundFetch } from "../../platform/outbound/outbound-fetch.ts";
import { outboundPolicy } from "../../platform/outbound/outbound-policy.ts";
import { findApplicationInTenant } from "../applications/find-application.ts";
import { findTenant } from "../directory/find-tenant.ts";
import { pairwiseSubject } from "../tokens/pairwise-subject.ts";
import { signToken } from "../tokens/sign-token.ts";
import { type LogoutTokenFacts, logoutTokenClaims } from "./rules/logout-token-claims.ts";
import type { EndedSignIn } from "./tell-applications.ts";

/** Answers that another try would not change; the rest is an application in trouble. */
const isFinal = (status: number) => status < 500 && status !== 408 && status !== 429;

/**
 * Tells one application that somebody's sign-in has ended (OpenID Connect Back-Channel Logout 1.0 section 2.5).
 * Throws when it is to be tried again later.
 */
export async function sendLogoutToken(machine: Machine, ended: EndedSignIn): Promise<void> {
  const { tenantId, applicationId } = ended;
  const [tenant, client] = await Promise.all([
    findTenant(machine.database, tenantId),
    findApplicationInTenant(machine.database, tenantId, applicationId),
  ]);
  const address = client?.application.backChannelLogoutUrl;
  if (!tenant || address === undefined) return;

  const facts: LogoutTokenFacts = {
    publicUrl: machine.configuration.publicUrl,
    tenantId,
    version: ended.tokenVersion ?? 2,
    applicationId,
    subject: pairwiseSubject(tenant, ended.userId, applicationId),
    sid: ended.accountId,
    // Of its own at each try: an application may refuse one that it has seen (section 2.6).
    tokenId: newIdentifier(),
    now: machine.clock(),
  };
  const logoutToken = await signToken(machine, logoutTokenClaims(facts), "logout+jwt");
  const status = await post(machine, address, logoutToken);

  const outcome = { tenantId, applicationId, status };
  if (status === 200 || status === 204) machine.log.info(outcome, "an application was told of a sign-out");
  else if (typeof status === "string" || isFinal(status))
    machine.log.warn(outcome, "an application could not be told of a sign-out");
  else throw new Error(`the application answered ${status}`);
}

/** The status of the answer; the reason where the address is none that may be called. */
async function post(machine: Machine, address: string, logoutToken: string): Promise<number | string> {
  const policy = outboundPolicy({ allowedNetworks: machine.configuration.outboundAllow });
  try {
    const answer = await outboundFetch(policy, address, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ logout_token: logoutToken }),
    });
    return answer.status;
  } catch (error) {
    if (error instanceof OutboundFailure && ["url-refused", "address-refused"].includes(error.code))
      return error.code;
    throw error;
  }
}
