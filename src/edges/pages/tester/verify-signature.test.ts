import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import type { PublishedKey } from "./authority.ts";
import { decodeToken } from "./reading/decode-token.js";
import { verifySignature } from "./verify-signature.ts";

async function signed(algorithm: string) {
  const { privateKey, publicKey } = await generateKeyPair(algorithm);
  const text = await new SignJWT({ sub: "x" })
    .setProtectedHeader({ alg: algorithm, kid: "k" })
    .sign(privateKey);
  const key = { ...(await exportJWK(publicKey)), kid: "k", alg: algorithm, use: "sig" } as PublishedKey;
  return { text, key };
}
function decoded(text: string) {
  const token = decodeToken(text);
  if (token === undefined) throw new Error("unreadable");
  return token;
}

describe("verifySignature", () => {
  it.each(["RS256", "PS256", "ES256"])("accepts what another library signed with %s", async (algorithm) => {
    const { text, key } = await signed(algorithm);
    expect(await verifySignature(decoded(text), [key])).toBe("valid");
  });

  it("finds changed claims and another key", async () => {
    const { text, key } = await signed("RS256");
    const [header, , signature] = text.split(".");
    const claims = Buffer.from('{"sub":"y"}').toString("base64url");
    expect(await verifySignature(decoded(`${header}.${claims}.${signature}`), [key])).toBe("invalid");
    expect(await verifySignature(decoded(`${header}.${text.split(".")[1]}.cut`), [key])).toBe("invalid");
    expect(await verifySignature(decoded(text), [(await signed("RS256")).key])).toBe("invalid");
    expect(await verifySignature(decoded(text), [(await signed("ES256")).key])).toBe("invalid");
  });

  it("says when it cannot tell", async () => {
    const { text, key } = await signed("RS256");
    expect(await verifySignature(decoded(text), [{ ...key, kid: "other" }])).toBe("key-unknown");
    expect(await verifySignature(decoded(text), undefined)).toBe("keys-unavailable");
    const none = `${Buffer.from('{"alg":"none"}').toString("base64url")}.e30.`;
    expect(await verifySignature(decoded(none), [key])).toBe("algorithm-unknown");
  });
});
