import { X509Certificate } from "node:crypto";
import { decodeProtectedHeader, type JWTPayload, jwtVerify, type ProtectedHeaderParameters } from "jose";
import type { Machine } from "../../platform/machine.ts";
import { findCertificate } from "../applications/find-client-credentials.ts";
import { refusalOfAssertion } from "./refusal-of-assertion.ts";
import { isAssertionAudience } from "./rules/assertion-audience.ts";
import {
  assertionClockToleranceSeconds,
  type ClientAssertionRefusal,
  certificateAlgorithms,
  type PresentedAssertion,
} from "./rules/client-assertion.ts";

/**
 * An assertion that the application made itself (`private_key_jwt`, OpenID Connect Core section 9): issuer and subject
 * are the application, the key that of the certificate its header names (RFC 7515 sections 4.1.7 and 4.1.8).
 * One is good until it ends and not only once: the dialect's libraries present the same one for ten minutes.
 */
export async function verifyCertificateAssertion(
  machine: Machine,
  { tenant, application, assertion }: PresentedAssertion,
  { iss, sub, aud }: JWTPayload,
): Promise<ClientAssertionRefusal | undefined> {
  if (iss === undefined || iss !== sub) return { code: "client-assertion-subject-differs" };
  const thumbprint = thumbprintOf(decodeProtectedHeader(assertion));
  if (!thumbprint) return invalid("Its header names no certificate (x5t#S256 or x5t).");
  const registered = await findCertificate(machine.database, application, thumbprint);
  if (!registered) return invalid("The certificate it names is not registered for the application.");
  const now = machine.clock();
  if (registered.startsAt > now || registered.expiresAt <= now)
    return invalid("The certificate it names is not valid at this time.");
  const wrong = await jwtVerify(assertion, new X509Certificate(registered.certificate).publicKey, {
    algorithms: [...certificateAlgorithms],
    currentDate: now,
    clockTolerance: assertionClockToleranceSeconds,
    requiredClaims: ["exp"],
  }).then(() => undefined, refusalOfAssertion);
  if (wrong) return wrong;
  const names = [tenant.tenantId, ...tenant.verifiedDomains, "common", "organizations"];
  return isAssertionAudience(aud, machine.configuration.publicUrl, names)
    ? undefined
    : { code: "client-assertion-audience-wrong" };
}

function thumbprintOf(header: ProtectedHeaderParameters) {
  const sha256 = header["x5t#S256"];
  if (typeof sha256 === "string") return { sha256: Buffer.from(sha256, "base64url") };
  return typeof header.x5t === "string" ? { sha1: Buffer.from(header.x5t, "base64url") } : undefined;
}

function invalid(detail: string): ClientAssertionRefusal {
  return { code: "client-assertion-invalid", detail };
}
