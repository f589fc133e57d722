import { createHash, randomBytes } from "node:crypto";
import type { DomainName } from "../../foundation/domain-name.ts";
import type { EmailAddress } from "../../foundation/email-address.ts";
import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import { guestMailNickname, guestPrincipalName } from "./rules/guest-principal-name.ts";
import { defaultDisplayName, mailAddresses } from "./rules/mail-addresses.ts";
import type { User } from "./rules/user.ts";
import { selectExternalUsersByMail } from "./user-address-store.ts";
import { insertUsersUnlessTaken, type NewUserRow } from "./user-store.ts";

export interface NewGuest {
  readonly tenant: { readonly tenantId: TenantId; readonly initialDomain: DomainName };
  readonly userId?: UserId;
  readonly address: EmailAddress;
  readonly displayName?: string | undefined;
  /** What the person may see in the directory; a member invited from outside is an external member. */
  readonly kind?: "member" | "guest" | undefined;
  readonly origin?: "invitation" | "self-service-sign-up" | undefined;
  readonly invitedByUserId?: UserId | undefined;
  readonly preferredLanguage?: string | undefined;
}

export interface CreatedGuest {
  readonly user: User;
  /** False when the address had a living guest already; that guest is left as it is. */
  readonly created: boolean;
}

/** Adds a guest awaiting redemption, or finds the one this address has. Calls running at once meet in one guest. */
export async function createGuest(
  transaction: DatabaseTransaction,
  now: Date,
  input: NewGuest,
): Promise<CreatedGuest> {
  const [guest] = await createGuests(transaction, now, [input]);
  if (!guest) throw new Error("createGuests answered nothing");
  return guest;
}

const rowsPerStatement = 1_000;

/** `createGuest` for many, of one tenant, in few statements. Answers in the order of the inputs. */
export async function createGuests(
  transaction: DatabaseTransaction,
  now: Date,
  inputs: readonly NewGuest[],
): Promise<CreatedGuest[]> {
  const found = new Map<string, CreatedGuest>();
  // In the order of addresses, so that two imports at once wait for each other instead of blocking each other.
  const ordered = [...inputs].sort((left, right) => (key(left) < key(right) ? -1 : 1));
  for (let start = 0; start < ordered.length; start += rowsPerStatement)
    await createChunk(transaction, now, ordered.slice(start, start + rowsPerStatement), found);
  const answered = new Set<string>();
  return inputs.map((input) => {
    const guest = found.get(key(input));
    if (!guest) throw new Error("a guest was neither created nor found");
    // An address given twice is created once.
    const isFirst = !answered.has(key(input));
    answered.add(key(input));
    return isFirst ? guest : { ...guest, created: false };
  });
}

async function createChunk(
  transaction: DatabaseTransaction,
  now: Date,
  inputs: readonly NewGuest[],
  found: Map<string, CreatedGuest>,
): Promise<void> {
  const remember = (users: readonly User[], created: boolean) => {
    for (const user of users)
      if (user.mail !== undefined && !found.has(user.mail.toLowerCase()))
        found.set(user.mail.toLowerCase(), { user, created });
  };
  const tenantId = inputs[0]?.tenant.tenantId;
  if (!tenantId) return;
  let open = inputs;
  for (let attempt = 0; open.length > 0; attempt += 1) {
    if (attempt > 8) throw new Error("no free user principal name found for a guest");
    const rows = open.map((input) => guestRow(now, input, attempt > 0));
    remember(await insertUsersUnlessTaken(transaction, rows), true);
    open = open.filter((input) => !found.has(key(input)));
    if (open.length === 0) return;
    remember(await selectExternalUsersByMail(transaction, tenantId, open.map(key)), false);
    // Whoever is left has no guest, so it was the flattened name that somebody else holds.
    open = open.filter((input) => !found.has(key(input)));
  }
}

function guestRow(now: Date, input: NewGuest, isNameTaken: boolean): NewUserRow {
  const { address, tenant } = input;
  const name = {
    address,
    initialDomain: tenant.initialDomain,
    addressDigest: createHash("sha256").update(address.toLowerCase()).digest("hex"),
    ...(isNameTaken ? { suffix: randomBytes(2).toString("hex") } : {}),
  };
  return {
    tenantId: tenant.tenantId,
    userId: input.userId ?? newIdentifier<UserId>(),
    userPrincipalName: guestPrincipalName(name),
    mailNickname: guestMailNickname(name),
    kind: input.kind ?? "guest",
    isExternal: true,
    origin: input.origin ?? "invitation",
    redemptionState: "pending",
    redemptionStateChangedAt: now,
    displayName: input.displayName?.trim() || defaultDisplayName(address),
    ...mailAddresses(address),
    preferredLanguage: input.preferredLanguage ?? null,
    showInAddressList: false,
    sessionsValidFrom: now,
    invitedByUserId: input.invitedByUserId ?? null,
    createdAt: now,
  };
}

function key(input: NewGuest): string {
  return input.address.toLowerCase();
}
