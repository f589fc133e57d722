import { z } from "zod";

const collections = ["users", "groups", "applications", "servicePrincipals"] as const;

/** Where a client stands in following a collection, together with what it follows. Opens nothing by itself. */
export interface DeltaToken {
  readonly collection: (typeof collections)[number];
  /** Which history of the directory the numbers belong to. */
  readonly history: string;
  /** Changes from this transaction on; undefined: everything there is. */
  readonly from?: string | undefined;
  /** Up to this one, while there are more pages; undefined: up to now. */
  readonly to?: string | undefined;
  /** When the older of the two was read (milliseconds since 1970). */
  readonly readAt: number;
  /** When `to` was read. */
  readonly readNextAt?: number | undefined;
  /** The last object of the page before; with a member, the group goes on after it. */
  readonly place?: { readonly id: string; readonly memberId?: string | undefined } | undefined;
  readonly select?: readonly string[] | undefined;
  readonly ids?: readonly string[] | undefined;
}

const longestToken = 8000;
const number = z.string().regex(/^\d{1,19}$/);

const schema = z.strictObject({
  collection: z.enum(collections),
  history: z.string().max(100),
  from: number.optional(),
  to: number.optional(),
  readAt: z.int().min(0),
  readNextAt: z.int().min(0).optional(),
  place: z.strictObject({ id: z.guid(), memberId: z.guid().optional() }).optional(),
  select: z.array(z.string().max(100)).max(100).optional(),
  ids: z.array(z.guid()).max(50).optional(),
});

/** The token as text that callers do not look into. */
export function writeDeltaToken(token: DeltaToken): string {
  return Buffer.from(JSON.stringify(token)).toString("base64url");
}

/** Reads a token, or returns undefined. */
export function readDeltaToken(text: string): DeltaToken | undefined {
  if (text.length > longestToken || !/^[\w-]+$/.test(text)) return undefined;
  try {
    return schema.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch {
    return undefined;
  }
}
