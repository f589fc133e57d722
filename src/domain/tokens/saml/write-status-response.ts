import type { XmlElement } from "../../../platform/xml/write-xml.ts";
import { type SamlStatus, statusName } from "./rules/saml-status.ts";

/** What every answer of SAML says (SAML Core section 3.2.2). */
export interface StatusResponse {
  readonly id: string;
  readonly issuer: string;
  readonly destination: string;
  readonly requestId: string;
  readonly issuedAt: Date;
  readonly status: SamlStatus;
}

export const samlNamespaces = {
  "xmlns:samlp": "urn:oasis:names:tc:SAML:2.0:protocol",
  "xmlns:saml": "urn:oasis:names:tc:SAML:2.0:assertion",
} as const;

/** The common part of an answer, in the order of the schema: further children follow. */
export function writeStatusResponse(response: StatusResponse): XmlElement {
  const { id, issuer, destination, requestId, issuedAt, status } = response;
  return {
    $: {
      ...samlNamespaces,
      ID: id,
      Version: "2.0",
      IssueInstant: issuedAt.toISOString(),
      Destination: destination,
      InResponseTo: requestId,
    },
    "saml:Issuer": issuer,
    "samlp:Status": {
      "samlp:StatusCode": {
        $: { Value: statusName(status.code) },
        ...(status.detail && { "samlp:StatusCode": { $: { Value: statusName(status.detail) } } }),
      },
      "samlp:StatusMessage": status.message,
    },
  };
}
