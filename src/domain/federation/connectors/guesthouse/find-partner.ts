import { type DomainName, parseDomainName } from "../../../../foundation/domain-name.ts";
import type { TenantId } from "../../../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../../../foundation/result.ts";
import type { Machine } from "../../../../platform/machine.ts";
import { outboundFetch } from "../../../../platform/outbound/outbound-fetch.ts";
import { outboundPolicy } from "../../../../platform/outbound/outbound-policy.ts";
import type { ConnectorRefusal } from "../../connector.ts";
import { explainProviderFailure } from "../openid-connect/explain-provider-failure.ts";
import { publishedOrganisation } from "./guesthouse-settings.ts";
import { type PlaceOfOrganisation, placeOfIssuer } from "./rules/partner-addresses.ts";

/** An organisation on another deployment, as it describes itself. */
export interface FoundPartner {
  readonly issuer: string;
  readonly organisationId: TenantId;
  readonly domains: readonly DomainName[];
}

/**
 * Looks up the organisation at an address that a person typed. The first document only says by which issuer it goes;
 * what counts is the issuer's own (OpenID Connect Discovery section 4.3), on the same deployment, without a redirect.
 */
export async function findPartner(
  machine: Machine,
  address: string,
): Promise<Result<FoundPartner, ConnectorRefusal>> {
  try {
    const typed = await readDocument(machine, address);
    const issuer = String(typed["issuer"]);
    const place = placeOfIssuer(issuer);
    if (place?.origin !== new URL(address).origin)
      return wrong(`The address answers as ${issuer}, which is no organisation of that deployment.`);
    const own = await readDocument(machine, `${place.origin}/${place.tenantId}`);
    return describedBy(own, issuer, place);
  } catch (error) {
    if (error instanceof SyntaxError) return wrong(`${address} answers no JSON: it is no Guesthouse.`);
    return refuse(explainProviderFailure(error, "endpoint-reached"));
  }
}

function describedBy(
  document: Readonly<Record<string, unknown>>,
  issuer: string,
  place: PlaceOfOrganisation,
): Result<FoundPartner, ConnectorRefusal> {
  const strayed = ["authorization_endpoint", "token_endpoint", "jwks_uri"].find(
    (name) => !String(document[name]).startsWith(`${place.origin}/${place.tenantId}/`),
  );
  if (strayed !== undefined) return wrong(`Its ${strayed} is not an address of the organisation itself.`);
  const organisation = publishedOrganisation.safeParse(document["guesthouse_organisation"]);
  if (document["issuer"] !== issuer || organisation.data?.id !== place.tenantId)
    return wrong("The document of the issuer speaks for another organisation.");
  const domains = organisation.data.domains.map(parseDomainName).filter((name) => name !== undefined);
  return accept({ issuer, organisationId: place.tenantId, domains });
}

async function readDocument(
  machine: Machine,
  organisationUrl: string,
): Promise<Readonly<Record<string, unknown>>> {
  const policy = outboundPolicy({
    allowedNetworks: machine.configuration.outboundAllow,
    followsRedirects: false,
  });
  const address = `${organisationUrl.replace(/\/$/, "")}/partner/.well-known/openid-configuration`;
  const answer = await outboundFetch(policy, address, { headers: { accept: "application/json" } });
  const body: unknown = answer.ok ? await answer.json() : undefined;
  if (typeof body !== "object" || body === null)
    throw new SyntaxError(`${address} answers ${answer.status} and no document`);
  return body as Readonly<Record<string, unknown>>;
}

function wrong(detail: string) {
  return refuse({ code: "provider-answer-wrong", check: "metadata-understood", detail } as const);
}
