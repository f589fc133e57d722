import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assignAppRole } from "../../../src/domain/applications/assign-app-role.ts";
import { appRolesOf } from "../../../src/domain/applications/find-app-roles.ts";
import { findApplicationInTenant } from "../../../src/domain/applications/find-application.ts";
import { addDomain } from "../../../src/domain/directory/add-domain.ts";
import { assignDirectoryRole } from "../../../src/domain/directory/assign-directory-role.ts";
import { createGroup } from "../../../src/domain/directory/create-group.ts";
import { createMember } from "../../../src/domain/directory/create-member.ts";
import { createTenant } from "../../../src/domain/directory/create-tenant.ts";
import { groupsOf } from "../../../src/domain/directory/find-groups.ts";
import { rolesOf } from "../../../src/domain/directory/find-roles.ts";
import { findUser, identitiesOf } from "../../../src/domain/directory/find-user.ts";
import { recordRedemption } from "../../../src/domain/directory/record-redemption.ts";
import { updateUser } from "../../../src/domain/directory/update-user.ts";
import { verifyDomain } from "../../../src/domain/directory/verify-domain.ts";
import { addIdentityProvider } from "../../../src/domain/federation/add-identity-provider.ts";
import { forgetProviders } from "../../../src/domain/federation/find-provider.ts";
import { removeIdentityProvider } from "../../../src/domain/federation/remove-identity-provider.ts";
import { switchIdentityProvider } from "../../../src/domain/federation/switch-identity-provider.ts";
import { inviteGuest } from "../../../src/domain/invitations/invite-guest.ts";
import { changeCollaborationSettings } from "../../../src/domain/policies/change-collaboration-settings.ts";
import type { DomainName } from "../../../src/foundation/domain-name.ts";
import type { EmailAddress } from "../../../src/foundation/email-address.ts";
import type { ApplicationId, ProviderId, UserId } from "../../../src/foundation/identifiers.ts";
import { newIdentifier } from "../../../src/foundation/new-identifier.ts";
import { readConfiguration } from "../../../src/platform/config/configuration.ts";
import {
  encodedResponse,
  type ForgingSamlProvider,
  readSamlRequest,
  startForgingSamlProvider,
} from "../../support/forging-saml-provider.ts";
import { acceptByCode } from "../../support/house-applications.ts";
import { testHouse } from "../../support/test-house.ts";
import { accepted, byOperator } from "../../support/test-machine.ts";
import { type Seen, textOf, type Visitor } from "../../support/visitor.ts";

// What becomes of guests when the ways change in which they prove themselves: every row of the state table, for one who
// has not accepted yet and for one who has.

const published = new Map<string, readonly string[]>();
const house = await testHouse({
  configuration: readConfiguration({ GUESTHOUSE_OUTBOUND_ALLOW: "127.0.0.0/8" }, { mode: "demo" }),
  names: { textRecords: async (domain) => ({ ok: true, value: published.get(domain) ?? [] }) },
});
const { contoso, machine } = house;
machine.setClock(new Date());
const { tenantId } = contoso;
const googleIssuer = "https://accounts.google.com";

let partner: ForgingSamlProvider;
beforeAll(async () => {
  partner = await startForgingSamlProvider(machine.clock);
});
afterAll(() => partner?.close());

/** How somebody is asked to prove themselves. */
type Way = "code" | "partner" | "google" | "password at home" | "off" | "none";

const signs: Readonly<Record<Exclude<Way, "none">, string>> = {
  code: "We will mail a code",
  partner: "Partner signs you in next",
  google: "Google signs you in next",
  "password at home": "Enter your password",
  off: "is switched off here",
};

function wayShownBy(seen: Seen): Way {
  const text = textOf(seen);
  const [way] = Object.entries(signs).find(([, sign]) => text.includes(sign)) ?? [];
  if (way) return way as Way;
  if (/There is no way to sign in|no way/i.test(text)) return "none";
  throw new Error(`nothing known on ${seen.url}: ${text}`);
}

interface Invited {
  readonly address: string;
  readonly userId: UserId;
  readonly link: string;
}

const newDomain = () => `d${randomUUID().slice(0, 8)}.example`;

async function invited(domain: string): Promise<Invited> {
  const address = `g${randomUUID().slice(0, 8)}@${domain}`;
  const { link, userId } = await house.invite(address);
  return { address, userId: userId as UserId, link };
}

async function wayToAccept({ link }: Pick<Invited, "link">): Promise<Way> {
  const visitor = house.visitor();
  return wayShownBy(await visitor.submit(await visitor.get(link), { decision: "accept" }));
}

