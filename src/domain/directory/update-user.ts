import { type EmailAddress, normalizeEmailAddress } from "../../foundation/email-address.ts";
import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { announceEndedSessions } from "./announce-ended-sessions.ts";
import { isLastAdministrator } from "./is-last-administrator.ts";
import { type CredentialsRefusal, credentialsFit, prepareCredentials } from "./prepare-credentials.ts";
import { mailAddresses } from "./rules/mail-addresses.ts";
import type { CustomValue, User } from "./rules/user.ts";
import type { UserProfile } from "./rules/user-profile.ts";
import { selectUsersByAddress } from "./user-address-store.ts";
import { selectUserForUpdate, updateLivingUser } from "./user-store.ts";

/** What can be changed; what is left out stays, null empties. */
export interface UserChanges extends UserProfile {
  readonly accountEnabled?: boolean;
  readonly kind?: "member" | "guest";
  readonly displayName?: string;
  readonly mail?: EmailAddress;
  readonly otherMails?: readonly EmailAddress[];
  readonly mailNickname?: string;
  readonly businessPhones?: readonly string[];
  readonly showInAddressList?: boolean | null;
  /** By the id of a custom attribute; what is left out stays, null empties. */
  readonly customValues?: Readonly<Record<string, CustomValue | null>>;
  /** In a verified domain of the organisation. */
  readonly userPrincipalName?: string;
  /** Only of somebody who signs in here. */
  readonly password?: string;
  /** The same: another password is to be chosen at the next sign-in. */
  readonly mustChangePassword?: boolean;
}

export type UserChangeRefusal =
  | { readonly code: "user-not-found" | "display-name-empty" | "address-taken" | "last-administrator" }
  | CredentialsRefusal;

/** Changes a user's properties. Disabling an account also ends its sessions, as do another kind, a new password and the duty to choose one. */
export async function updateUser(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly userId: UserId; readonly changes: UserChanges },
): Promise<Result<User, UserChangeRefusal>> {
  const { tenantId, userId, changes } = input;
  const { mail, otherMails: _mails, businessPhones: _phones, customValues: _values, ...named } = changes;
  const { password, userPrincipalName, mustChangePassword, ...plain } = named;
  const now = machine.clock();
  if (changes.displayName?.trim() === "") return refuse({ code: "display-name-empty" });
  const prepared = await prepareCredentials(machine, {
    ...{ tenantId, userId },
    ...{ userPrincipalName, password, mustChangePassword },
  });
  if (!prepared.ok) return prepared;
  return machine.database.transaction().execute(async (transaction) => {
    const before = await selectUserForUpdate(transaction, tenantId, userId);
    if (!before) return refuse({ code: "user-not-found" });
    if (changes.accountEnabled === false && (await isLastAdministrator(transaction, tenantId, userId)))
      return refuse({ code: "last-administrator" });
    if (mail) {
      const address = normalizeEmailAddress(mail);
      const holders = await selectUsersByAddress(transaction, tenantId, address, ["mail"]);
      if (holders.some((holder) => holder.userId !== userId)) return refuse({ code: "address-taken" });
    }
    const fit = await credentialsFit(transaction, before, prepared.value);
    if (!fit.ok) return fit;
    const endsSessions =
      password !== undefined ||
      mustChangePassword === true ||
      (changes.accountEnabled === false && before.accountEnabled) ||
      (changes.kind !== undefined && changes.kind !== before.kind);
    const after = await updateLivingUser(transaction, tenantId, userId, {
      ...plain,
      ...prepared.value,
      ...(mail ? { mail, proxyAddresses: mailAddresses(mail, before).proxyAddresses } : {}),
      ...(mail && before.redemptionState === "pending"
        ? { otherMails: otherMailsCorrected(before, mail) }
        : {}),
      ...changedLists(before, changes),
      ...(endsSessions ? { sessionsValidFrom: now } : {}),
      // At least one assignment, also for an empty change.
      displayName: changes.displayName?.trim() ?? before.displayName,
    });
    if (!after) return refuse({ code: "user-not-found" });
    if (endsSessions) await announceEndedSessions(machine, transaction, now, input);
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "user-updated",
      result: "success",
      target: { kind: "user", id: userId, name: after.displayName },
      details: {
        changed: changedProperties(before, after, changes),
        ...(password === undefined ? {} : { passwordChanged: true }),
      },
    });
    return accept(after);
  });
}

/** Whoever has not accepted yet is recognised by address: one that was corrected must not open the door any more. */
function otherMailsCorrected(before: User, mail: EmailAddress): string[] {
  const wrong = before.mail?.toLowerCase();
  return [...new Set([normalizeEmailAddress(mail), ...before.otherMails.filter((other) => other !== wrong)])];
}

function changedLists(before: User, { otherMails, businessPhones, customValues }: UserChanges) {
  return {
    ...(otherMails ? { otherMails: otherMails.map(normalizeEmailAddress) } : {}),
    ...(businessPhones ? { businessPhones: [...businessPhones] } : {}),
    ...(customValues ? { customValues: JSON.stringify(withValues(before, customValues)) } : {}),
  };
}

/** Null empties. */
function withValues(
  before: User,
  changes: NonNullable<UserChanges["customValues"]>,
): Record<string, CustomValue> {
  const values = Object.entries({ ...before.customValues, ...changes });
  return Object.fromEntries(values.flatMap(([id, value]) => (value === null ? [] : [[id, value]])));
}

function changedProperties(
  before: User,
  after: User,
  { password, ...told }: UserChanges,
): Record<string, { from: unknown; to: unknown }> {
  return Object.fromEntries(
    (Object.keys(told) as (keyof typeof told)[])
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .map((name) => [name, { from: before[name] ?? null, to: after[name] ?? null }]),
  );
}
