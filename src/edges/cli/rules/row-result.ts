import type { InvitationPlan } from "../../../domain/invitations/rules/repeat-invitation.ts";

/** What became of one row or address. */
export type RowResultWord =
  | "invited"
  | "invited-again"
  | "already-invited"
  | "already-accepted"
  | "repeated"
  | "refused";

export interface RowResult {
  readonly row: number;
  readonly email: string;
  readonly result: RowResultWord;
  readonly userId: string | undefined;
  readonly link: string | undefined;
  /** In a sentence. */
  readonly error: string | undefined;
}

/** The word for an invitation that was carried out. */
export function wordOfStep(step: InvitationPlan["step"]): RowResultWord {
  switch (step) {
    case "new-guest":
      return "invited";
    case "already-accepted":
      return "already-accepted";
    default:
      return "invited-again";
  }
}
