/** How a signature came out. */
export type SignatureFinding = "valid" | "invalid" | "key-unknown" | "algorithm-unknown" | "keys-unavailable";

export type TokenCheckCode = "signature" | "issuer" | "audience" | "nonce" | "time" | "code-hash";

/** One thing an application must check of a token it receives, and how it came out. */
export interface TokenCheck {
  readonly check: TokenCheckCode;
  readonly outcome: "passed" | "failed" | "unknown";
  /** What was expected, where a failed check is clearer with it. */
  readonly expected?: string | undefined;
  readonly signature?: SignatureFinding;
}

/** What the tester expects of a token. */
export interface TokenExpectation {
  readonly issuer: string;
  readonly clientId: string;
  /** Undefined where a token carries none, as after a refresh. */
  readonly nonce: string | undefined;
  readonly nowSeconds: number;
  readonly codeHash: string | undefined;
}

/** Network Time Protocol keeps clocks closer than this; applications usually allow five minutes. */
const clockSkewSeconds = 300;

/** The checks of an ID token (OpenID Connect Core 1.0 section 3.1.3.7). */
export function checkIdToken(
  claims: Readonly<Record<string, unknown>>,
  expectation: TokenExpectation,
  signature: SignatureFinding,
): readonly TokenCheck[] {
  const { iss, aud, tid, nonce, c_hash: codeHash } = claims;
  // Metadata shared by all tenants name the issuer with a placeholder.
  const issuer = expectation.issuer.replace("{tenantid}", String(tid));
  return [
    signatureCheck(signature),
    equals("issuer", iss, issuer),
    equals("audience", aud, expectation.clientId),
    ...(expectation.nonce === undefined ? [] : [equals("nonce", nonce, expectation.nonce)]),
    ...(expectation.codeHash === undefined ? [] : [equals("code-hash", codeHash, expectation.codeHash)]),
    timeCheck(claims, expectation.nowSeconds),
  ];
}

/** Of an access token only its API may judge; the tester looks at signature and time. */
export function checkAccessToken(
  claims: Readonly<Record<string, unknown>>,
  nowSeconds: number,
  signature: SignatureFinding,
): readonly TokenCheck[] {
  return [signatureCheck(signature), timeCheck(claims, nowSeconds)];
}

function signatureCheck(signature: SignatureFinding): TokenCheck {
  if (signature === "valid") return { check: "signature", outcome: "passed", signature };
  const isUnknown = signature === "keys-unavailable" || signature === "algorithm-unknown";
  return { check: "signature", outcome: isUnknown ? "unknown" : "failed", signature };
}

function equals(check: TokenCheckCode, value: unknown, expected: string): TokenCheck {
  return value === expected ? { check, outcome: "passed" } : { check, outcome: "failed", expected };
}

function timeCheck(claims: Readonly<Record<string, unknown>>, nowSeconds: number): TokenCheck {
  const { nbf, exp } = claims;
  const hasBegun = typeof nbf !== "number" || nbf <= nowSeconds + clockSkewSeconds;
  const hasEnded = typeof exp !== "number" || exp <= nowSeconds - clockSkewSeconds;
  return { check: "time", outcome: hasBegun && !hasEnded ? "passed" : "failed" };
}
