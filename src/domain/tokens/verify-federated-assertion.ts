import { type JWTPayload, jwtVerify } from "jose";
import type { Machine } from "../../platform/machine.ts";
import { federatedCredentialsOf } from "../applications/find-client-credentials.ts";
import type { FederatedCredential } from "../applications/rules/federated-credential.ts";
import { issuerKeys } from "./issuer-keys.ts";
import { refusalOfAssertion } from "./refusal-of-assertion.ts";
import {
  assertionClockToleranceSeconds,
  type ClientAssertionRefusal,
  federatedAlgorithms,
  type PresentedAssertion,
} from "./rules/client-assertion.ts";
import { tenantOfTokenIssuer } from "./rules/token-issuer.ts";

/**
 * An assertion of another issuer that the application is registered to trust. Nobody is asked for keys before issuer,
 * subject and audience are exactly those of a credential, so a made-up token makes us call nobody.
 */
export async function verifyFederatedAssertion(
  machine: Machine,
  { application, assertion }: PresentedAssertion,
  claims: JWTPayload,
): Promise<ClientAssertionRefusal | undefined> {
  const credentials = await federatedCredentialsOf(machine.database, application);
  const mismatch = mismatchOf(credentials, claims);
  if (mismatch) return mismatch;
  const wrong = await jwtVerify(assertion, issuerKeys(machine, claims.iss ?? ""), {
    algorithms: [...federatedAlgorithms],
    currentDate: machine.clock(),
    clockTolerance: assertionClockToleranceSeconds,
    requiredClaims: ["exp"],
  }).then(() => undefined, refusalOfAssertion);
  if (wrong) return wrong;
  // Only a workload may stand for an application: a person's token shows that somebody signed in, not who runs it.
  const isOurs = tenantOfTokenIssuer(machine.configuration.publicUrl, claims.iss ?? "") !== undefined;
  const isOfPerson = claims["scp"] !== undefined || (isOurs && claims["idtyp"] !== "app");
  return isOfPerson ? { code: "federated-token-of-person" } : undefined;
}

function mismatchOf(
  credentials: readonly FederatedCredential[],
  { iss = "", sub = "", aud = [] }: JWTPayload,
): ClientAssertionRefusal | undefined {
  const ofIssuer = credentials.filter(({ issuer }) => issuer === iss);
  if (ofIssuer.length === 0) return { code: "federated-issuer-unknown", detail: iss };
  const ofSubject = ofIssuer.filter(({ subject }) => subject === sub);
  if (ofSubject.length === 0) return { code: "federated-subject-unknown", detail: sub };
  const named = [aud].flat();
  return ofSubject.some(({ audiences }) => audiences.some((audience) => named.includes(audience)))
    ? undefined
    : { code: "federated-audience-unknown", detail: named.join(" ") };
}
