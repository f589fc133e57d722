import type { Machine } from "../../platform/machine.ts";
import { makeSigningKey } from "./make-signing-key.ts";
import { ringChange } from "./rules/key-rotation.ts";
import {
  changingRing,
  deleteSigningKeys,
  insertSigningKey,
  promoteNextKey,
  selectSigningKeys,
} from "./signing-key-store.ts";
import { asNext, forgetSigningKeys } from "./signing-keys.ts";

/** Whether the signing key changed, or why not yet. */
export type RotationOutcome = "rotated" | "not-due";

/**
 * Keeps the ring young; to be run about daily on any node. `asked: true` rotates before the period is over, as soon as
 * the next key has been published for a day. Tokens in flight stay valid: the retired key is published until
 * the last of them is over.
 */
export async function rotateSigningKeys(
  machine: Machine,
  request: { readonly asked: boolean } = { asked: false },
): Promise<RotationOutcome> {
  const now = machine.clock();
  const expected = ringChange(await selectSigningKeys(machine.database), now, request.asked);
  if (!expected.rotate && expected.remove.length === 0) return "not-due";
  const successor = await makeSigningKey(machine.masterKey, now);

  const outcome = await changingRing(machine.database, async (transaction) => {
    // Another node may have rotated while this one waited for the lock.
    const change = ringChange(await selectSigningKeys(transaction), now, request.asked);
    await deleteSigningKeys(transaction, change.remove);
    if (!change.rotate) return "not-due";
    await promoteNextKey(transaction, now);
    await insertSigningKey(transaction, asNext(successor, now));
    return "rotated";
  });
  forgetSigningKeys(machine.database);
  if (outcome === "rotated") machine.log.info({ nextKeyId: successor.keyId }, "the signing key was rotated");
  return outcome;
}
