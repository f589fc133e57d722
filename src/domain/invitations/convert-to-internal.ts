import type { EmailAddress } from "../../foundation/email-address.ts";
import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import { accept, type Result } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { announceEndedSessions } from "../directory/announce-ended-sessions.ts";
import { type MakeInternalRefusal, makeUserInternal } from "../directory/make-user-internal.ts";
import {
  type InternalCredentialsRefusal,
  prepareInternalCredentials,
} from "../directory/prepare-internal-credentials.ts";
import type { User } from "../directory/rules/user.ts";
import { endPendingInvitations } from "./invitation-store.ts";

export type ConversionRefusal = MakeInternalRefusal | InternalCredentialsRefusal;

/**
 * Makes a guest, or another member from elsewhere, somebody of the organisation itself, who signs in here with a
 * password. No link and no account from outside leads in any more.
 */
export async function convertToInternal(
  machine: Machine,
  circumstances: Circumstances,
  input: {
    readonly tenantId: TenantId;
    readonly userId: UserId;
    readonly userPrincipalName: string;
    readonly password: string;
    readonly mustChangePassword: boolean;
    readonly mail: EmailAddress | undefined;
  },
): Promise<Result<User, ConversionRefusal>> {
  const { tenantId, userId } = input;
  const credentials = await prepareInternalCredentials(machine, input);
  if (!credentials.ok) return credentials;

  const now = machine.clock();
  return machine.database
    .transaction()
    .execute(async (transaction): Promise<Result<User, ConversionRefusal>> => {
      const made = await makeUserInternal(transaction, {
        tenantId,
        userId,
        now,
        credentials: credentials.value,
      });
      if (!made.ok) return made;
      const { before, after } = made.value;
      const end = { state: "revoked", at: now } as const;
      const revokedLinks = await endPendingInvitations(transaction, tenantId, [userId], end);
      await announceEndedSessions(machine, transaction, now, { tenantId, userId });
      await recordEvent(transaction, now, circumstances, {
        tenantId,
        activity: "user-converted-to-internal",
        result: "success",
        target: { kind: "user", id: userId, name: after.displayName },
        details: {
          changed: {
            userPrincipalName: { from: before.userPrincipalName, to: after.userPrincipalName },
            kind: { from: before.kind, to: after.kind },
            mail: { from: before.mail ?? null, to: after.mail ?? null },
          },
          revokedLinks,
        },
      });
      return accept(after);
    });
}
