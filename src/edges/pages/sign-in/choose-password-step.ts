import { changeOwnPassword, type OwnPasswordRefusal } from "../../../domain/directory/change-own-password.ts";
import { addAccount } from "../../../domain/signin/sessions/browser-session.ts";
import { recordFacts } from "../../../domain/signin/sign-in-transaction.ts";
import { setBrowserCookie } from "../../shared/browser.ts";
import { logOwnSignIn } from "../../shared/log-own-sign-in.ts";
import { circumstancesOf } from "../../shared/request-context.ts";
import { type PlainMessageKey, words } from "../words/words.ts";
import type { PostedJourney } from "./journey.ts";
import { showJourney } from "./show-journey.ts";

/** What to say about a password that does not do; the other refusals are for the next step to see. */
const complaints: { readonly [Code in OwnPasswordRefusal["code"]]?: PlainMessageKey } = {
  "password-too-short": "set-up.error.password-short",
  "password-too-long": "choose-password.too-long",
  "password-contains-name": "choose-password.contains-name",
  "password-unchanged": "choose-password.unchanged",
};

/** Somebody who has just proved a password that is good for one sign-in chooses their own, and goes on with it. */
export async function choosePassword(journey: PostedJourney): Promise<Response> {
  const { c, machine, session, transaction, step, form, path } = journey;
  if (step.kind !== "choose-password") return c.redirect(path, 303);
  const t = words(journey.frame.language);
  const newPassword = form["newPassword"] ?? "";
  if (newPassword !== form["repeatedPassword"])
    return showJourney(journey, { error: { field: "repeatedPassword", text: t("choose-password.differ") } });
  const { tenantId, userId, displayName, mail: email } = step.user;
  const actor = { kind: "user", userId, displayName, email } as const;
  const changed = await changeOwnPassword(
    machine,
    circumstancesOf(c, actor, machine.configuration.behindProxy),
    { tenantId, userId, newPassword },
  );
  if (!changed.ok) {
    const complaint = complaints[changed.refusal.code];
    return complaint
      ? showJourney(journey, { error: { field: "newPassword", text: t(complaint) } })
      : c.redirect(path, 303);
  }
  // Every sign-in made with the old password has ended, this one too: it goes on as one made with the new.
  const { issuer, subject, providerKind, amr } = step.account.account;
  const identity = { issuer, subject, providerKind, email: step.account.account.email };
  const { account, cookie } = await addAccount(machine, session.sessionId, { identity, displayName, amr });
  setBrowserCookie(c, machine, cookie);
  await recordFacts(machine, transaction, (facts) => ({ ...facts, accountId: account.accountId }));
  await logOwnSignIn(c, machine, transaction, { tenantId, account });
  return c.redirect(path, 303);
}
