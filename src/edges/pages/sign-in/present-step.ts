import { findTenant } from "../../../domain/directory/find-tenant.ts";
import { homeTenantOfIssuer } from "../../../domain/directory/rules/external-identity.ts";
import { findProvider } from "../../../domain/federation/find-provider.ts";
import { readInvitation } from "../../../domain/redemption/read-invitation.ts";
import { type EmailAddress, maskEmailAddress } from "../../../foundation/email-address.ts";
import type { ProviderId } from "../../../foundation/identifiers.ts";
import type { NamedApplication } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { namedInviter } from "../redeem/named-inviter.ts";
import { adminConsentPage } from "../views/admin-consent-page.ts";
import { agreeVisitPage } from "../views/agree-visit-page.ts";
import { choosePasswordPage } from "../views/choose-password-page.ts";
import { codePage } from "../views/code-page.ts";
import { confirmArrivalPage } from "../views/confirm-arrival-page.ts";
import { confirmDevicePage } from "../views/confirm-device-page.ts";
import { consentPage } from "../views/consent-page.ts";
import { passwordPage } from "../views/password-page.ts";
import { type AccountChoice, pickAccountPage } from "../views/pick-account-page.ts";
import { providerFailedPage } from "../views/provider-failed-page.ts";
import { reviewPermissionsPage } from "../views/review-permissions-page.ts";
import { sendCodePage } from "../views/send-code-page.ts";
import { throughProviderPage } from "../views/through-provider-page.ts";
import { wrongAccountPage } from "../views/wrong-account-page.ts";
import { askingApplication } from "./asking-application.ts";
import { askingOrganisation } from "./asking-organisation.ts";
import { codeTimes } from "./code-times.ts";
import { addressOf, adminConsentShown, consentShown } from "./consent-shown.ts";
import type { Journey } from "./journey.ts";
import { secondFactorPages } from "./present-second-factor.ts";
import { signUpPages } from "./present-sign-up.ts";
import { presentTerms } from "./present-terms.ts";
import type { AskingStep, Attempt, Shown, StepPages } from "./shown-step.ts";

/** The page of a step. */
export async function presentStep(journey: Journey, step: AskingStep, attempt: Attempt = {}): Promise<Html> {
  const application = await applicationOf(journey);
  const present = pages[step.kind] as (shown: Shown<AskingStep>) => Html | Promise<Html>;
  const form = { frame: journey.frame, csrf: journey.csrf, error: attempt.error };
  return present({ journey, step, attempt, application, form, notYouUrl: `${journey.path}/another` });
}

