import { accept, refuse } from "../../../../foundation/result.ts";
import type { Machine } from "../../../../platform/machine.ts";
import type { Connector, ProviderWithSecret, TypedProvider } from "../../connector.ts";
import { roundTrip } from "../openid-connect/openid-connect-connector.ts";
import { findPartner } from "./find-partner.ts";
import { guesthouseSettings } from "./guesthouse-settings.ts";
import { proveClient } from "./prove-client.ts";
import { clientAddress } from "./rules/partner-addresses.ts";
import { identityOfPartnerClaims } from "./rules/partner-claims.ts";

/** How the partner's refusal begins when the person's account there is disabled. */
const disabledThere = /\bAADSTS50057\b/;

const trip = roundTrip({
  discoveryUrl: (settings) => String(settings["issuer"]),
  scope: () => "openid profile email",
  identity: (claims, settings) => identityOfPartnerClaims(claims, settings["organisationId"]),
  authentication: proveClient,
});

/**
 * An organisation on another deployment of Guesthouse. It speaks OpenID Connect; that we are its client needs no
 * registration there, because the client id is the address of a document in which we describe ourselves.
 */
export const guesthouseConnector: Connector = {
  ...trip,
  group: "tenant",
  fixedDomains: undefined,
  prepare,
  start: (machine, provider, request) => trip.start(machine, asClient(machine, provider), request),
  async finish(machine, provider, answer) {
    const stated = await trip.finish(machine, asClient(machine, provider), answer);
    return !stated.ok &&
      stated.refusal.code === "provider-denied" &&
      disabledThere.test(stated.refusal.detail)
      ? refuse({ ...stated.refusal, code: "account-disabled-there" })
      : stated;
  },
};

async function prepare(machine: Machine, typed: TypedProvider) {
  const read = guesthouseSettings.safeParse(typed.settings);
  if (!read.success) {
    const [issue] = read.error.issues;
    return unusable(`${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`);
  }
  const { address } = read.data;
  const { origin } = new URL(address);
  if (origin === new URL(machine.configuration.publicUrl).origin)
    return unusable("address: organisations of this very deployment know each other without being added");
  const found = await findPartner(machine, address);
  if (!found.ok) return found;
  const { issuer, organisationId, domains } = found.value;
  return accept({
    issuer,
    settings: { address, issuer, organisationId, publishedDomains: domains },
    // Shorter than the endpoint, so that the record which lets it speak for a domain names deployment and organisation.
    signInUrl: `${origin}/${organisationId}`,
    publishedDomains: domains,
  });
}

function asClient(machine: Machine, provider: ProviderWithSecret): ProviderWithSecret {
  const clientId = clientAddress(machine.configuration.publicUrl, provider.tenantId);
  return { ...provider, settings: { ...provider.settings, clientId } };
}

function unusable(detail: string) {
  return refuse({ code: "settings-wrong", check: "settings", detail } as const);
}
