import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { selectSponsors } from "./identity-store.ts";
import { mostSponsors, type Sponsor } from "./rules/sponsor.ts";
import { setSponsors } from "./set-sponsors.ts";
import { selectUserForUpdate } from "./user-store.ts";

export type SponsorRefusal = {
  readonly code: "user-not-found" | "sponsor-there-already" | "too-many-sponsors" | "sponsor-not-there";
};

/** Lets one more, or one less, answer for a user. Whether a new one exists is the caller's to know. */
export async function changeSponsors(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly userId: UserId } & (
    | { readonly add: Sponsor }
    | { readonly removeId: string }
  ),
): Promise<Result<readonly Sponsor[], SponsorRefusal>> {
  const { tenantId, userId } = input;
  const now = machine.clock();
  return machine.database.transaction().execute(async (transaction) => {
    const user = await selectUserForUpdate(transaction, tenantId, userId);
    if (!user) return refuse({ code: "user-not-found" });
    const before = await selectSponsors(transaction, tenantId, userId);
    const after = "add" in input ? added(before, input.add) : removed(before, input.removeId);
    if (!after.ok) return after;
    await setSponsors(transaction, tenantId, [userId], after.value);
    const ids = (sponsors: readonly Sponsor[]) => sponsors.map((sponsor) => sponsor.id);
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "user-updated",
      result: "success",
      target: { kind: "user", id: userId, name: user.displayName },
      details: { changed: { sponsors: { from: ids(before), to: ids(after.value) } } },
    });
    return after;
  });
}

function added(sponsors: readonly Sponsor[], sponsor: Sponsor): Result<readonly Sponsor[], SponsorRefusal> {
  if (sponsors.some((one) => one.id === sponsor.id)) return refuse({ code: "sponsor-there-already" });
  if (sponsors.length >= mostSponsors) return refuse({ code: "too-many-sponsors" });
  return accept([...sponsors, sponsor]);
}

function removed(sponsors: readonly Sponsor[], id: string): Result<readonly Sponsor[], SponsorRefusal> {
  const left = sponsors.filter((sponsor) => sponsor.id !== id);
  return left.length === sponsors.length ? refuse({ code: "sponsor-not-there" }) : accept(left);
}
