import type { PublishedKey } from "./authority.ts";
import type { DecodedToken } from "./reading/decode-token.js";
import type { SignatureFinding } from "./rules/check-token.ts";

/** RFC 7518 section 3.1, in the words of WebCrypto. */
const algorithms: Readonly<
  Record<
    string,
    { import: RsaHashedImportParams | EcKeyImportParams; verify: RsaPssParams | EcdsaParams | Algorithm }
  >
> = {
  RS256: { import: { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" }, verify: { name: "RSASSA-PKCS1-v1_5" } },
  PS256: { import: { name: "RSA-PSS", hash: "SHA-256" }, verify: { name: "RSA-PSS", saltLength: 32 } },
  ES256: { import: { name: "ECDSA", namedCurve: "P-256" }, verify: { name: "ECDSA", hash: "SHA-256" } },
};

/**
 * Checks a token's signature with the keys its issuer publishes. For display only: the tester lets nobody in,
 * so a finding is told and nothing hangs on it.
 */
export async function verifySignature(
  token: DecodedToken,
  keys: readonly PublishedKey[] | undefined,
): Promise<SignatureFinding> {
  if (keys === undefined) return "keys-unavailable";
  const { alg, kid } = token.header;
  const algorithm = typeof alg === "string" && Object.hasOwn(algorithms, alg) ? algorithms[alg] : undefined;
  if (algorithm === undefined) return "algorithm-unknown";
  const key = keys.find((candidate) => candidate.kid === kid);
  if (key === undefined) return "key-unknown";
  try {
    const { kty, n, e, crv, x, y } = key as JsonWebKey;
    const bare = Object.fromEntries(
      Object.entries({ kty, n, e, crv, x, y }).filter(([, value]) => value !== undefined),
    );
    const publicKey = await crypto.subtle.importKey("jwk", bare, algorithm.import, false, ["verify"]);
    const signed = new TextEncoder().encode(token.signedText);
    const isValid = await crypto.subtle.verify(algorithm.verify, publicKey, token.signature, signed);
    return isValid ? "valid" : "invalid";
  } catch {
    // A key of another kind than the algorithm needs.
    return "invalid";
  }
}
