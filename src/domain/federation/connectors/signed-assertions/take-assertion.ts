import { secondsAfter } from "../../../../foundation/clock.ts";
import type { Machine } from "../../../../platform/machine.ts";
import type { ConnectorRefusal, ProviderWithSecret } from "../../connector.ts";
import { insertUsedAssertion } from "./assertion-store.ts";
import { toleranceSeconds } from "./rules/assertion-checks.ts";

/** An assertion counts once, although the request it answers is remembered for one answer only. */
export async function takeAssertion(
  machine: Machine,
  { tenantId, issuer }: ProviderWithSecret,
  assertion: { readonly id: string; readonly notOnOrAfter: Date },
): Promise<ConnectorRefusal | undefined> {
  const isNew = await insertUsedAssertion(machine.database, {
    tenantId,
    issuer,
    assertionId: assertion.id,
    expiresAt: secondsAfter(assertion.notOnOrAfter, toleranceSeconds),
  });
  const detail = `The assertion ${assertion.id} was taken before.`;
  return isNew ? undefined : { code: "provider-answer-wrong", check: "taken-once", detail };
}
