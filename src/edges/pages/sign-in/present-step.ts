import { findOfferedApplication } from "../../../domain/applications/find-application.ts";
import { graphApplicationId } from "../../../domain/applications/rules/graph-permissions.ts";
import { findTenant } from "../../../domain/directory/find-tenant.ts";
import { homeTenantOfIssuer } from "../../../domain/directory/rules/external-identity.ts";
import { codeLifetimeSeconds } from "../../../domain/federation/connectors/email-code/rules/code-attempts.ts";
import { readInvitation } from "../../../domain/redemption/read-invitation.ts";
import type { RequestedPermissions } from "../../../domain/signin/rules/authorization-request.ts";
import type { SessionAccount } from "../../../domain/signin/rules/session-account.ts";
import type { Step } from "../../../domain/signin/rules/step.ts";
import { findTransaction } from "../../../domain/signin/sign-in-transaction.ts";
import { secondsAfter } from "../../../foundation/clock.ts";
import { type EmailAddress, maskEmailAddress } from "../../../foundation/email-address.ts";
import type { FormError, NamedApplication } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { namedInviter } from "../redeem/named-inviter.ts";
import { codePage } from "../views/code-page.ts";
import { confirmDevicePage } from "../views/confirm-device-page.ts";
import { consentPage } from "../views/consent-page.ts";
import { passwordPage } from "../views/password-page.ts";
import type { ShownPermission } from "../views/permission-words.ts";
import { type AccountChoice, pickAccountPage } from "../views/pick-account-page.ts";
import { reviewPermissionsPage } from "../views/review-permissions-page.ts";
import { sendCodePage } from "../views/send-code-page.ts";
import { signInPage } from "../views/sign-in-page.ts";
import { wrongAccountPage } from "../views/wrong-account-page.ts";
import type { Journey } from "./journey.ts";

/** What went wrong with the form just posted, and what was typed into it. */
export interface Attempt {
  readonly error?: FormError;
  readonly email?: string;
  readonly code?: string;
}

/** A further code may be asked for after this long. */
const sendAgainSeconds = 30;

/** Steps that ask a person something; the others lead elsewhere. */
export type AskingStep = Exclude<Step, { readonly kind: "federate" | "done" | "refused" }>;

/** The page of a step. */
export async function presentStep(journey: Journey, step: AskingStep, attempt: Attempt = {}): Promise<Html> {
  const application = await applicationOf(journey);
  const present = pages[step.kind] as (shown: Shown<AskingStep>) => Html | Promise<Html>;
  const form = { frame: journey.frame, csrf: journey.csrf, error: attempt.error };
  return present({ journey, step, attempt, application, form, notYouUrl: `${journey.path}/another` });
}

interface Shown<OneStep> {
  readonly journey: Journey;
  readonly step: OneStep;
  readonly attempt: Attempt;
  readonly application: NamedApplication | undefined;
  /** What every page with a form needs. */
  readonly form: Pick<Journey, "frame" | "csrf"> & { readonly error: FormError | undefined };
  readonly notYouUrl: string;
}

const pages: {
  readonly [Kind in AskingStep["kind"]]: (
    shown: Shown<Extract<AskingStep, { readonly kind: Kind }>>,
  ) => Html | Promise<Html>;
} = {
  identify: ({ journey, step, attempt, application, form }) =>
    signInPage({
      ...form,
      action: `${journey.path}/identify`,
      application,
      email: attempt.email ?? step.address,
    }),

  "pick-account": async ({ journey, application, form }) =>
    pickAccountPage({
      ...form,
      action: `${journey.path}/account`,
      application,
      accounts: await accountChoices(journey),
    }),

  password: async ({ journey, step, application, form, notYouUrl }) =>
    passwordPage({
      ...form,
      action: `${journey.path}/password`,
      address: step.address,
      notYouUrl,
      application,
      askedBy: await askedBy(journey),
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
      validUntil: secondsAfter(step.sentAt, codeLifetimeSeconds),
      notYouUrl,
      sendAgainAction: `${journey.path}/send-code`,
      sendAgainAfterSeconds: Math.max(0, Math.ceil(sendAgainSeconds - secondsSince(journey, step.sentAt))),
      sentAgain: journey.c.req.query("sent") === "again",
      code: attempt.code,
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

  consent: async ({ journey, step, application, form, notYouUrl }) =>
    consentPage({
      ...form,
      action: `${journey.path}/consent`,
      address: addressOf(step.account.account),
      notYouUrl,
      application: application ?? { displayName: "" },
      publisher: await publisherOf(journey),
      permissions: [
        ...openIdScopesOf(journey).map((scope) => ({ scope })),
        ...step.permissions.flatMap(shownPermissions),
      ],
      mayBeForEverybody: step.mayBeForAll,
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

/** Scopes of Graph are explained by the page; those of other applications say themselves what they are. */
function shownPermissions(asked: RequestedPermissions): ShownPermission[] {
  const resource = asked.resourceApplicationId === graphApplicationId ? undefined : asked.resourceName;
  return asked.scopes.map(({ value, displayName, description }) => ({
    scope: value,
    title: displayName,
    description,
    resource,
  }));
}

function secondsSince(journey: Journey, moment: Date): number {
  return (journey.situation.now.getTime() - moment.getTime()) / 1000;
}

function addressOf(account: SessionAccount): string {
  return account.email ?? account.displayName;
}

/** Who only followed a link has not shown yet that the address is theirs. */
function shownAddress(journey: Journey, address: string): string {
  return journey.transaction.facts.purpose.kind === "redeem"
    ? maskEmailAddress(address as EmailAddress)
    : address;
}

/** What the application asks to learn about the person by signing them in. */
function openIdScopesOf({ transaction }: Journey): string[] {
  const { purpose } = transaction.facts;
  const scope = purpose.kind === "authorize" ? purpose.request.answer["scope"] : undefined;
  const asked = typeof scope === "string" ? scope.split(" ") : [];
  return ["openid", "profile", "email", "offline_access"].filter((known) => asked.includes(known));
}

async function applicationOf(journey: Journey): Promise<NamedApplication | undefined> {
  const application = await askingApplication(journey);
  return application && { displayName: application.displayName };
}

/** The organisation that registered the application. */
async function publisherOf(journey: Journey) {
  const application = await askingApplication(journey);
  const tenant = application && (await findTenant(journey.machine.database, application.tenantId));
  return tenant && { displayName: tenant.displayName, domain: tenant.primaryDomain };
}

async function askingApplication({ machine, transaction }: Journey) {
  const { purpose } = transaction.facts;
  if (purpose.kind !== "authorize") return undefined;
  const { tenantId, applicationId } = purpose.request;
  return (await findOfferedApplication(machine.database, tenantId, applicationId))?.application;
}

/** At a person's own organisation: the organisation that sent them there. */
async function askedBy(journey: Journey): Promise<{ readonly displayName: string } | undefined> {
  const { purpose } = journey.transaction.facts;
  if (purpose.kind !== "vouch") return undefined;
  const parent = await findTransaction(journey.machine, purpose.forTransaction, journey.session.sessionId);
  if (typeof parent === "string") return undefined;
  const asking = parent.facts.purpose;
  const tenantId = asking.kind === "authorize" ? asking.request.tenantId : asking.tenantId;
  const tenant = tenantId && (await findTenant(journey.machine.database, tenantId));
  return tenant && tenant.tenantId !== purpose.tenantId ? { displayName: tenant.displayName } : undefined;
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
