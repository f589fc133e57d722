/**
 * Every check that is made of a provider, on a test without a person or on a round trip. What each means and how it is
 * mended is told in `edges/shared/check-words`; a check without words is a type error.
 */
export type ConnectionCheck =
  | "settings"
  | "endpoint-reached"
  | "tls-certificate"
  | "metadata-understood"
  | "keys-readable"
  | "signing-certificates"
  | "client-credentials"
  | "domains-proven"
  | "answer-understood"
  | "answer-belongs-here"
  | "person-agreed"
  | "code-redeemed"
  | "algorithm"
  | "decryption"
  | "signature"
  | "issuer"
  | "audience"
  | "destination"
  | "recipient"
  | "nonce"
  | "time"
  | "profile-read"
  | "subject"
  | "taken-once"
  | "address"
  | "address-verified"
  | "domain-rule";

/** What became of one check. `detail`: what was found or received, in technical words. */
export interface ConnectionFinding {
  readonly check: ConnectionCheck;
  readonly outcome: "passed" | "failed" | "not-run";
  readonly detail?: string | undefined;
}

/** What was received, by the check that looked at it. */
export type Received = Readonly<Partial<Record<ConnectionCheck, string>>>;

/**
 * The findings of checks that are made one after another: those before the failed one passed, those after it were not
 * made. A failure of a check that is not among them came before all.
 */
export function findingsInOrder(
  checks: readonly ConnectionCheck[],
  received: Received,
  failure?: { readonly check: ConnectionCheck; readonly detail: string },
): readonly ConnectionFinding[] {
  if (!failure) return checks.map((check) => ({ check, outcome: "passed", detail: received[check] }));
  const place = checks.indexOf(failure.check);
  const failed = { check: failure.check, outcome: "failed", detail: failure.detail } as const;
  return [
    ...checks
      .slice(0, Math.max(place, 0))
      .map((check) => ({ check, outcome: "passed", detail: received[check] }) as const),
    failed,
    ...checks.slice(place + 1).map((check) => ({ check, outcome: "not-run" }) as const),
  ];
}

/** The check that failed, if one did. */
export function failedCheck(findings: readonly ConnectionFinding[]): ConnectionCheck | undefined {
  return findings.find(({ outcome }) => outcome === "failed")?.check;
}
