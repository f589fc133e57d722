import { secondsAfter } from "../../foundation/clock.ts";
import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { hashOpaqueToken, newOpaqueToken } from "../../platform/secrets/opaque-token.ts";
import type { Visit } from "./rules/visit.ts";
import { insertVisitCode } from "./visit-store.ts";

/** The organisation redeems it at once, without a person in between. */
const lifetimeSeconds = 120;

export interface VisitProof {
  readonly tenantId: TenantId;
  readonly userId: UserId;
  readonly visit: Visit;
  /** RFC 8176 names. */
  readonly amr: readonly string[];
  readonly authenticatedAt: Date;
}

/** Makes a code for a member who has agreed: good once, for two minutes, stored as a hash. */
export async function issueVisitCode(machine: Machine, proof: VisitProof): Promise<string> {
  const code = newOpaqueToken();
  const expiresAt = secondsAfter(machine.clock(), lifetimeSeconds);
  await insertVisitCode(machine.database, { ...proof, codeHash: hashOpaqueToken(code), expiresAt });
  return code;
}
