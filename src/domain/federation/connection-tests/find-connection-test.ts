import type { ConnectionTestId, SessionId, TenantId } from "../../../foundation/identifiers.ts";
import type { Machine } from "../../../platform/machine.ts";
import { hashOpaqueToken, sameDigest } from "../../../platform/secrets/opaque-token.ts";
import type { Actor } from "../../audit/circumstances.ts";
import { rolesOf } from "../../directory/find-roles.ts";
import { findUser } from "../../directory/find-user.ts";
import { findProvider } from "../find-provider.ts";
import type { IdentityProvider } from "../rules/identity-provider.ts";
import { providerManagers } from "../rules/provider-managers.ts";
import type { ConnectionTest } from "./connection-test.ts";
import { selectLatestTests, selectTest } from "./connection-test-store.ts";

/** A test with the provider it is of. */
export interface FoundTest {
  readonly test: ConnectionTest;
  readonly provider: IdentityProvider;
}

interface Address {
  readonly tenantId: TenantId;
  readonly testId: ConnectionTestId;
}

/** The test behind a link that nobody has used yet. */
export async function findOfferedTest(
  machine: Machine,
  address: Address & { readonly key: string },
): Promise<FoundTest | undefined> {
  const test = await selectTest(machine.database, address.tenantId, address.testId);
  if (!test || test.sessionId || !sameDigest(test.keyHash, hashOpaqueToken(address.key))) return undefined;
  return living(machine, test);
}

/** The test that this browser has begun. When it is over, what was found can still be looked at. */
export async function findOwnTest(
  machine: Machine,
  address: Address,
  sessionId: SessionId | undefined,
): Promise<FoundTest | undefined> {
  const test = await selectTest(machine.database, address.tenantId, address.testId);
  if (!test?.sessionId || test.sessionId !== sessionId) return undefined;
  return test.finishedAt ? withProvider(machine, test) : living(machine, test);
}

/** The newest finished test of each provider, for those who manage them. */
export function listLatestTests(machine: Machine, tenantId: TenantId): Promise<readonly ConnectionTest[]> {
  return selectLatestTests(machine.database, tenantId);
}

/** A link lives for its time, and on the rights of who made it. */
async function living(machine: Machine, test: ConnectionTest): Promise<FoundTest | undefined> {
  if (test.finishedAt || test.expiresAt <= machine.clock()) return undefined;
  return (await mayStillManage(machine, test.tenantId, test.askedBy))
    ? withProvider(machine, test)
    : undefined;
}

async function mayStillManage({ database }: Machine, tenantId: TenantId, askedBy: Actor): Promise<boolean> {
  if (askedBy.kind !== "user") return true;
  const user = await findUser(database, tenantId, askedBy.userId);
  const roles = await rolesOf(database, tenantId, askedBy.userId);
  return user?.accountEnabled === true && roles.some((role) => providerManagers.includes(role));
}

async function withProvider({ database }: Machine, test: ConnectionTest): Promise<FoundTest | undefined> {
  const provider = await findProvider(database, test.tenantId, test.providerId);
  return provider && { test, provider };
}
