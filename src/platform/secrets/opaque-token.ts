import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** A random token of 256 bits in base64url: links, codes, refresh tokens, client secrets, session cookies. */
export function newOpaqueToken(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * The form in which an opaque token is stored. A plain digest is enough: 256 random bits cannot be searched,
 * and a slow password hash would only cost the server.
 */
export function hashOpaqueToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** Compares two digests in constant time. */
export function sameDigest(left: Buffer, right: Buffer): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}
