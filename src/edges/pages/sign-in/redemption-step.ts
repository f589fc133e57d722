import { type RedeemRefusal, redeemInvitation } from "../../../domain/redemption/redeem-invitation.ts";
import type { SignInRefusal } from "../../../domain/signin/rules/step.ts";
import { recordFacts } from "../../../domain/signin/sign-in-transaction.ts";
import { logOwnSignIn } from "../../shared/log-own-sign-in.ts";
import { circumstancesOf } from "../../shared/request-context.ts";
import { redemptionTarget } from "./conclude-journey.ts";
import type { PostedJourney } from "./journey.ts";
import { showJourney } from "./show-journey.ts";

/** Signed in as somebody else, the person says which of the two they are. */
export async function decideWrongAccount(journey: PostedJourney): Promise<Response> {
  const { c, machine, transaction, form, path } = journey;
  if (form["decision"] === "continue-as-invited") {
    await recordFacts(
      machine,
      transaction,
      ({ accountId: _other, method: _too, codeSentAt: _old, ...facts }) => ({
        ...facts,
        continueAsInvited: true,
      }),
    );
  }
  return c.redirect(path, 303);
}

/** The person accepts or declines to become a guest: the only place where an invitation is redeemed. */
export async function decideRedemption(journey: PostedJourney): Promise<Response> {
  const { c, machine, transaction, step, form, path } = journey;
  const { purpose } = transaction.facts;
  // Accepted meanwhile in another tab, or by a second click: the way on is the same.
  if (step.kind === "refused" && step.code === "invitation-accepted" && form["decision"] === "accept") {
    return c.redirect(await redemptionTarget(journey), 303);
  }
  if (step.kind !== "review-permissions") return showJourney(journey);
  if (form["decision"] !== "accept") {
    await recordFacts(machine, transaction, (facts) => ({ ...facts, declined: "redemption" }));
    await logOwnSignIn(c, machine, transaction, {
      tenantId: step.user.tenantId,
      account: step.account.account,
    });
    return c.redirect(path, 303);
  }
  const { account, provenAddresses } = step.account;
  const { user } = step;
  const actor = {
    kind: "user",
    userId: user.userId,
    displayName: user.displayName,
    email: account.email,
  } as const;
  const redeemed = await redeemInvitation(
    machine,
    circumstancesOf(c, actor, machine.configuration.behindProxy),
    {
      tenantId: user.tenantId,
      userId: user.userId,
      invitationId: purpose.kind === "redeem" ? purpose.invitationId : undefined,
      identity: {
        issuer: account.issuer,
        subject: account.subject,
        providerKind: account.providerKind,
        email: account.email,
      },
      provenAddresses,
    },
  );
  if (!redeemed.ok && redeemed.refusal.code !== "already-accepted") {
    return showJourney({ ...journey, step: { kind: "refused", code: refusalShown[redeemed.refusal.code] } });
  }
  const acceptedAt = machine.clock().toISOString();
  await recordFacts(machine, transaction, (facts) => ({ ...facts, acceptedAt }));
  await logOwnSignIn(c, machine, transaction, { tenantId: user.tenantId, account });
  return c.redirect(path, 303);
}

const refusalShown: Readonly<Record<Exclude<RedeemRefusal, "already-accepted">, SignInRefusal>> = {
  "guest-deleted": "guest-deleted",
  "account-disabled": "account-disabled",
  "invitation-expired": "invitation-expired",
  "invitation-revoked": "invitation-revoked",
  "domain-refused": "domain-refused",
  "address-not-proven": "not-a-guest",
  "identity-taken": "other-provider",
};
