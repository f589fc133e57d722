import { randomBytes } from "node:crypto";

/** An XML name of 160 random bits (SAML Core section 1.3.4). */
export function newMessageId(): string {
  return `_${randomBytes(20).toString("hex")}`;
}
