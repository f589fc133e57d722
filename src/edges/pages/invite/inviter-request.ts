import type { Context } from "hono";
import type { Circumstances } from "../../../domain/audit/circumstances.ts";
import type { Machine } from "../../../platform/machine.ts";
import type { frameOf } from "../layout/frame-of.ts";
import type { SignedInPerson } from "../my-apps/signed-in-person.ts";

/** One request to the inviter's page. */
export interface InvitePage {
  readonly c: Context;
  readonly machine: Machine;
  readonly person: SignedInPerson;
  readonly circumstances: Circumstances;
  readonly frame: ReturnType<typeof frameOf>;
  /** The query that keeps the page in this organisation. */
  readonly place: string;
  readonly defaultLifetimeDays: number | undefined;
}