const pages: StepPages<AskingStep["kind"]> = {
  ...signUpPages,
  ...secondFactorPages,

  "pick-account": async ({ journey, application, form }) =>
    pickAccountPage({
      ...form,
      action: `${journey.path}/account`,
      application,
      accounts: await accountChoices(journey),
    }),

  "confirm-arrival": async ({ journey, step: { arrival }, form, notYouUrl }) =>
    confirmArrivalPage({
      ...form,
      action: `${journey.path}/arrival`,
      address: arrival.identity.email ?? arrival.displayName,
      notYouUrl,
      provider: arrival.provider ? await providerName(journey, arrival.provider.providerId) : "",
    }),

  password: async ({ journey, step, application, form, notYouUrl }) =>
    passwordPage({
      ...form,
      action: `${journey.path}/password`,
      address: step.address,
      notYouUrl,
      application,
      askedBy: await askingOrganisation(journey),
    }),

  "choose-password": ({ journey, step, form, notYouUrl }) =>
    choosePasswordPage({
      ...form,
      action: `${journey.path}/choose-password`,
      address: addressOf(step.account.account),
      notYouUrl,
    }),

  "send-code": ({ journey, step, application, form, notYouUrl }) =>
    sendCodePage({
      ...form,
      action: `${journey.path}/send-code`,
      address: shownAddress(journey, step.address),
      notYouUrl,
      application,
    }),

  "enter-code": ({ journey, step, attempt, form, notYouUrl }) =>
    codePage({
      ...form,
      action: `${journey.path}/code`,
      address: shownAddress(journey, step.address),
      ...codeTimes(journey, step.sentAt),
      notYouUrl,
      sendAgainAction: `${journey.path}/send-code`,
      sentAgain: journey.c.req.query("sent") === "again",
      code: attempt.code,
    }),

  "ask-provider": async ({ journey, step, application, form, notYouUrl }) =>
    throughProviderPage({
      frame: form.frame,
      provider: await providerName(journey, step.providerId),
      address: step.address === "" ? undefined : shownAddress(journey, step.address),
      notYouUrl,
      application,
      continueUrl: `${journey.path}/provider`,
    }),

  "provider-failed": async ({ journey, step, form, notYouUrl }) =>
    providerFailedPage({
      ...form,
      action: `${journey.path}/code-instead`,
      provider: await providerName(journey, step.providerId),
      reason: step.reason,
      tryAgainUrl: `${journey.path}/provider`,
      anotherUrl: notYouUrl,
      mayUseCode: step.mayUseCode,
    }),

  "wrong-account": async ({ journey, step, form }) =>
    wrongAccountPage({
      ...form,
      action: `${journey.path}/wrong-account`,
      invitedAddress: shownAddress(journey, step.invitedAddress),
      signedInAddress: step.signedIn.account.email ?? step.signedIn.account.displayName,
      inviter: await inviterOf(journey),
    }),

  "review-permissions": ({ journey, step, form, notYouUrl }) =>
    reviewPermissionsPage({
      ...form,
      action: `${journey.path}/redemption`,
      address: addressOf(step.account.account),
      notYouUrl,
    }),

  "accept-terms": presentTerms,

  consent: async ({ journey, step, application, form, notYouUrl }) =>
    consentPage({
      ...form,
      action: `${journey.path}/consent`,
      notYouUrl,
      application: application ?? { displayName: "" },
      ...(await consentShown(journey, step)),
    }),

  "admin-consent": async ({ journey, step, application, form, notYouUrl }) =>
    adminConsentPage({
      ...form,
      action: `${journey.path}/admin-consent`,
      notYouUrl,
      application: application ?? { displayName: "" },
      ...(await adminConsentShown(journey, step)),
    }),

  "agree-visit": ({ journey, step, form, notYouUrl }) =>
    agreeVisitPage({
      ...form,
      action: `${journey.path}/visit`,
      address: addressOf(step.account.account),
      notYouUrl,
      visited: step.organisation,
    }),

  "confirm-device": ({ journey, step, application, form, notYouUrl }) =>
    confirmDevicePage({
      ...form,
      action: `${journey.path}/device`,
      address: addressOf(step.account.account),
      notYouUrl,
      application: application ?? { displayName: "" },
      askedFrom: step.device.askedFrom,
      askedAt: new Date(step.device.askedAt),
    }),
};

async function providerName({ machine, tenant }: Journey, providerId: ProviderId): Promise<string> {
  const provider = tenant && (await findProvider(machine.database, tenant.tenantId, providerId));
  return provider?.displayName ?? "";
}

/** Who only followed a link has not shown yet that the address is theirs. */
function shownAddress(journey: Journey, address: string): string {
  return journey.transaction.facts.purpose.kind === "redeem"
    ? maskEmailAddress(address as EmailAddress)
    : address;
}

async function applicationOf(journey: Journey): Promise<NamedApplication | undefined> {
  const { purpose } = journey.transaction.facts;
  if (purpose.kind === "find-home") return { displayName: purpose.request.applicationName };
  const application = await askingApplication(journey);
  return application && { displayName: application.displayName };
}

async function accountChoices(journey: Journey): Promise<AccountChoice[]> {
  return Promise.all(
    journey.situation.accounts.map(async ({ account }) => {
      const homeTenantId = homeTenantOfIssuer(account.issuer);
      const home = homeTenantId && (await findTenant(journey.machine.database, homeTenantId));
      return {
        id: account.accountId,
        address: addressOf(account),
        // Who proved a mailbox is called by its address: once is enough.
        displayName: account.displayName === addressOf(account) ? undefined : account.displayName,
        organisation: home?.displayName,
        signedIn: true,
      };
    }),
  );
}

async function inviterOf(journey: Journey) {
  const { purpose } = journey.transaction.facts;
  if (purpose.kind !== "redeem") return undefined;
  const found = await readInvitation(journey.machine, purpose.tenantId, purpose.invitationId);
  return found && namedInviter(found.invitation.inviter);
}