async function wayToSignIn({ address }: Invited): Promise<Way> {
  const visitor = house.visitor();
  const page = await visitor.get(`/myapps?tenant=${tenantId}`);
  return wayShownBy(await visitor.submit(page, { email: address }));
}

/** Accepts with the way that is theirs, and ends among their applications. */
async function acceptBy(way: "code" | "partner" | "google", guest: Invited): Promise<void> {
  const visitor = house.visitor();
  if (way === "code") await acceptByCode(house, visitor, guest.link, guest.address);
  else if (way === "partner") await acceptAtPartner(visitor, guest);
  // Nobody has an account at Google here; what counts afterwards is how the guest is known.
  else await linkToGoogle(guest);
  expect((await findUser(machine.database, tenantId, guest.userId))?.redemptionState).toBe("accepted");
}

async function acceptAtPartner(visitor: Visitor, { link, address }: Invited): Promise<void> {
  const page = await visitor.submit(await visitor.get(link), { decision: "accept" });
  const request = readSamlRequest((await visitor.get(`${page.url.pathname}/provider`)).url);
  const xml = partner.respond(request, { nameId: address, email: address });
  const review = await visitor.post(request.recipient, {
    SAMLResponse: encodedResponse(xml),
    RelayState: request.relayState,
  });
  await visitor.submit(review, { decision: "accept" });
}

async function linkToGoogle({ userId, address }: Invited): Promise<void> {
  const identity = {
    ...{ issuer: googleIssuer, subject: address, email: address },
    providerKind: "google" as const,
  };
  await machine.database
    .transaction()
    .execute((transaction) =>
      recordRedemption(transaction, { tenantId, userId, identity, now: machine.clock() }),
    );
}

/** The partner has one provider, which gets a further domain each time. */
async function addPartner(domain: string): Promise<ProviderId> {
  published.set(domain, [`DirectFedAuthUrl=${partner.signInUrl}`]);
  const added = await addIdentityProvider(machine, byOperator, {
    tenantId,
    kind: "saml",
    displayName: "Partner",
    settings: {
      issuer: partner.entityId,
      signInUrl: partner.signInUrl,
      certificates: [partner.certificate()],
    },
    secret: undefined,
    domains: [domain as DomainName],
  });
  return accepted(added).providerId;
}

/** As it stands after it was added; its own documents are out of reach here. */
async function addGoogle(): Promise<ProviderId> {
  const providerId = newIdentifier<ProviderId>();
  const settings = JSON.stringify({ clientId: "guesthouse" });
  await machine.database
    .insertInto("identityProvider")
    .values({
      ...{ tenantId, providerId, kind: "google", displayName: "Google", issuer: googleIssuer, settings },
      createdAt: machine.clock(),
    })
    .execute();
  forgetProviders(machine.database);
  return providerId;
}

async function remove(providerId: ProviderId): Promise<void> {
  accepted(await removeIdentityProvider(machine, byOperator, { tenantId, providerId }));
}

async function switchTo(providerId: ProviderId, isEnabled: boolean): Promise<void> {
  accepted(await switchIdentityProvider(machine, byOperator, { tenantId, providerId, isEnabled }));
}

async function allowCodes(emailCodeEnabled: boolean): Promise<void> {
  accepted(
    await changeCollaborationSettings(machine, byOperator, { tenantId, changes: { emailCodeEnabled } }),
  );
}

/** The guest's employer opens an organisation on this deployment, with an account for the address. */
async function gainAccount(domain: string, address: string): Promise<void> {
  const name = domain.split(".")[0] ?? "";
  const home = accepted(await createTenant(machine, byOperator, { displayName: name, name }));
  const proof = { tenantId: home.tenantId, name: domain as DomainName };
  const { verificationText } = accepted(await addDomain(machine, byOperator, proof));
  published.set(domain, [verificationText ?? ""]);
  accepted(await verifyDomain(machine, byOperator, proof));
  await giveAccount(home.tenantId, address);
}

async function giveAccount(home: typeof tenantId, address: string): Promise<void> {
  const person = { userPrincipalName: address, displayName: address, password: "a password of their own" };
  accepted(await createMember(machine, byOperator, { tenantId: home, ...person }));
}

interface Row {
  readonly domain: string;
  /** What holds beforehand; what is to be undone afterwards. */
  readonly before?: () => Promise<unknown>;
  /** How the second guest has accepted. */
  readonly acceptedBy: "code" | "partner" | "google";
  readonly change: (guests: { pending: Invited; redeemed: Invited }) => Promise<unknown>;
  readonly pending: Way;
  readonly redeemed: Way;
  readonly after?: () => Promise<unknown>;
}

