import type { DomainAdditionRefusal } from "../../../../domain/directory/add-domain.ts";
import type { DomainRemovalRefusal } from "../../../../domain/directory/remove-domain.ts";
import type { DomainVerificationRefusal } from "../../../../domain/directory/verify-domain.ts";
import { badRequest, GraphError, notFound } from "../../graph-error.ts";

type Code =
  | (DomainAdditionRefusal | DomainRemovalRefusal | DomainVerificationRefusal)["code"]
  | "domain-not-verified";

/** What a refusal over a domain says, and what to do about it. */
const texts: Readonly<
  Record<Exclude<Code, "domain-not-found">, readonly [status: 400 | 503, message: string, advice: string]>
> = {
  "domain-reserved": [
    400,
    "The domain is reserved.",
    "Initial domains are given out with the organisation; add a domain of your own.",
  ],
  "domain-exists": [
    400,
    "Another object with the same value for property id already exists.",
    "The organisation has this domain already: GET /domains.",
  ],
  "domain-not-verified": [
    400,
    "The domain is not verified.",
    "Publish its TXT record and POST /domains/{id}/verify first.",
  ],
  "domain-initial": [
    400,
    "The initial domain of an organisation cannot be removed.",
    "It stays; another domain can be the default.",
  ],
  "domain-default": [
    400,
    "The default domain of an organisation cannot be removed.",
    "Make another domain the default first.",
  ],
  "domain-in-use": [
    400,
    "The domain is in use.",
    "Users, also deleted ones, have user principal names in it. Remove or rename them first.",
  ],
  "domain-of-another-tenant": [
    400,
    "The domain is verified by another organisation of this deployment.",
    "Only one organisation can have it: it must be removed there first.",
  ],
  "names-unreachable": [
    503,
    "The name service did not answer.",
    "Nothing is known about the domain's records. Try again later.",
  ],
  "txt-record-missing": [
    400,
    "Domain verification failed: there is no such TXT record.",
    "Publish the record of GET /domains/{id}/verificationDnsRecords, wait until it is spread, and try again.",
  ],
  "txt-record-wrong": [
    400,
    "Domain verification failed: the TXT record is another one.",
    "There is a record of another organisation or of an earlier try. Publish the one of GET /domains/{id}/verificationDnsRecords.",
  ],
};

/** The answer to a refusal. */
export function domainError(refusal: { readonly code: Code }, name: string): GraphError {
  if (refusal.code === "domain-not-found") return notFound(name.slice(0, 253));
  const [status, message, advice] = texts[refusal.code];
  const code = refusal.code.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  const detail = { code, target: "id", message: advice };
  return status === 503
    ? new GraphError(503, "ServiceUnavailable", message, [detail])
    : badRequest(message, detail);
}
