import { secondsAfter } from "../../../foundation/clock.ts";
import type { ConnectionTestId, ProviderId, TenantId } from "../../../foundation/identifiers.ts";
import { newIdentifier } from "../../../foundation/new-identifier.ts";
import type { DatabaseTransaction } from "../../../platform/database/database.ts";
import type { Machine } from "../../../platform/machine.ts";
import { hashOpaqueToken, newOpaqueToken } from "../../../platform/secrets/opaque-token.ts";
import type { Actor } from "../../audit/circumstances.ts";
import { testLifetimeSeconds } from "../rules/test-state.ts";
import { insertTest } from "./connection-test-store.ts";

/** A link by which somebody tries a provider. */
export interface OfferedTest {
  readonly testId: ConnectionTestId;
  readonly url: string;
  readonly expiresAt: Date;
}

/** Makes a link that is good once, for an hour, and as long as the administrator who made it may manage providers. */
export async function offerConnectionTest(
  machine: Machine,
  transaction: DatabaseTransaction,
  { tenantId, providerId, askedBy }: { tenantId: TenantId; providerId: ProviderId; askedBy: Actor },
): Promise<OfferedTest> {
  const now = machine.clock();
  const testId = newIdentifier<ConnectionTestId>();
  const key = newOpaqueToken();
  const expiresAt = secondsAfter(now, testLifetimeSeconds);
  const keyHash = hashOpaqueToken(key);
  await insertTest(transaction, {
    tenantId,
    testId,
    providerId,
    askedBy,
    keyHash,
    createdAt: now,
    expiresAt,
  });
  // In the query, because paths are logged.
  const url = `${machine.configuration.publicUrl}/connection-test/${testId}?tenant=${tenantId}&key=${key}`;
  return { testId, url, expiresAt };
}
