import type { SamlStatus } from "../../../../domain/tokens/saml/rules/saml-status.ts";

/** Numbers that are the fault of the request, or of nobody, with the status that SAML has for them (SAML Core section 3.2.2.2). */
const statuses: Readonly<Record<number, SamlStatus>> = {
  50068: { code: "Requester", detail: "RequestDenied" },
  50070: { code: "Requester", detail: "UnknownPrincipal" },
  75011: { code: "Responder", detail: "NoAuthnContext" },
  75016: { code: "Requester", detail: "InvalidNameIDPolicy" },
  900235: { code: "Requester", detail: "RequestUnsupported" },
  900236: { code: "Requester", detail: "RequestUnsupported" },
};

const needsPerson = ["login_required", "interaction_required", "consent_required"];

/** The status of an error; a passive request fails because a person would have to act. */
export function statusOfError(number: number, passiveError?: string): SamlStatus {
  const known = statuses[number];
  if (known) return known;
  const isPassive = passiveError !== undefined && needsPerson.includes(passiveError);
  return { code: "Responder", detail: isPassive ? "NoPassive" : "RequestDenied" };
}
