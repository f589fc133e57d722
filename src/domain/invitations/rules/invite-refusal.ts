import type { Result } from "../../../foundation/result.ts";
import type {
  whoMayInvite,
  whoMayInviteMembers,
  whoMayResetRedemption,
} from "../../policies/rules/who-may-invite.ts";
import type { LifetimeRefusal } from "./invitation-lifetime.ts";
import type { InviteRequestRefusal } from "./invite-request.ts";
import type { RepeatInvitationRefusal } from "./repeat-invitation.ts";

type RefusalOf<Decision extends (...input: never) => Result<unknown, { readonly code: string }>> = Extract<
  ReturnType<Decision>,
  { readonly ok: false }
>["refusal"];

/** Why nobody is invited whatever the request says. */
export type InviterRefusal =
  | { readonly code: "tenant-unknown" }
  /** The acting user is gone or disabled. */
  | { readonly code: "inviter-unknown" }
  | RefusalOf<typeof whoMayInvite>;

/** Every reason for which one invitation is refused. */
export type InviteRefusal =
  | InviterRefusal
  | InviteRequestRefusal
  | LifetimeRefusal
  | RepeatInvitationRefusal
  | RefusalOf<typeof whoMayInviteMembers>
  | RefusalOf<typeof whoMayResetRedemption>;
