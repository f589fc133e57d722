import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { openLocalCertificate } from "../../src/platform/secrets/local-certificate.ts";

/** A build service outside, which gives its jobs tokens that say what they are. */
export interface TokenIssuer {
  readonly issuer: string;
  /** In PEM: whose certificates its address has. */
  readonly authorityPath: string;
  /** Paths that were asked for. */
  readonly asked: string[];
  /** What its document says that it is, instead of what it is. */
  claimedIssuer: string | undefined;
  /** Signs with a new key from now on, published under the same address. */
  changeKey(): Promise<void>;
  sign(claims: JWTPayload): Promise<string>;
  close(): void;
}

/** Starts one over https, on a port of its own. */
export async function startTokenIssuer(): Promise<TokenIssuer> {
  const folder = mkdtempSync(join(tmpdir(), "guesthouse-issuer-"));
  const { key, certificate, authorityPath } = await openLocalCertificate(folder, "localhost", new Date());
  let keyNumber = 1;
  let keys = await generateKeyPair("RS256", { extractable: true });
  const server = createServer({ key, cert: certificate }, async (request, response) => {
    made.asked.push(request.url ?? "");
    const answer = request.url?.endsWith("/jwks")
      ? { keys: [{ ...(await exportJWK(keys.publicKey)), kid: `key-${keyNumber}`, alg: "RS256" }] }
      : { issuer: made.claimedIssuer ?? made.issuer, jwks_uri: `${made.issuer}/jwks` };
    response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const made: TokenIssuer = {
    issuer: `https://localhost:${(server.address() as AddressInfo).port}`,
    authorityPath,
    asked: [],
    claimedIssuer: undefined,
    async changeKey() {
      keyNumber += 1;
      keys = await generateKeyPair("RS256", { extractable: true });
    },
    sign: (claims) =>
      new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: `key-${keyNumber}` }).sign(keys.privateKey),
    close() {
      server.close().closeAllConnections();
      rmSync(folder, { recursive: true });
    },
  };
  return made;
}
