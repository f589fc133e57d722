import type { NormalizedEmailAddress } from "../../../../foundation/email-address.ts";
import type { TransactionId } from "../../../../foundation/identifiers.ts";
import type { Machine } from "../../../../platform/machine.ts";

/**
 * The form in which a code is stored: keyed, because eight digits are few enough to search, and bound to the
 * journey and the address, so that a code is worth nothing elsewhere.
 */
export function hashCode(
  machine: Machine,
  transactionId: TransactionId,
  address: NormalizedEmailAddress,
  code: string,
): Buffer {
  return machine.masterKey.authenticate("one-time-code", `${transactionId} ${address} ${code}`);
}