let added: ProviderId;
const domains = Array.from({ length: 12 }, newDomain);
const [
  forAdded = "",
  forRemoved = "",
  forBack = "",
  forCodes = "",
  forAgain = "",
  forPartner = "",
  forHome = "",
  forOff = "",
  forOffWithoutCodes = "",
  forOnAgain = "",
  forAddedOff = "",
] = domains;

const table: Readonly<Record<string, Row>> = {
  "a provider is added for their domain": {
    domain: forAdded,
    acceptedBy: "code",
    change: async () => {
      added = await addPartner(forAdded);
    },
    pending: "partner",
    redeemed: "code",
    after: () => remove(added),
  },
  "their provider is removed": {
    domain: forRemoved,
    before: async () => {
      added = await addPartner(forRemoved);
    },
    acceptedBy: "partner",
    change: () => remove(added),
    pending: "code",
    redeemed: "none",
  },
  "their provider is removed and added again": {
    domain: forBack,
    before: async () => {
      added = await addPartner(forBack);
    },
    acceptedBy: "partner",
    change: async () => {
      await remove(added);
      added = await addPartner(forBack);
    },
    pending: "partner",
    redeemed: "partner",
    after: () => remove(added),
  },
  "their provider is switched off": {
    domain: forOff,
    before: async () => {
      added = await addPartner(forOff);
    },
    acceptedBy: "partner",
    change: () => switchTo(added, false),
    pending: "code",
    redeemed: "off",
    after: () => remove(added),
  },
  "their provider is switched off, where codes are": {
    domain: forOffWithoutCodes,
    before: async () => {
      added = await addPartner(forOffWithoutCodes);
    },
    acceptedBy: "partner",
    change: async () => {
      await switchTo(added, false);
      await allowCodes(false);
    },
    pending: "none",
    redeemed: "off",
    after: async () => {
      await allowCodes(true);
      await remove(added);
    },
  },
  "their provider is switched off and on again": {
    domain: forOnAgain,
    before: async () => {
      added = await addPartner(forOnAgain);
    },
    acceptedBy: "partner",
    change: async () => {
      await switchTo(added, false);
      await switchTo(added, true);
    },
    pending: "partner",
    redeemed: "partner",
    after: () => remove(added),
  },
  "Google is switched off": {
    domain: "gmail.com",
    before: async () => {
      added = await addGoogle();
    },
    acceptedBy: "google",
    change: () => switchTo(added, false),
    pending: "code",
    redeemed: "off",
    after: () => remove(added),
  },
  "a provider that is switched off is added for their domain": {
    domain: forAddedOff,
    acceptedBy: "code",
    change: async () => {
      added = await addPartner(forAddedOff);
      await switchTo(added, false);
    },
    pending: "code",
    redeemed: "code",
    after: () => remove(added),
  },
  "Google is added": {
    domain: "gmail.com",
    acceptedBy: "code",
    change: async () => {
      added = await addGoogle();
    },
    pending: "google",
    redeemed: "code",
    after: () => remove(added),
  },
  "Google is removed": {
    domain: "gmail.com",
    before: async () => {
      added = await addGoogle();
    },
    acceptedBy: "google",
    change: () => remove(added),
    pending: "code",
    redeemed: "none",
  },
  "codes are switched off": {
    domain: forCodes,
    acceptedBy: "code",
    change: () => allowCodes(false),
    pending: "none",
    redeemed: "none",
    after: () => allowCodes(true),
  },
  "codes are switched off and on again": {
    domain: forAgain,
    acceptedBy: "code",
    change: async () => {
      await allowCodes(false);
      await allowCodes(true);
    },
    pending: "code",
    redeemed: "code",
  },
  "codes are switched on, for those who have a provider": {
    domain: forPartner,
    before: async () => {
      await allowCodes(false);
      added = await addPartner(forPartner);
    },
    acceptedBy: "partner",
    change: () => allowCodes(true),
    pending: "partner",
    redeemed: "partner",
    after: () => remove(added),
  },
  "they gain an account in another organisation": {
    domain: forHome,
    acceptedBy: "code",
    change: async ({ pending, redeemed }) => {
      await gainAccount(forHome, pending.address);
      const home = await findHomeOf(pending.address);
      await giveAccount(home, redeemed.address);
    },
    pending: "password at home",
    redeemed: "code",
  },
};

async function findHomeOf(address: string): Promise<typeof tenantId> {
  const row = await machine.database
    .selectFrom("user")
    .select("tenantId")
    .where("userPrincipalName", "=", address)
    .where("kind", "=", "member")
    .executeTakeFirstOrThrow();
  return row.tenantId;
}

