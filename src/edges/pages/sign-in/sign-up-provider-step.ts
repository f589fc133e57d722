import { recordFacts } from "../../../domain/signin/sign-in-transaction.ts";
import { type ProviderId, parseGuid } from "../../../foundation/identifiers.ts";
import type { Journey } from "./journey.ts";

/** The person goes to an identity provider of the flow by its name, without giving an address here. */
export async function chooseProvider(journey: Journey): Promise<Response> {
  const { c, machine, transaction, step, situation, path } = journey;
  const providerId = parseGuid<ProviderId>(c.req.param("provider") ?? "");
  if (step.kind !== "identify" || !providerId || !situation.signUp?.flow.providers.includes(providerId))
    return c.redirect(path, 303);
  await recordFacts(
    machine,
    transaction,
    ({ useAnother: _done, accountId: _old, codeSentAt: _earlier, providerFailure: _past, ...facts }) => ({
      ...facts,
      method: { kind: "provider", providerId, address: "" },
    }),
  );
  return c.redirect(`${path}/provider`, 303);
}
