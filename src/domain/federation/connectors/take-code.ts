import { createHash } from "node:crypto";
import { secondsAfter } from "../../../foundation/clock.ts";
import type { Machine } from "../../../platform/machine.ts";
import type { ConnectorRefusal, ProviderWithSecret } from "../connector.ts";
import { insertUsedAssertion } from "./signed-assertions/assertion-store.ts";

/** Longer than any code lives (RFC 6749 section 4.1.2 says ten minutes). */
const keptSeconds = 3600;

/**
 * A code counts once in a tenant, whichever provider it is brought to. One of the providers could send people on to
 * another with a request of its own making, and would be handed their code when they come back (mix-up, RFC 9700 section
 * 4.4). Not every provider says who it is as RFC 9207 has it; a code that was here before is worth nothing in any case.
 */
export async function takeCode(
  machine: Machine,
  { tenantId }: ProviderWithSecret,
  parameters: URLSearchParams,
): Promise<ConnectorRefusal | undefined> {
  const code = parameters.get("code");
  if (code === null) return undefined;
  const isNew = await insertUsedAssertion(machine.database, {
    tenantId,
    issuer: "code",
    assertionId: createHash("sha256").update(code).digest("base64url"),
    expiresAt: secondsAfter(machine.clock(), keptSeconds),
  });
  if (isNew) return undefined;
  return { code: "provider-answer-wrong", check: "taken-once", detail: "The code was brought here before." };
}
