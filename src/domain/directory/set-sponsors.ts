import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import { replaceSponsors } from "./identity-store.ts";
import { mostSponsors, type Sponsor } from "./rules/sponsor.ts";

/** Who answers for these users from now on (the same for all of them). More than five is the caller's mistake. */
export async function setSponsors(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  userIds: readonly UserId[],
  sponsors: readonly Sponsor[],
): Promise<void> {
  if (sponsors.length > mostSponsors) throw new RangeError(`more than ${mostSponsors} sponsors`);
  await replaceSponsors(
    transaction,
    tenantId,
    userIds,
    userIds.flatMap((userId) =>
      sponsors.map((sponsor) => ({ tenantId, userId, sponsorId: sponsor.id, sponsorKind: sponsor.kind })),
    ),
  );
}
