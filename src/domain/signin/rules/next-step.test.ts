import { describe, expect, it } from "vitest";
import type {
  ApplicationId,
  InvitationId,
  ServicePrincipalId,
  TenantId,
  UserId,
} from "../../../foundation/identifiers.ts";
import type { User } from "../../directory/rules/user.ts";
import type { AccountStanding, Standing } from "./account-standing.ts";
import type { AuthorizationRequest, RequestedPermissions } from "./authorization-request.ts";
import { nextStep } from "./next-step.ts";
import type { Prompt } from "./prompt.ts";
import type { SignInFacts } from "./sign-in-facts.ts";
import type { ApplicationAccess, Situation } from "./situation.ts";

const now = new Date("2026-03-01T12:00:00Z");
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const contoso = "11111111-0000-4000-8000-000000000000" as TenantId;
const fabrikam = "22222222-0000-4000-8000-000000000000" as TenantId;

const guest: User = {
  tenantId: contoso,
  userId: "33333333-0000-4000-8000-000000000000" as UserId,
  userPrincipalName: "bert_fabrikam.example#EXT#@contoso.guesthouse.internal",
  kind: "guest",
  isExternal: true,
  origin: "invitation",
  redemptionState: "accepted",
  convertedAt: undefined,
  redemptionStateChangedAt: minutesAgo(500),
  displayName: "Bert",
  givenName: undefined,
  surname: undefined,
  mail: "bert@fabrikam.example",
  otherMails: [],
  proxyAddresses: [],
  mailNickname: "bert",
  jobTitle: undefined,
  department: undefined,
  companyName: undefined,
  officeLocation: undefined,
  mobilePhone: undefined,
  businessPhones: [],
  preferredLanguage: undefined,
  usageLocation: undefined,
  streetAddress: undefined,
  city: undefined,
  state: undefined,
  postalCode: undefined,
  country: undefined,
  employeeId: undefined,
  managerId: undefined,
  accountEnabled: true,
  showInAddressList: false,
  passwordChangedAt: undefined,
  mustChangePassword: false,
  sessionsValidFrom: new Date(0),
  invitedByUserId: undefined,
  customValues: {},
  createdAt: minutesAgo(1000),
  deletedAt: undefined,
};

function account(id: string, standing: Standing, authenticatedAt = minutesAgo(60)): AccountStanding {
  return {
    account: {
      accountId: id,
      issuer: `tenant:${fabrikam}`,
      subject: `subject of ${id}`,
      providerKind: "tenant",
      email: `${id}@fabrikam.example`,
      displayName: id,
      amr: ["pwd"],
      provider: undefined,
      authenticatedAt,
      expiresAt: new Date(now.getTime() + 3_600_000),
    },
    standing,
    provenAddresses: [`${id}@fabrikam.example`],
  };
}

const bert = account("bert", { kind: "user", user: guest });
const carl = account("carl", {
  kind: "user",
  user: { ...guest, userId: "44444444-0000-4000-8000-000000000000" as UserId },
});
const stranger = account("zoe", { kind: "stranger" });

const interactive: Prompt = { kind: "interactive", login: false, selectAccount: false, consent: false };

function request(change: Partial<AuthorizationRequest> = {}): AuthorizationRequest {
  return {
    tenantId: contoso,
    applicationId: "55555555-0000-4000-8000-000000000000" as ApplicationId,
    prompt: interactive,
    loginHint: undefined,
    domainHint: undefined,
    maxAgeSeconds: undefined,
    sessionHint: undefined,
    uiLocales: undefined,
    permissions: [],
    correlationId: "77777777-0000-4000-8000-000000000000",
    answer: {},
    ...change,
  };
}

const admitted: ApplicationAccess = {
  applicationEnabled: true,
  isPresent: true,
  assigned: true,
  missingPermissions: [],
  registrationFlaw: undefined,
  consentRight: "for-oneself",
};

function authorizing(change: Partial<Situation> = {}, facts: Partial<SignInFacts> = {}): Situation {
  return {
    facts: {
      purpose: { kind: "authorize", request: request() },
      startedAt: minutesAgo(5).toISOString(),
      ...facts,
    },
    now,
    tenantId: contoso,
    prompt: interactive,
    maxAgeSeconds: undefined,
    provenSince: undefined,
    hintedHome: undefined,
    hintedProvider: undefined,
    expectedAddress: undefined,
    switchedOff: [],
    mayUseCode: false,
    expectedHome: undefined,
    expectedMethod: undefined,
    accounts: [],
    invitation: undefined,
    signUp: undefined,
    isOwnAddressHeld: false,
    signUpRequest: undefined,
    access: admitted,
    adminConsent: undefined,
    visit: undefined,
    demand: undefined,
    policyOutcomes: [],
    secondFactor: undefined,
    ...change,
  };
}

