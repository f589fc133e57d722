import { provePassword } from "../../../domain/signin/prove-password.ts";
import { addAccount } from "../../../domain/signin/sessions/browser-session.ts";
import { recordFacts } from "../../../domain/signin/sign-in-transaction.ts";
import { setBrowserCookie } from "../../shared/browser.ts";
import { logOwnSignIn } from "../../shared/log-own-sign-in.ts";
import { circumstancesOf } from "../../shared/request-context.ts";
import { words } from "../words/words.ts";
import type { PostedJourney } from "./journey.ts";
import { showJourney } from "./show-journey.ts";

/** Somebody proves who they are by the password of their own tenant. */
export async function enterPassword(journey: PostedJourney): Promise<Response> {
  const { c, machine, session, transaction, step, form, path, tenant } = journey;
  if (step.kind !== "password" || !tenant) return c.redirect(path, 303);
  const t = words(journey.frame.language);
  const circumstances = circumstancesOf(c, { kind: "unknown" }, machine.configuration.behindProxy);
  const proved = await provePassword(machine, circumstances, {
    tenantId: tenant.tenantId,
    address: step.address,
    password: form["password"] ?? "",
  });
  if (!proved.ok) {
    const { refusal } = proved;
    const text =
      refusal.code === "too-many-tries"
        ? t("password.too-many-tries", { minutes: Math.ceil(refusal.retryAfterSeconds / 60) })
        : refusal.code === "account-disabled"
          ? t("password.account-disabled")
          : t("password.wrong");
    return showJourney(journey, { error: { field: "password", text } });
  }
  const { account, cookie } = await addAccount(machine, session.sessionId, proved.value);
  setBrowserCookie(c, machine, cookie);
  await recordFacts(machine, transaction, ({ method: _proved, useAnother: _over, ...facts }) => ({
    ...facts,
    accountId: account.accountId,
  }));
  await logOwnSignIn(c, machine, transaction, { tenantId: tenant.tenantId, account });
  return c.redirect(path, 303);
}