describe("the ways of guests when", () => {
  it.each(Object.entries(table))("%s", async (_change, row) => {
    await row.before?.();
    const pending = await invited(row.domain);
    const redeemed = await invited(row.domain);
    await acceptBy(row.acceptedBy, redeemed);
    house.moveClock(5);
    await row.change({ pending, redeemed });
    const ways = { pending: await wayToAccept(pending), redeemed: await wayToSignIn(redeemed) };
    await row.after?.();
    expect(ways).toEqual({ pending: row.pending, redeemed: row.redeemed });
  });
});

describe("a reset of the redemption moves a guest who is", () => {
  const application = async () => {
    const id = contoso.applications[0]?.applicationId as ApplicationId;
    const found = await findApplicationInTenant(machine.database, tenantId, id);
    if (!found) throw new Error("the demo has an application");
    return found.servicePrincipal.servicePrincipalId;
  };

  /** Puts a guest into a group, a directory role and an application. */
  async function entitled({ userId }: Invited) {
    const group = accepted(
      await createGroup(machine, byOperator, { tenantId, displayName: "Suppliers", memberIds: [userId] }),
    );
    accepted(await assignDirectoryRole(machine, byOperator, { tenantId, userId, role: "guest-inviter" }));
    const principal = { kind: "user", id: userId } as const;
    const resourceId = await application();
    accepted(await assignAppRole(machine, byOperator, { tenantId, principal, resourceId }));
    return { groups: [group.groupId], roles: ["guest-inviter"], isAssigned: true };
  }

  async function entitlements(userId: UserId) {
    const [groups, roles, held] = await Promise.all([
      groupsOf(machine.database, tenantId, userId),
      rolesOf(machine.database, tenantId, userId),
      appRolesOf(machine.database, tenantId, await application(), userId),
    ]);
    return { groups, roles: [...roles], isAssigned: held.isAssigned };
  }

  async function reset(userId: UserId, email: string): Promise<Invited> {
    const again = accepted(
      await inviteGuest(machine, byOperator, {
        ...{ tenantId, userId, email, resetRedemption: true, sendMail: true },
        redirectUrl: "https://app.contoso.example/landing",
      }),
    );
    expect(again.user.userId).toBe(userId);
    return { address: email, userId, link: again.redeemUrl };
  }

  async function identityOf(userId: UserId) {
    return (await identitiesOf(machine.database, tenantId, [userId])).get(userId);
  }

  it("locked out by a removed provider to another one, the same object with all it had", async () => {
    const domain = newDomain();
    const guest = await invited(domain);
    await acceptBy("code", guest);
    const had = await entitled(guest);
    added = await addPartner(domain);
    expect(await wayToSignIn(guest)).toBe("code");
    const again = await reset(guest.userId, guest.address);
    expect(await wayToAccept(again)).toBe("partner");
    await acceptBy("partner", again);
    expect(await identityOf(guest.userId)).toMatchObject({ issuer: partner.entityId, providerKind: "saml" });
    expect(await wayToSignIn(guest)).toBe("partner");
    expect(await entitlements(guest.userId)).toEqual(had);

    // And back to a code, when the provider goes.
    house.moveClock(5);
    await remove(added);
    expect(await wayToSignIn(guest)).toBe("none");
    const back = await reset(guest.userId, guest.address);
    await acceptBy("code", back);
    expect(await identityOf(guest.userId)).toMatchObject({ issuer: "mail", subject: guest.address });
    expect(await entitlements(guest.userId)).toEqual(had);
  });

  it("known by an old address to a new one, which alone opens the door from then on", async () => {
    const guest = await invited(newDomain());
    await acceptBy("code", guest);
    const had = await entitled(guest);
    const address = `new@${newDomain()}`;
    const changes = { otherMails: [address as EmailAddress] };
    accepted(await updateUser(machine, byOperator, { tenantId, userId: guest.userId, changes }));
    const again = await reset(guest.userId, address);
    await acceptBy("code", again);
    expect(await identityOf(guest.userId)).toMatchObject({ issuer: "mail", subject: address });
    expect((await findUser(machine.database, tenantId, guest.userId))?.mail).toBe(address);
    expect(await entitlements(guest.userId)).toEqual(had);
    const visitor = house.visitor();
    const page = await visitor.get(`/myapps?tenant=${tenantId}`);
    const sendCode = await visitor.submit(page, { email: guest.address });
    const enterCode = await visitor.submit(sendCode, {});
    const seen = await visitor.submit(enterCode, { code: await house.newestCode(guest.address) });
    expect(textOf(seen)).not.toContain("My Apps");
  });
});
