import { hash, verify } from "@node-rs/argon2";

/** The library's number for Argon2id: its enum does not survive type stripping. */
const argon2id = 2;

/** Argon2id with the first choice of OWASP's password storage guidance (19 MiB, two passes, one lane). */
const parameters = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashes a password for storage. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, parameters);
}

/**
 * Checks a password. Without a stored hash (unknown user, no password) the same work is done against
 * a hash of nothing, so that the time taken does not tell whether an account exists.
 */
export async function verifyPassword(storedHash: string | undefined, password: string): Promise<boolean> {
  absentHash ??= hashPassword("no account has this password");
  const matches = await verify(storedHash ?? (await absentHash), password);
  return storedHash !== undefined && matches;
}

let absentHash: Promise<string> | undefined;
