const prefix = "urn:oasis:names:tc:SAML:2.0:status:";

/** How a request ended (SAML Core section 3.2.2.2): whose fault it is, and what exactly. */
export interface SamlStatus {
  readonly code: "Success" | "Requester" | "Responder";
  readonly detail?:
    | "AuthnFailed"
    | "InvalidNameIDPolicy"
    | "NoAuthnContext"
    | "NoPassive"
    | "RequestDenied"
    | "RequestUnsupported"
    | "UnknownPrincipal";
  readonly message?: string;
}

/** The name of a status code on the wire. */
export function statusName(code: NonNullable<SamlStatus["code"] | SamlStatus["detail"]>): string {
  return prefix + code;
}
