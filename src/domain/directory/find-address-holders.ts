import type { NormalizedEmailAddress } from "../../foundation/email-address.ts";
import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { selectAddressHolders } from "./address-holder-store.ts";
import { allAddressesOf } from "./rules/mail-addresses.ts";
import type { User } from "./rules/user.ts";

export interface AddressHolders {
  /** Living users that hold the address in whatever way, oldest first. */
  holding(address: NormalizedEmailAddress): readonly User[];
  /** The living user with this id, if it was asked for or holds one of the addresses. */
  named(userId: UserId): User | undefined;
}

/** `findUsersHoldingAddress` and `findUser` for many addresses and ids at once. */
export async function findAddressHolders(
  handle: DatabaseHandle,
  tenantId: TenantId,
  addresses: readonly NormalizedEmailAddress[],
  userIds: readonly UserId[],
): Promise<AddressHolders> {
  const users = await selectAddressHolders(handle, tenantId, addresses, userIds);
  const byAddress = new Map<string, User[]>();
  for (const user of users)
    for (const address of [...allAddressesOf(user), user.userPrincipalName.toLowerCase()]) {
      const holders = byAddress.get(address) ?? [];
      if (!holders.includes(user)) byAddress.set(address, [...holders, user]);
    }
  const byId = new Map(users.map((user) => [user.userId, user]));
  return {
    holding: (address) => byAddress.get(address) ?? [],
    named: (userId) => byId.get(userId),
  };
}
