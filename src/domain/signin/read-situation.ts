import { emailDomain, normalizeEmailAddress, parseEmailAddress } from "../../foundation/email-address.ts";
import type { ProviderId, TenantId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { findTenantOwningDomain } from "../directory/find-tenant.ts";
import { findUsersHoldingAddress } from "../directory/find-user.ts";
import { homeTenantOfIssuer } from "../directory/rules/external-identity.ts";
import { listSwitchedOff } from "../federation/find-provider.ts";
import { type InvitationStanding, readInvitation } from "../redemption/read-invitation.ts";
import { provenOwnAddress } from "../signup/rules/sign-up-facts.ts";
import { readVisitStanding } from "../visits/read-visit-standing.ts";
import { findMethod, mayUseCodeInstead } from "./find-method.ts";
import { readAccess, readAdminConsentStanding } from "./read-access.ts";
import { readDemand } from "./read-demand.ts";
import { readDomainHint } from "./read-domain-hint.ts";
import { readSecondFactor } from "./read-second-factor.ts";
import { readSignUpOffer } from "./read-sign-up-offer.ts";
import { readSignUpRequest } from "./read-sign-up-request.ts";
import { readStanding } from "./read-standing.ts";
import type { AuthorizationRequest } from "./rules/authorization-request.ts";
import { chosenAccount } from "./rules/chosen-account.ts";
import type { BrowserSession, SessionAccount } from "./rules/session-account.ts";
import { type Purpose, type SignInFacts, tenantOfPurpose } from "./rules/sign-in-facts.ts";
import type { Situation } from "./rules/situation.ts";

/** Reads what the next step of a journey depends on. */
export async function readSituation(
  machine: Machine,
  facts: SignInFacts,
  session: BrowserSession | undefined,
): Promise<Situation> {
  const tenantId = tenantOfPurpose(facts.purpose);
  const invitation =
    facts.purpose.kind === "redeem"
      ? await readInvitation(machine, facts.purpose.tenantId, facts.purpose.invitationId)
      : undefined;
  const request = facts.purpose.kind === "authorize" ? facts.purpose.request : undefined;
  const asked = facts.purpose.kind === "find-home" ? facts.purpose.request : request;
  const standings = await Promise.all(
    accountsAsked(session, facts.purpose, asked).map((account) => readStanding(machine, account, tenantId)),
  );
  const expectedAddress = addressExpected(facts, invitation);
  const switchedOff = tenantId === undefined ? [] : await listSwitchedOff(machine.database, tenantId);
  const situation: Situation = {
    facts,
    now: machine.clock(),
    tenantId,
    prompt: asked?.prompt ?? {
      kind: "interactive",
      login: facts.purpose.kind === "vouch-abroad" && facts.purpose.visit.mustProveAgain,
      selectAccount: false,
      consent: false,
    },
    maxAgeSeconds: request?.maxAgeSeconds,
    provenSince: request?.provenSince === undefined ? undefined : new Date(request.provenSince),
    ...(await readDomainHint(machine, tenantId, asked?.domainHint)),
    expectedAddress,
    expectedHome:
      facts.purpose.kind === "find-home" && expectedAddress !== undefined
        ? await homeOfAddress(machine, expectedAddress)
        : undefined,
    expectedMethod:
      expectedAddress !== undefined && facts.method === undefined && facts.accountId === undefined
        ? await findMethod(machine, tenantId, expectedAddress, facts.purpose.kind === "redeem")
        : undefined,
    accounts: standings.filter((standing) => standing !== undefined),
    switchedOff,
    mayUseCode: await mayUseCode(machine, tenantId, facts, { expectedAddress, switchedOff }),
    invitation:
      facts.purpose.kind === "redeem"
        ? (invitation ?? { userId: "", problem: "invitation-unknown" })
        : undefined,
    signUp: request && (await readSignUpOffer(machine, request)),
    isOwnAddressHeld: await isOwnAddressHeld(machine, tenantId, facts),
    signUpRequest: undefined,
    access: undefined,
    adminConsent: undefined,
    visit: undefined,
    demand: undefined,
    policyOutcomes: [],
    secondFactor: undefined,
  };
  return { ...situation, ...(await readAsking(machine, situation, session)) };
}

type AskingPart =
  | "access"
  | "adminConsent"
  | "visit"
  | "signUpRequest"
  | "demand"
  | "policyOutcomes"
  | "secondFactor";

/** How the user that the journey is about stands to the application that asks. */
async function readAsking(
  machine: Machine,
  situation: Situation,
  session: BrowserSession | undefined,
): Promise<Partial<Pick<Situation, AskingPart>>> {
  const { purpose } = situation.facts;
  const choice = chosenAccount(situation);
  const account = choice.kind === "account" ? choice.account : undefined;
  const user = account?.standing.kind === "user" ? account.standing.user : undefined;
  const secondFactor = account && session && (await readSecondFactor(machine, session, account));
  const decision = account && session && (await readDemand(machine, purpose, session, account, secondFactor));
  const asked = { demand: decision?.demand, policyOutcomes: decision?.outcomes ?? [], secondFactor };
  switch (purpose.kind) {
    case "authorize":
      return {
        ...asked,
        access: await readAccess(machine, purpose.request, user),
        signUpRequest: await readSignUpRequest(machine, situation.signUp, choice),
      };
    case "admin-consent":
      return {
        ...asked,
        adminConsent: await readAdminConsentStanding(machine, purpose.request, user),
      };
    case "vouch-abroad": {
      const { tenantId, visit } = purpose;
      return { visit: await readVisitStanding(machine, tenantId, user?.userId, visit.organisation) };
    }
    default:
      return asked;
  }
}

/** Looked up only once the address is proved, so that nobody learns who has which address. */
async function isOwnAddressHeld(
  { database }: Machine,
  tenantId: TenantId | undefined,
  { signUp }: SignInFacts,
): Promise<boolean> {
  const address = parseEmailAddress((signUp && provenOwnAddress(signUp)) ?? "");
  if (!address || tenantId === undefined) return false;
  return (await findUsersHoldingAddress(database, tenantId, normalizeEmailAddress(address))).length > 0;
}

/** Looked up only where a provider has failed, or is switched off. */
async function mayUseCode(
  machine: Machine,
  tenantId: TenantId | undefined,
  { providerFailure, method }: SignInFacts,
  known: { readonly expectedAddress: string | undefined; readonly switchedOff: readonly ProviderId[] },
): Promise<boolean> {
  const address = method?.address ?? known.expectedAddress;
  const isOff = method?.kind === "provider" && known.switchedOff.includes(method.providerId);
  if (!(providerFailure || isOff) || tenantId === undefined || address === undefined) return false;
  // Their organisation has just said that they are not to come in.
  if (providerFailure?.reason === "account-disabled") return false;
  return mayUseCodeInstead(machine, tenantId, address);
}

/** With a `sid` hint only the very account it names may answer silently. */
function accountsAsked(
  session: BrowserSession | undefined,
  purpose: Purpose,
  request: Pick<AuthorizationRequest, "prompt" | "sessionHint"> | undefined,
): readonly SessionAccount[] {
  if (!session) return [];
  const hint = request?.prompt.kind === "none" ? request.sessionHint : undefined;
  return session.accounts.filter(
    ({ accountId, issuer }) =>
      (hint === undefined || accountId === hint) &&
      // Whoever has no home here cannot be meant where a home is looked for.
      (purpose.kind !== "find-home" || homeTenantOfIssuer(issuer) !== undefined) &&
      // A tenant tells organisations elsewhere about its own people only.
      (purpose.kind !== "vouch-abroad" || homeTenantOfIssuer(issuer) === purpose.tenantId),
  );
}

async function homeOfAddress(machine: Machine, address: string): Promise<TenantId | undefined> {
  const parsed = parseEmailAddress(address);
  return parsed && (await findTenantOwningDomain(machine.database, emailDomain(parsed)))?.tenantId;
}

function addressExpected(facts: SignInFacts, invitation: InvitationStanding | undefined): string | undefined {
  if (facts.useAnother) return undefined;
  switch (facts.purpose.kind) {
    case "authorize":
    case "find-home":
    case "admin-consent":
      return parseEmailAddress(facts.purpose.request.loginHint ?? "");
    case "redeem":
      return invitation?.email;
    case "vouch":
      return facts.purpose.address === "" ? undefined : facts.purpose.address;
    case "vouch-abroad":
      return parseEmailAddress(facts.purpose.visit.loginHint ?? "");
    case "visit":
    case "arrive":
      return undefined;
  }
}
