import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartRefused } from "../../foundation/start-refused.ts";

/** What a stored secret is for; each purpose has a key of its own, so that one kind of ciphertext never passes for another. */
export type SecretPurpose =
  | "signing-key"
  | "identity-provider"
  | "federation-key"
  | "api-connector"
  | "sign-up-request"
  | "mail"
  | "one-time-code"
  | "second-factor"
  | "device-user-code"
  | "csrf"
  | "pairwise-subject"
  | "tester"
  | "set-up"
  | "data-mark";

/** The deployment's one root of secrecy: encrypts what must be read again, and keys what must only be compared. */
export interface MasterKey {
  /** AES-256-GCM with a fresh nonce: nonce, ciphertext and tag in one buffer. */
  encrypt(purpose: SecretPurpose, plaintext: Buffer): Buffer;
  /** Throws when the ciphertext was changed or belongs to another purpose or key. */
  decrypt(purpose: SecretPurpose, ciphertext: Buffer): Buffer;
  /** HMAC-SHA-256. */
  authenticate(purpose: SecretPurpose, text: string): Buffer;
}

const nonceBytes = 12;
const tagBytes = 16;

/** Builds the master key from its 32 bytes. */
export function masterKeyFrom(root: Buffer): MasterKey {
  const derived = new Map<string, Buffer>();
  const keyFor = (use: string): Buffer => {
    const known = derived.get(use);
    if (known) return known;
    const key = Buffer.from(hkdfSync("sha256", root, Buffer.alloc(0), `guesthouse ${use}`, 32));
    derived.set(use, key);
    return key;
  };
  return {
    encrypt(purpose, plaintext) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", keyFor(`encrypt ${purpose}`), nonce);
      return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
    },
    decrypt(purpose, ciphertext) {
      const tagStart = ciphertext.length - tagBytes;
      const decipher = createDecipheriv(
        "aes-256-gcm",
        keyFor(`encrypt ${purpose}`),
        ciphertext.subarray(0, nonceBytes),
      );
      decipher.setAuthTag(ciphertext.subarray(tagStart));
      return Buffer.concat([decipher.update(ciphertext.subarray(nonceBytes, tagStart)), decipher.final()]);
    },
    authenticate(purpose, text) {
      return createHmac("sha256", keyFor(`authenticate ${purpose}`))
        .update(text)
        .digest();
    },
  };
}

/**
 * The master key from configuration or, without one, from `master.key` in the data directory, made at the first start.
 * Throws StartRefused `master-key-unreadable` when that file does not hold 32 bytes in base64.
 */
export function openMasterKey(configured: Buffer | undefined, dataDirectory: string): MasterKey {
  if (configured) return masterKeyFrom(configured);
  const path = join(dataDirectory, "master.key");
  if (!existsSync(path)) {
    mkdirSync(dataDirectory, { recursive: true });
    writeFileSync(path, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600, flag: "wx" });
    chmodSync(path, 0o600);
  }
  const root = Buffer.from(readFileSync(path, "utf8").trim(), "base64");
  if (root.length !== 32) {
    throw new StartRefused(
      "master-key-unreadable",
      `${path} does not hold a key of 32 bytes in base64. Restore it from your backup.`,
    );
  }
  return masterKeyFrom(root);
}
