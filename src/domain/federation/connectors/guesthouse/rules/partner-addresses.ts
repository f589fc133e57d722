import { parseGuid, type TenantId } from "../../../../../foundation/identifiers.ts";
import { mayBeCalled } from "../../rules/may-be-called.ts";

/** An organisation of Guesthouse, told by an address of it: on which deployment, and which one there. */
export interface PlaceOfOrganisation {
  readonly origin: string;
  /** With the port where it is not the usual one. */
  readonly host: string;
  readonly tenantId: TenantId;
}

/** The issuer by which an organisation vouches for its members to organisations on other deployments. */
export function partnerIssuer(publicUrl: string, tenantId: TenantId): string {
  return `${publicUrl}/${tenantId}/partner`;
}

/** Where an organisation describes itself as a client; at the same time its client id elsewhere. */
export function clientAddress(publicUrl: string, tenantId: TenantId): string {
  return `${partnerIssuer(publicUrl, tenantId)}/client`;
}

/** Where its guests come back to. */
export function returnAddress(publicUrl: string, tenantId: TenantId): string {
  return `${publicUrl}/federation/${tenantId}/callback`;
}

/** The place behind an issuer; undefined for whatever is not written exactly like one. */
export function placeOfIssuer(text: string): PlaceOfOrganisation | undefined {
  return placeOf(text, partnerIssuer);
}

/** The place behind a client id; undefined for whatever is not written exactly like one. */
export function placeOfClient(text: string): PlaceOfOrganisation | undefined {
  return placeOf(text, clientAddress);
}

/** Written exactly: no other spelling, port, user name, query or path may stand for the same place. */
function placeOf(text: string, write: typeof partnerIssuer): PlaceOfOrganisation | undefined {
  const url = URL.parse(text);
  if (!(url && mayBeCalled(text))) return undefined;
  const tenantId = parseGuid<TenantId>(url.pathname.split("/")[1] ?? "");
  if (!tenantId || text !== write(url.origin, tenantId)) return undefined;
  return { origin: url.origin, host: url.host, tenantId };
}
