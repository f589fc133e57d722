import { secondsAfter } from "../../foundation/clock.ts";
import type { ApplicationId, TenantId, UserId } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import type { Machine } from "../../platform/machine.ts";
import { hashOpaqueToken } from "../../platform/secrets/opaque-token.ts";
import { insertCode } from "./authorization-code-store.ts";
import type { AuthorizationGrant } from "./rules/authorization-grant.ts";
import { codeLifetimeSeconds } from "./rules/lifetimes.ts";
import { newTenantBoundToken } from "./tenant-bound-token.ts";

export interface IssueCodeInput {
  readonly tenantId: TenantId;
  readonly applicationId: ApplicationId;
  readonly userId: UserId;
  readonly grant: AuthorizationGrant;
}

/** Makes an authorization code: good once, for ten minutes, stored as a hash. */
export async function issueCode(machine: Machine, input: IssueCodeInput): Promise<string> {
  const now = machine.clock();
  const code = newTenantBoundToken(input.tenantId);
  await insertCode(machine.database, {
    ...input,
    codeHash: hashOpaqueToken(code),
    familyId: newIdentifier(),
    createdAt: now,
    expiresAt: secondsAfter(now, codeLifetimeSeconds),
  });
  return code;
}
