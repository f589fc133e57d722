import { recordSignIn } from "../../../domain/audit/record-sign-in.ts";
import { readInvitation } from "../../../domain/redemption/read-invitation.ts";
import { chosenAccount } from "../../../domain/signin/rules/chosen-account.ts";
import { requestOfPurpose } from "../../../domain/signin/rules/sign-in-facts.ts";
import type { SignInRefusal } from "../../../domain/signin/rules/step.ts";
import { circumstancesOf } from "../../shared/request-context.ts";
import { signInErrors } from "../../shared/sign-in-errors.ts";
import type { Html } from "../layout/html.ts";
import { namedInviter } from "../redeem/named-inviter.ts";
import { speakingFrame } from "../sign-up-texts/speaking-frame.ts";
import { type ProblemView, problemPage } from "../views/problem-page.ts";
import type { ProblemKind } from "../views/problem-texts.ts";
import { askingApplication } from "./asking-application.ts";
import type { Journey } from "./journey.ts";

/** Which problem page explains a refusal. */
const problemOfRefusal: Readonly<Record<SignInRefusal, ProblemKind>> = {
  "invitation-expired": "invitation-expired",
  "invitation-revoked": "invitation-revoked",
  "invitation-accepted": "invitation-already-accepted",
  "invitation-unknown": "invitation-unknown",
  "guest-deleted": "guest-deleted",
  "account-disabled": "account-disabled",
  "domain-refused": "domain-refused",
  "login-required": "not-in-organisation",
  "session-unknown": "not-in-organisation",
  "several-accounts": "not-in-organisation",
  "redemption-required": "not-in-organisation",
  "password-expired": "not-in-organisation",
  "consent-required": "admin-consent-required",
  "resource-not-registered": "request-wrong",
  "no-permission-registered": "request-wrong",
  "registration-outdated": "request-wrong",
  "resource-is-itself": "request-wrong",
  "not-a-guest": "not-in-organisation",
  "other-provider": "other-provider",
  "no-way-to-prove": "no-way-to-prove",
  "application-disabled": "application-disabled",
  "not-assigned": "not-assigned",
  "access-blocked": "access-blocked",
  "second-factor-required": "not-in-organisation",
  "second-factor-not-set-up": "not-in-organisation",
  "terms-required": "not-in-organisation",
  "terms-declined": "redemption-declined",
  "admin-consent-required": "admin-consent-required",
  "consent-by-administrators-only": "consent-by-administrators-only",
  "sign-up-domain": "sign-up-domain",
  "sign-up-declined": "redemption-declined",
  "sign-up-not-approved": "redemption-declined",
  "redemption-declined": "redemption-declined",
  "consent-declined": "redemption-declined",
  "device-declined": "redemption-declined",
  "visit-declined": "redemption-declined",
  "visit-not-allowed": "not-in-organisation",
};

/** Shows a person why they cannot go on and what they can do, and writes it to the sign-in log. */
export async function presentRefusal(journey: Journey, code: SignInRefusal): Promise<Html> {
  const { c, machine, situation, frame, path } = journey;
  const error = signInErrors[code];
  const choice = chosenAccount(situation);
  const account = choice.kind === "account" ? choice.account : undefined;
  const person = account?.standing;
  const { purpose } = journey.transaction.facts;
  const application = await askingApplication(journey);
  const named = application && { displayName: application.displayName };
  const request = requestOfPurpose(purpose);

  if (request) {
    await recordSignIn(
      machine.database,
      machine.clock(),
      circumstancesOf(c, { kind: "unknown" }, machine.configuration.behindProxy),
      {
        tenantId: request.tenantId,
        ...(named && { application: { id: request.applicationId, name: named.displayName } }),
        ...(person &&
          person.kind !== "stranger" && {
            user: {
              id: person.user.userId,
              name: person.user.mail ?? person.user.userPrincipalName,
              kind: person.user.kind,
            },
          }),
        ...(account && { identityProvider: account.account.issuer }),
        isInteractive: true,
        errorCode: error.number,
        failureReason: code,
        policies: situation.policyOutcomes,
      },
    );
  }
  return problemPage({
    frame: code === "sign-up-domain" ? speakingFrame(frame, journey.texts, "refused") : frame,
    problem: problemOfRefusal[code],
    application: named,
    address: account?.account.email,
    nextUrl: await nextUrl(journey, code, path),
    ...(await invitationPart(journey)),
    details: {
      code: `AADSTS${error.number}`,
      time: situation.now,
      correlationId: c.get("correlationId"),
      traceId: c.get("requestId"),
      description: error.description,
    },
  });
}

/** Where the problem's one next step leads. */
async function nextUrl(journey: Journey, code: SignInRefusal, path: string): Promise<string | undefined> {
  if (code === "invitation-accepted") return `/myapps?tenant=${journey.tenant?.tenantId ?? ""}`;
  return `${path}/another`;
}

async function invitationPart(
  journey: Journey,
): Promise<Pick<ProblemView, "inviter" | "when" | "address"> | undefined> {
  const { purpose } = journey.transaction.facts;
  if (purpose.kind !== "redeem") return undefined;
  const found = await readInvitation(journey.machine, purpose.tenantId, purpose.invitationId);
  if (!found) return undefined;
  const { inviter, state, expiresAt, acceptedAt, revokedAt } = found.invitation;
  return {
    inviter: namedInviter(inviter),
    when: state === "expired" ? expiresAt : state === "revoked" ? revokedAt : acceptedAt,
  };
}
