import { askProvider } from "../../../domain/signin/ask-provider.ts";
import { recordFacts } from "../../../domain/signin/sign-in-transaction.ts";
import { circumstancesOf } from "../../shared/request-context.ts";
import { allowFormTarget } from "../../shared/security-headers.ts";
import { postToProviderPage } from "../views/post-to-provider-page.ts";
import type { Journey, PostedJourney } from "./journey.ts";

/** Sends the person on to the identity provider, first or again. */
export async function goToProvider(journey: Journey): Promise<Response> {
  const { c, machine, transaction, step, situation, tenant, path } = journey;
  if ((step.kind !== "ask-provider" && step.kind !== "provider-failed") || !tenant)
    return c.redirect(path, 303);
  const circumstances = circumstancesOf(c, { kind: "unknown" }, machine.configuration.behindProxy);
  const asked = await askProvider(machine, circumstances, transaction, {
    tenantId: tenant.tenantId,
    providerId: step.providerId,
    address: step.address,
    mustProveAgain: situation.prompt.kind === "interactive" && situation.prompt.login,
  });
  if (!asked.ok) return c.redirect(path, 303);
  const { location, form, providerName } = asked.value;
  if (!form) return c.redirect(location, 303);
  // The policy of this one page: the provider must not send people on to yet another host before it has shown a page.
  allowFormTarget(c, location);
  return c.html(postToProviderPage({ frame: journey.frame, provider: providerName, location, form }));
}

/** The provider failed, and the organisation lets a mailed code take its place. */
export async function useCodeInstead(journey: PostedJourney): Promise<Response> {
  const { c, machine, transaction, step, path } = journey;
  if (step.kind !== "provider-failed" || !step.mayUseCode) return c.redirect(path, 303);
  const { address } = step;
  await recordFacts(machine, transaction, ({ providerFailure: _over, detour: _too, ...facts }) => ({
    ...facts,
    method: { kind: "email-code", address },
  }));
  return c.redirect(path, 303);
}
