import { describe, expect, it } from "vitest";
import type { TenantId } from "../../../foundation/identifiers.ts";
import type { AccountStanding } from "./account-standing.ts";
import { homeStep } from "./home-step.ts";
import type { Prompt } from "./prompt.ts";
import type { SignInFacts } from "./sign-in-facts.ts";
import type { Situation } from "./situation.ts";

const now = new Date("2026-03-01T12:00:00Z");
const contoso = "11111111-0000-4000-8000-000000000000" as TenantId;
const fabrikam = "22222222-0000-4000-8000-000000000000" as TenantId;
const interactive: Prompt = { kind: "interactive", login: false, selectAccount: false, consent: false };
const silent: Prompt = { kind: "none" };

function account(id: string, home: TenantId): AccountStanding {
  return {
    account: {
      accountId: id,
      issuer: `tenant:${home}`,
      subject: id,
      providerKind: "tenant",
      provider: undefined,
      email: `${id}@home.example`,
      displayName: id,
      amr: ["pwd"],
      authenticatedAt: now,
      expiresAt: now,
    },
    standing: { kind: "stranger" },
    provenAddresses: [],
  };
}

const mia = account("mia", contoso);
const bert = account("bert", fabrikam);

function situation(change: Partial<Situation> = {}, facts: Partial<SignInFacts> = {}): Situation {
  return {
    facts: {
      purpose: {
        kind: "find-home",
        request: {
          alias: "organizations",
          applicationName: "Board",
          prompt: interactive,
          loginHint: undefined,
          domainHint: undefined,
          sessionHint: undefined,
          uiLocales: undefined,
          redirectUri: undefined,
          resume: { kind: "authorization", parameters: {} },
        },
      },
      startedAt: now.toISOString(),
      ...facts,
    },
    now,
    tenantId: undefined,
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
    access: undefined,
    adminConsent: undefined,
    visit: undefined,
    demand: undefined,
    policyOutcomes: [],
    secondFactor: undefined,
    ...change,
  };
}

const selecting: Prompt = { ...interactive, selectAccount: true };
const hint = { expectedAddress: "zoe@fabrikam.example", expectedHome: fabrikam };

describe("the home of a request that named no tenant", () => {
  it.each<[string, Situation, object]>([
    [
      "is where the only account is at home",
      situation({ accounts: [mia] }),
      { kind: "go-home", tenantId: contoso },
    ],
    [
      "is that of the address hinted",
      situation({ accounts: [mia], ...hint }),
      { kind: "go-home", tenantId: fabrikam },
    ],
    [
      "is that of the domain hinted, before that of the address",
      situation({ hintedHome: contoso, ...hint }),
      { kind: "go-home", tenantId: contoso, address: "zoe@fabrikam.example" },
    ],
    [
      "is that of the address typed, before any hint",
      situation(hint, { home: { tenantId: contoso, address: "x@contoso.example" } }),
      { kind: "go-home", tenantId: contoso, address: "x@contoso.example" },
    ],
    [
      "is that of the account picked",
      situation({ prompt: selecting, accounts: [mia, bert] }, { accountId: "bert" }),
      { kind: "go-home", tenantId: fabrikam, address: "bert@home.example" },
    ],
    ["is asked for when nobody is signed in", situation(), { kind: "identify", address: undefined }],
    [
      "is asked for when somebody else is meant",
      situation({ accounts: [mia] }, { useAnother: true }),
      { kind: "identify" },
    ],
    [
      "is asked for when the address hinted is of nobody here",
      situation({ expectedAddress: "otto@elsewhere.example" }),
      { kind: "identify", address: "otto@elsewhere.example" },
    ],
    [
      "is picked among several accounts",
      situation({ accounts: [mia, bert] }),
      { kind: "pick-account", reason: "several-accounts" },
    ],
    [
      "is picked when that is asked for",
      situation({ prompt: selecting, accounts: [mia] }),
      { kind: "pick-account", reason: "asked-to-pick" },
    ],
    [
      "is not found silently without an account",
      situation({ prompt: silent }),
      { kind: "refused", code: "login-required" },
    ],
    [
      "is not found silently among several",
      situation({ prompt: silent, accounts: [mia, bert] }),
      { kind: "refused", code: "several-accounts" },
    ],
    [
      "is not found silently for an address of nobody here",
      situation({ prompt: silent, accounts: [mia], expectedAddress: "otto@elsewhere.example" }),
      { kind: "refused", code: "login-required" },
    ],
  ])("%s", (_, given, step) => {
    expect(homeStep(given)).toMatchObject(step);
  });
});
