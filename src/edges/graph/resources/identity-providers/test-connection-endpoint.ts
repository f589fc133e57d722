import {
  checkProvider,
  type ProviderReport,
} from "../../../../domain/federation/connection-tests/check-provider.ts";
import type { IdentityProvider } from "../../../../domain/federation/rules/identity-provider.ts";
import { checkWords } from "../../../shared/check-words/check-words.ts";
import { GraphError, notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { odataContext } from "../../odata/page.ts";
import { addressedProvider } from "./identity-providers-endpoint.ts";

/** `POST /identity/identityProviders/{id}/testConnection`. */
export async function testConnectionEndpoint(request: GraphRequest): Promise<Response> {
  return answerWithReport(request, await addressedProvider(request));
}

/** What was checked at once, and the link to the rest. */
export async function answerWithReport(
  request: GraphRequest,
  { tenantId, providerId }: IdentityProvider,
): Promise<Response> {
  const { c, machine } = request;
  const checked = await checkProvider(machine, circumstances(request), { tenantId, providerId });
  if (checked.ok)
    return graphJson(c, {
      "@odata.context": odataContext(
        machine.configuration.publicUrl,
        "connectionTestReport",
        undefined,
        true,
      ),
      ...presentReport(checked.value),
    });
  if (checked.refusal.code === "provider-not-found") throw notFound(providerId);
  c.header("retry-after", String(checked.refusal.retryAfterSeconds));
  throw new GraphError(429, "TooManyRequests", "Providers were tested too often. Try again later.");
}

function presentReport({ provider, findings, roundTrip }: ProviderReport): Record<string, unknown> {
  return {
    providerId: provider.providerId,
    displayName: provider.displayName,
    passed: findings.every(({ outcome }) => outcome !== "failed"),
    checks: findings.map(({ check, outcome, detail }) => ({
      name: check,
      description: checkWords.en[check].title,
      outcome: outcome === "not-run" ? "notRun" : outcome,
      detail: detail ?? null,
      remedy: outcome === "failed" ? checkWords.en[check].remedy : null,
    })),
    roundTripUrl: roundTrip.url,
    roundTripExpirationDateTime: roundTrip.expiresAt.toISOString(),
  };
}
