import { verify } from "node:crypto";
import { certificatesOf } from "../../../domain/applications/find-client-credentials.ts";
import type { ApplicationInTenant } from "../../../domain/applications/rules/application.ts";
import { secondsAfter } from "../../../foundation/clock.ts";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { Machine } from "../../../platform/machine.ts";
import { parseDocument } from "../../../platform/xml/parse-document.ts";
import { parseXml } from "../../../platform/xml/parse-xml.ts";
import { verifyElement } from "../../../platform/xml/verify-element.ts";
import type { ProtocolRefusal } from "../rules/protocol-error.ts";
import type { SamlMessage } from "./read-message.ts";
import { signedHeadSchema } from "./request-schemas.ts";

/** Signature algorithms of a query, with the digest of each (SAML Bindings section 3.4.4.1, RFC 9231 section 2.3). */
const digests: Readonly<Record<string, string>> = {
  "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256": "sha256",
  "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512": "sha512",
};

/** A signed request that comes later, or is of the future, was kept by somebody. */
const longestWaySeconds = 10 * 60;

/**
 * The message as far as it is signed, where the application wants its requests to be; else as it came. Signed means by
 * one of its certificates, for this very address, a moment ago.
 */
export async function trustMessage(
  machine: Machine,
  client: ApplicationInTenant,
  message: SamlMessage,
): Promise<Result<SamlMessage, ProtocolRefusal>> {
  const { application } = client;
  if (!application.requiresSignedRequests) return accept(message);
  const now = machine.clock();
  const certificates = (await certificatesOf(machine.database, application))
    .filter(({ startsAt, expiresAt }) => startsAt <= now && now < expiresAt)
    .map(({ certificate }) => certificate.toString("base64"));
  const signed =
    message.query === undefined
      ? await signedByItself(message, certificates)
      : signedInQuery(message, message.query, certificates);
  if (!signed.ok) return signed;

  const head = signedHeadSchema.safeParse(Object.values(signed.value.document as object)[0]);
  if (!head.success) return refuse({ code: "saml-message-unsupported", detail: "IssueInstant" });
  const { Destination, IssueInstant } = head.data.$;
  if (Destination !== machine.configuration.publicUrl + message.path)
    return refuse({ code: "saml-destination-wrong", detail: Destination ?? "" });
  const issuedAt = new Date(IssueInstant);
  const isNow =
    secondsAfter(now, -longestWaySeconds) <= issuedAt && issuedAt <= secondsAfter(now, longestWaySeconds);
  return isNow ? signed : refuse({ code: "saml-request-expired" });
}

/** The signature is over the characters of the query, in this order, as they were sent. */
function signedInQuery(
  message: SamlMessage,
  query: string,
  certificates: readonly string[],
): Result<SamlMessage, ProtocolRefusal> {
  const { parameters } = message;
  const signature = parameters.get("Signature");
  if (signature === undefined) return refuse({ code: "saml-signature-missing" });
  const pairs = query.split("&");
  const names = ["SAMLRequest", "RelayState", "SigAlg"].filter((name) => parameters.has(name));
  const signed = names.map((name) => pairs.find((pair) => pair.startsWith(`${name}=`)));
  // What is read but not under its plain name is not what was signed.
  if (signed.includes(undefined)) return refuse({ code: "saml-signature-wrong" });
  const data = signed.join("&");
  const digest = digests[parameters.get("SigAlg") ?? ""];
  const isBySomeone = certificates.some((certificate) => isSignedBy(certificate, digest, data, signature));
  return isBySomeone ? accept(message) : refuse({ code: "saml-signature-wrong" });
}

function isSignedBy(
  certificate: string,
  digest: string | undefined,
  data: string,
  signature: string,
): boolean {
  if (digest === undefined) return false;
  const pem = `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----`;
  try {
    return verify(digest, Buffer.from(data), pem, Buffer.from(signature, "base64"));
  } catch {
    return false;
  }
}

async function signedByItself(
  message: SamlMessage,
  certificates: readonly string[],
): Promise<Result<SamlMessage, ProtocolRefusal>> {
  if (!/<(?:\w+:)?Signature[\s>]/.test(message.xml)) return refuse({ code: "saml-signature-missing" });
  const came = parseDocument(message.xml);
  const signed = came && verifyElement(came.text, came.root, "ID", certificates);
  const document = signed?.ok && (await parseXml(signed.value));
  if (!(signed?.ok && document)) return refuse({ code: "saml-signature-wrong" });
  return accept({ ...message, xml: signed.value, document });
}