function redeeming(change: Partial<Situation> = {}, facts: Partial<SignInFacts> = {}): Situation {
  const purpose = {
    kind: "redeem",
    tenantId: contoso,
    invitationId: "88888888-0000-4000-8000-000000000000" as InvitationId,
  } as const;
  return authorizing(
    {
      access: undefined,
      expectedAddress: "bert@fabrikam.example",
      expectedMethod: { kind: "tenant", homeTenantId: fabrikam, address: "bert@fabrikam.example" },
      invitation: { userId: guest.userId, problem: undefined },
      ...change,
    },
    { purpose, ...facts },
  );
}

describe("signing in to an application", () => {
  it("asks who it is when nobody is signed in", () => {
    expect(nextStep(authorizing())).toEqual({ kind: "identify", address: undefined, reason: "nobody-known" });
  });

  it("sends people of the hinted organisation there without asking for an address", () => {
    expect(nextStep(authorizing({ hintedHome: fabrikam }))).toEqual({
      kind: "federate",
      homeTenantId: fabrikam,
      address: "",
    });
    expect(nextStep(authorizing({ hintedHome: contoso }))).toMatchObject({ kind: "identify" });
  });

  it("answers at once for the one account that belongs to the tenant", () => {
    expect(nextStep(authorizing({ accounts: [bert] }))).toMatchObject({ kind: "done", account: bert });
  });

  it("lets the person pick among several accounts", () => {
    expect(nextStep(authorizing({ accounts: [bert, carl] }))).toEqual({
      kind: "pick-account",
      reason: "several-accounts",
    });
  });

  it("offers another account to somebody whose accounts do not belong to the tenant", () => {
    expect(nextStep(authorizing({ accounts: [stranger] }))).toEqual({
      kind: "pick-account",
      reason: "none-belongs-here",
    });
  });

  it("refuses a stranger who insists", () => {
    expect(nextStep(authorizing({ accounts: [stranger] }, { accountId: "zoe" }))).toEqual({
      kind: "refused",
      code: "not-a-guest",
    });
  });

  it("refuses an address that was accepted through another provider", () => {
    const other = account("bert", { kind: "other-provider", user: guest });
    expect(nextStep(authorizing({ accounts: [other] }, { accountId: "bert" }))).toEqual({
      kind: "refused",
      code: "other-provider",
    });
  });

  it("takes a pending guest through redemption on the way", () => {
    const pending = account("bert", {
      kind: "pending-guest",
      isDomainOpen: true,
      user: { ...guest, redemptionState: "pending" },
    });
    expect(nextStep(authorizing({ accounts: [pending] }))).toMatchObject({
      kind: "review-permissions",
      account: pending,
    });
  });

  it("refuses a disabled guest", () => {
    const disabled = account("bert", { kind: "user", user: { ...guest, accountEnabled: false } });
    expect(nextStep(authorizing({ accounts: [disabled] }))).toEqual({
      kind: "refused",
      code: "account-disabled",
    });
  });

  it("refuses a person who is not assigned", () => {
    const access = { ...admitted, assigned: false };
    expect(nextStep(authorizing({ accounts: [bert], access }))).toEqual({
      kind: "refused",
      code: "not-assigned",
    });
  });

  it("has somebody prove themselves again after their sessions were revoked", () => {
    const revoked = account("bert", { kind: "user", user: { ...guest, sessionsValidFrom: minutesAgo(10) } });
    expect(nextStep(authorizing({ accounts: [revoked] }))).toEqual({
      kind: "federate",
      homeTenantId: fabrikam,
      address: "bert@fabrikam.example",
    });
  });

  it("has somebody prove themselves again when the proof is older than max_age", () => {
    expect(nextStep(authorizing({ accounts: [bert], maxAgeSeconds: 600 }))).toMatchObject({
      kind: "federate",
    });
    expect(nextStep(authorizing({ accounts: [bert], maxAgeSeconds: 7200 }))).toMatchObject({ kind: "done" });
  });

  it("counts a proof made on this very journey as fresh, even for max_age=0", () => {
    const fresh = account("bert", { kind: "user", user: guest }, minutesAgo(1));
    expect(
      nextStep(authorizing({ accounts: [fresh], maxAgeSeconds: 0 }, { accountId: "bert" })),
    ).toMatchObject({ kind: "done" });
  });
});

