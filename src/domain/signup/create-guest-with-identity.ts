import { type EmailAddress, emailDomain, normalizeEmailAddress } from "../../foundation/email-address.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { createSignedUpGuest, type SignedUpGuest } from "../directory/create-signed-up-guest.ts";
import { findTenant } from "../directory/find-tenant.ts";
import { findUsersHoldingAddress } from "../directory/find-user.ts";
import type { ExternalIdentity } from "../directory/rules/external-identity.ts";
import { issuerName } from "../directory/rules/issuer-name.ts";
import type { Tenant } from "../directory/rules/tenant.ts";
import type { CustomValue, User } from "../directory/rules/user.ts";
import { profileIn, type UserProfile } from "../directory/rules/user-profile.ts";
import { listProviders } from "../federation/find-provider.ts";
import { readCollaborationSettings } from "../policies/read-collaboration-settings.ts";
import { readDomainRestriction } from "../policies/read-domain-policy.ts";
import { isDomainOpen } from "../policies/rules/domain-restriction.ts";
import { type GivenIdentity, type GivenIdentityProblem, readGivenIdentity } from "./rules/given-identity.ts";

/** A guest as the system that approved them knows them. */
export interface ApprovedGuest extends UserProfile, NonNullable<SignedUpGuest["further"]> {
  readonly tenantId: TenantId;
  readonly mail: EmailAddress;
  readonly identity: GivenIdentity;
  readonly displayName?: string | undefined;
  /** As the system expects it; it has to be the name that guests of this address get. */
  readonly userPrincipalName?: string | undefined;
  readonly customValues: Readonly<Record<string, CustomValue>>;
}

export interface ApprovedGuestRefusal {
  readonly code:
    | GivenIdentityProblem
    | "tenant-not-found"
    | "own-domain"
    | "domain-refused"
    | "address-taken"
    | "identity-taken"
    | "guest-name-differs";
}

/**
 * Makes a guest of somebody whom the organisation's own system approved: accepted, and known by the account that they
 * proved themselves by when they asked. They prove it again whenever they sign in.
 */
export async function createGuestWithIdentity(
  machine: Machine,
  circumstances: Circumstances,
  input: ApprovedGuest,
): Promise<Result<User, ApprovedGuestRefusal>> {
  const { database } = machine;
  const { tenantId, mail } = input;
  const [tenant, providers, { emailCodeEnabled }, restriction] = await Promise.all([
    findTenant(database, tenantId),
    listProviders(database, tenantId),
    readCollaborationSettings(database, tenantId),
    readDomainRestriction(database, tenantId),
  ]);
  if (!tenant) return refuse({ code: "tenant-not-found" });
  const domain = emailDomain(mail);
  if (domain === tenant.initialDomain || tenant.verifiedDomains.includes(domain))
    return refuse({ code: "own-domain" });
  if (!isDomainOpen(restriction, domain)) return refuse({ code: "domain-refused" });
  const identity = readGivenIdentity(input.identity, mail, { providers, emailCodeEnabled });
  if (!identity.ok) return identity;
  return database
    .transaction()
    .execute(async (transaction) => {
      const user = await recordGuest(machine, transaction, circumstances, {
        ...input,
        ...{ tenant, proven: identity.value },
      });
      return accept(user);
    })
    .catch((undone: unknown) => {
      if (undone instanceof Undone) return refuse({ code: undone.code });
      throw undone;
    });
}

/** Thrown so that a guest half made is none. */
class Undone extends Error {
  readonly code: ApprovedGuestRefusal["code"];

  constructor(code: Undone["code"]) {
    super(code);
    this.code = code;
  }
}

async function recordGuest(
  machine: Machine,
  transaction: DatabaseTransaction,
  circumstances: Circumstances,
  input: ApprovedGuest & { readonly tenant: Tenant; readonly proven: ExternalIdentity },
): Promise<User> {
  const { tenantId, tenant, mail, proven, displayName, customValues, userPrincipalName } = input;
  const { accountEnabled, mailNickname, otherMails, businessPhones, showInAddressList } = input;
  const now = machine.clock();
  const holders = await findUsersHoldingAddress(transaction, tenantId, normalizeEmailAddress(mail));
  if (holders.length > 0) throw new Undone("address-taken");
  const { preferredLanguage, ...profile } = profileIn(input);
  const user = await createSignedUpGuest(transaction, now, {
    ...{ tenant, address: mail, identity: proven, displayName, profile, customValues },
    preferredLanguage: preferredLanguage ?? undefined,
    further: { accountEnabled, mailNickname, otherMails, businessPhones, showInAddressList },
    provenAt: now,
  });
  if (typeof user === "string") throw new Undone(user);
  const isNamedSo = userPrincipalName?.toLowerCase() === user.userPrincipalName.toLowerCase();
  if (userPrincipalName !== undefined && !isNamedSo) throw new Undone("guest-name-differs");
  await recordEvent(transaction, now, circumstances, {
    tenantId,
    activity: "user-created",
    result: "success",
    target: { kind: "user", id: user.userId, name: user.displayName },
    details: {
      userPrincipalName: user.userPrincipalName,
      identityProvider: proven.providerKind,
      issuer: issuerName(proven),
      issuerAssignedId: proven.subject,
    },
  });
  return user;
}
