import { randomBytes, randomUUID } from "node:crypto";
import type { Branded } from "./identifiers.ts";

/** A random GUID (RFC 9562 version 4), for ids that must not tell when they were made. */
export function newIdentifier<Id extends Branded<string>>(): Id {
  return randomUUID() as Id;
}

/** A time-ordered GUID (RFC 9562 version 7), for rows that only grow, so that their index stays local. */
export function newOrderedIdentifier<Id extends Branded<string>>(now: Date): Id {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id;
}
