import type { User } from "../../directory/rules/user.ts";
import type { AccountStanding } from "./account-standing.ts";
import type { AdminConsentRequest } from "./admin-consent-request.ts";
import type { RequestedPermissions } from "./authorization-request.ts";
import { chosenAccount, fitsInvitation } from "./chosen-account.ts";
import { demandStep } from "./demand-step.ts";
import { homeStep } from "./home-step.ts";
import { passwordStep } from "./password-step.ts";
import type { ApplicationAccess, Situation } from "./situation.ts";
import type { SignInRefusal, Step } from "./step.ts";
import { strangerStep } from "./stranger-step.ts";
import { visitStep } from "./visit-step.ts";

/**
 * The dispatcher's one decision. Identify, prove, redeem and consent never link to each other: each records a fact,
 * and this function says what comes next. `prompt=none` asks it too and gets a refusal instead of a page.
 */
export function nextStep(situation: Situation): Step {
  const { facts } = situation;
  if (facts.declined === "redemption") return refused("redemption-declined");
  if (facts.declined === "consent") return refused("consent-declined");
  if (facts.declined === "terms") return refused("terms-declined");
  if (facts.declined === "device") return refused("device-declined");
  if (facts.declined === "visit") return refused("visit-declined");
  if (facts.isDisabledAtHome) return refused("account-disabled");
  if (situation.visit?.isAllowed === false) return refused("visit-not-allowed");
  if (facts.declined === "sign-up") return refused("sign-up-declined");
  if (facts.declined === "waiting") return refused("sign-up-not-approved");
  const asking = situation.access ?? situation.adminConsent;
  if (asking && !asking.applicationEnabled) return refused("application-disabled");
  const problem = situation.invitation?.problem;
  // Whoever has just accepted on this very journey goes on with it.
  const isOwnAcceptance = problem === "invitation-accepted" && facts.acceptedAt !== undefined;
  if (problem !== undefined && !isOwnAcceptance) return refused(problem);

  if (facts.purpose.kind === "find-home") return homeStep(situation);
  const choice = chosenAccount(situation);
  if (choice.kind === "step") return choice.step;
  const { account } = choice;
  const change = passwordStep(situation, account);
  if (change) return change;
  if (facts.purpose.kind === "vouch") return stepForVouching(account);
  if (facts.purpose.kind === "vouch-abroad") return visitStep(situation, facts.purpose, account);
  if (situation.tenantId === undefined) return { kind: "done", account, user: undefined };
  return stepInTenant(situation, account);
}

function stepForVouching(account: AccountStanding): Step {
  const { standing } = account;
  if (standing.kind !== "user") return refused("not-a-guest");
  return standing.user.accountEnabled
    ? { kind: "done", account, user: standing.user }
    : refused("account-disabled");
}

function stepInTenant(situation: Situation, account: AccountStanding): Step {
  const { standing } = account;
  if (situation.facts.purpose.kind === "redeem" && !fitsInvitation(situation, account)) {
    return { kind: "wrong-account", signedIn: account, invitedAddress: situation.expectedAddress ?? "" };
  }
  switch (standing.kind) {
    case "stranger":
      return strangerStep(situation, account);
    case "other-provider":
      return refused("other-provider");
    case "pending-guest":
      if (!standing.user.accountEnabled) return refused("account-disabled");
      if (!standing.isDomainOpen) return refused("domain-refused");
      if (situation.prompt.kind === "none") return refused("redemption-required");
      return { kind: "review-permissions", account, user: standing.user };
    case "user":
      if (!standing.user.accountEnabled) return refused("account-disabled");
      return stepForUser(situation, account, standing.user);
  }
}

function stepForUser(situation: Situation, account: AccountStanding, user: User): Step {
  const { access, prompt, facts } = situation;
  if (access && !access.assigned) return refused("not-assigned");
  const demanded = demandStep(situation, account, user);
  if (demanded) return demanded;
  if (facts.purpose.kind === "admin-consent")
    return stepForAdministrator(situation, account, user, facts.purpose.request);
  if (!access) return { kind: "done", account, user };
  if (access.registrationFlaw) return refused(access.registrationFlaw);
  const permissions = permissionsToConsentTo(situation, access);
  if (!permissions) return stepAfterConsent(situation, account, user);
  if (prompt.kind === "none") return refused("consent-required");
  if (access.consentRight === "not-at-all") return refused("consent-by-administrators-only");
  const mayBeForAll = access.consentRight === "for-everybody";
  const needsAdministrator = permissions.some((asked) =>
    asked.scopes.some((scope) => scope.consentBy === "admin"),
  );
  return needsAdministrator && !mayBeForAll
    ? refused("admin-consent-required")
    : { kind: "consent", account, user, permissions, mayBeForAll };
}

function stepForAdministrator(
  { facts, adminConsent }: Situation,
  account: AccountStanding,
  user: User,
  request: AdminConsentRequest,
): Step {
  if (adminConsent?.consentRight !== "for-everybody") return refused("admin-consent-required");
  return facts.consentedAt
    ? { kind: "done", account, user }
    : { kind: "admin-consent", account, user, request };
}

/** Undefined: nobody has to be asked. An application that comes into the tenant is asked about even if it wants nothing. */
function permissionsToConsentTo(
  { facts, prompt }: Situation,
  access: ApplicationAccess,
): readonly RequestedPermissions[] | undefined {
  if (facts.purpose.kind !== "authorize") return undefined;
  const isAskedAnew = prompt.kind === "interactive" && prompt.consent && !facts.consentedAt;
  if (isAskedAnew) return facts.purpose.request.permissions;
  return access.missingPermissions.length > 0 || !access.isPresent ? access.missingPermissions : undefined;
}

/** RFC 8628 section 5.4: whoever typed a code that somebody sent them must still be able to say no. */
function stepAfterConsent({ facts }: Situation, account: AccountStanding, user: User): Step {
  const device = facts.purpose.kind === "authorize" ? facts.purpose.request.device : undefined;
  return device && !facts.deviceConfirmedAt
    ? { kind: "confirm-device", account, user, device }
    : { kind: "done", account, user };
}

function refused(code: SignInRefusal): Step {
  return { kind: "refused", code };
}