describe("prompt", () => {
  const silent = (change: Partial<Situation>) =>
    nextStep(authorizing({ prompt: { kind: "none" }, ...change }));

  it("none never shows a page", () => {
    expect(silent({})).toEqual({ kind: "refused", code: "login-required" });
    expect(silent({ accounts: [stranger] })).toEqual({ kind: "refused", code: "login-required" });
    expect(silent({ accounts: [bert, carl] })).toEqual({ kind: "refused", code: "several-accounts" });
    const pending = account("bert", { kind: "pending-guest", user: guest, isDomainOpen: true });
    expect(silent({ accounts: [pending] })).toEqual({ kind: "refused", code: "redemption-required" });
  });

  it("none with a hint answers for the account hinted at", () => {
    expect(silent({ accounts: [bert, carl], expectedAddress: "CARL@fabrikam.example" })).toMatchObject({
      kind: "done",
      account: carl,
    });
  });

  it("none with the sid of a sign-in that is over, or of another browser, says so", () => {
    const purpose = { kind: "authorize", request: request({ sessionHint: "gone" }) } as const;
    const asking = (accounts: AccountStanding[]) =>
      nextStep(authorizing({ prompt: { kind: "none" }, accounts }, { purpose }));
    expect(asking([])).toEqual({ kind: "refused", code: "session-unknown" });
    expect(asking([stranger])).toEqual({ kind: "refused", code: "login-required" });
  });

  it("login asks even the person who is signed in", () => {
    const login: Prompt = { ...interactive, login: true };
    expect(nextStep(authorizing({ accounts: [bert], prompt: login }))).toEqual({
      kind: "identify",
      address: "bert@fabrikam.example",
      reason: "must-prove-again",
    });
    expect(nextStep(authorizing({ accounts: [bert], prompt: login }, { accountId: "bert" }))).toMatchObject({
      kind: "federate",
    });
    const fresh = account("bert", { kind: "user", user: guest }, minutesAgo(1));
    expect(nextStep(authorizing({ accounts: [fresh], prompt: login }, { accountId: "bert" }))).toMatchObject({
      kind: "done",
    });
  });

  it("select_account shows the picker even for one account", () => {
    const prompt: Prompt = { ...interactive, selectAccount: true };
    expect(nextStep(authorizing({ accounts: [bert], prompt }))).toEqual({
      kind: "pick-account",
      reason: "asked-to-pick",
    });
  });

  it("consent asks once on the journey, although everything was granted before", () => {
    const prompt: Prompt = { ...interactive, consent: true };
    expect(nextStep(authorizing({ accounts: [bert], prompt }))).toMatchObject({ kind: "consent" });
    expect(
      nextStep(authorizing({ accounts: [bert], prompt }, { consentedAt: now.toISOString() })),
    ).toMatchObject({ kind: "done" });
  });
});

describe("consent", () => {
  const asking = (consentBy: "user" | "admin"): RequestedPermissions => ({
    resourceId: "66666666-0000-4000-8000-000000000000" as ServicePrincipalId,
    resourceApplicationId: "88888888-0000-4000-8000-000000000000" as ApplicationId,
    resourceName: "Orders",
    asked: "by-name",
    scopes: [{ value: "Read", displayName: "Read", description: "", consentBy }],
  });
  const stepFor = (access: Partial<ApplicationAccess>, change: Partial<Situation> = {}) =>
    nextStep(authorizing({ accounts: [bert], access: { ...admitted, ...access }, ...change }));
  const byUser = [asking("user")];
  const byAdmin = [asking("admin")];

  it("is asked of the person for themselves, and of an administrator for everybody if they like", () => {
    expect(stepFor({ missingPermissions: byUser })).toMatchObject({
      kind: "consent",
      permissions: byUser,
      mayBeForAll: false,
    });
    expect(stepFor({ missingPermissions: byAdmin, consentRight: "for-everybody" })).toMatchObject({
      kind: "consent",
      permissions: byAdmin,
      mayBeForAll: true,
    });
  });

  it.each([
    ["something only administrators give away", "admin-consent-required", { missingPermissions: byAdmin }],
    [
      "a tenant whose people may not consent",
      "consent-by-administrators-only",
      { missingPermissions: byUser, consentRight: "not-at-all" },
    ],
    [
      "another tenant's application where people may not consent",
      "consent-by-administrators-only",
      { isPresent: false, consentRight: "not-at-all" },
    ],
  ] as const)("stops an ordinary person at %s", (_name, code, access) => {
    expect(stepFor(access)).toEqual({ kind: "refused", code });
  });

  it("does not let prompt=consent hand an ordinary person what an administrator gave everybody", () => {
    const purpose = { kind: "authorize", request: request({ permissions: byAdmin }) } as const;
    const prompt: Prompt = { ...interactive, consent: true };
    expect(nextStep(authorizing({ accounts: [bert], prompt }, { purpose }))).toEqual({
      kind: "refused",
      code: "admin-consent-required",
    });
  });

  it("is asked about another tenant's application that wants nothing but to sign people in", () => {
    expect(stepFor({ isPresent: false })).toMatchObject({ kind: "consent", permissions: [] });
  });

  it("is never asked silently", () => {
    const prompt: Prompt = { kind: "none" };
    expect(stepFor({ missingPermissions: byAdmin }, { prompt })).toEqual({
      kind: "refused",
      code: "consent-required",
    });
  });

  it("cannot be asked about a resource that the registration does not name", () => {
    for (const code of ["resource-not-registered", "registration-outdated"] as const)
      expect(stepFor({ registrationFlaw: code })).toEqual({ kind: "refused", code });
  });
});

describe("accepting an invitation", () => {
  it("sends the invited person to their home tenant", () => {
    expect(nextStep(redeeming())).toEqual({
      kind: "federate",
      homeTenantId: fabrikam,
      address: "bert@fabrikam.example",
    });
  });

  it("shows both addresses to somebody signed in as somebody else", () => {
    expect(nextStep(redeeming({ accounts: [stranger] }))).toEqual({
      kind: "wrong-account",
      signedIn: stranger,
      invitedAddress: "bert@fabrikam.example",
    });
  });

  it("goes on as the invited person only after they said so", () => {
    expect(nextStep(redeeming({ accounts: [stranger] }, { continueAsInvited: true }))).toMatchObject({
      kind: "federate",
    });
  });

  it("never takes another guest's account for the invited one", () => {
    expect(nextStep(redeeming({ accounts: [carl] }, { accountId: "carl" }))).toMatchObject({
      kind: "wrong-account",
    });
  });

  it("asks the invited person to review before anything is accepted", () => {
    const pending = account("bert", { kind: "pending-guest", user: guest, isDomainOpen: true });
    expect(nextStep(redeeming({ accounts: [pending] }))).toMatchObject({ kind: "review-permissions" });
  });

  it.each(["invitation-expired", "invitation-revoked", "guest-deleted", "account-disabled"] as const)(
    "stops at %s whoever is signed in",
    (problem) => {
      const pending = account("bert", { kind: "pending-guest", user: guest, isDomainOpen: true });
      const invitation = { userId: guest.userId, problem };
      expect(nextStep(redeeming({ accounts: [pending], invitation }))).toEqual({
        kind: "refused",
        code: problem,
      });
    },
  );
});

describe("somebody who has to choose a new password", () => {
  const dora = account(
    "dora",
    { kind: "user", user: { ...guest, kind: "member", isExternal: false, mustChangePassword: true } },
    minutesAgo(1),
  );
  const long = { ...dora, account: { ...dora.account, authenticatedAt: minutesAgo(60) } };

  it("does so after the proof of the old one, before anything else", () => {
    expect(nextStep(authorizing({ accounts: [dora] }))).toMatchObject({ kind: "choose-password" });
    const vouch = { kind: "vouch", tenantId: contoso, address: "", forTransaction: "x" as never } as const;
    const vouching = authorizing({ accounts: [dora] }, { purpose: vouch, accountId: "dora" });
    expect(nextStep(vouching)).toMatchObject({ kind: "choose-password" });
    const visit = { kind: "visit", tenantId: contoso, path: "/myapps" } as const;
    expect(nextStep(authorizing({ accounts: [dora] }, { purpose: visit }))).toMatchObject({
      kind: "choose-password",
    });
  });

  it("proves the old one anew where the proof is of an earlier journey", () => {
    expect(nextStep(authorizing({ accounts: [long] }))).toEqual({
      kind: "password",
      address: "dora@fabrikam.example",
    });
  });

  it("is no answer to a silent request", () => {
    expect(nextStep(authorizing({ accounts: [dora], prompt: { kind: "none" } }))).toEqual({
      kind: "refused",
      code: "password-expired",
    });
  });

  it("does not come in where the account is disabled", () => {
    const user = { ...guest, isExternal: false, mustChangePassword: true, accountEnabled: false };
    const off = account("dora", { kind: "user", user }, minutesAgo(1));
    expect(nextStep(authorizing({ accounts: [off] }))).toEqual({ kind: "refused", code: "account-disabled" });
  });
});
