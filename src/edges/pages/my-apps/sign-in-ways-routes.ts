import { type Context, Hono } from "hono";
import type { Circumstances } from "../../../domain/audit/circumstances.ts";
import { beginEnrolment, findEnrolment } from "../../../domain/second-factor/begin-enrolment.ts";
import { confirmEnrolment } from "../../../domain/second-factor/confirm-enrolment.ts";
import { findAuthenticatorApp } from "../../../domain/second-factor/find-second-factor.ts";
import { proveSecondFactor } from "../../../domain/second-factor/prove-second-factor.ts";
import { removeOwnApp } from "../../../domain/second-factor/remove-second-factor.ts";
import type { FactorHolder } from "../../../domain/second-factor/rules/factor-holder.ts";
import { secretInGroups } from "../../../domain/second-factor/rules/secret-text.ts";
import type { Machine } from "../../../platform/machine.ts";
import { renewBrowserCookie } from "../../shared/browser.ts";
import { csrfToken, isCsrfToken } from "../../shared/csrf.ts";
import { readForm } from "../../shared/read-form.ts";
import { circumstancesOf } from "../../shared/request-context.ts";
import type { FormError } from "../layout/frame.ts";
import { frameOf } from "../layout/frame-of.ts";
import { appComplaint } from "../sign-in/app-complaint.ts";
import { setUpAppPage } from "../views/set-up-app-page.ts";
import { type SignInWaysView, signInWaysPage } from "../views/sign-in-ways-page.ts";
import { words } from "../words/words.ts";
import { actorOf, addressOfPerson, requirePerson, type SignedInPerson } from "./signed-in-person.ts";

/** One request about a person's own authenticator app. */
interface Asked {
  readonly c: Context;
  readonly machine: Machine;
  readonly person: SignedInPerson;
  readonly form: Readonly<Record<string, string>>;
}

/** How a person proves a second time who they are in an organisation: setting it up, replacing and removing it. */
export function signInWaysRoutes(machine: Machine): Hono {
  const opened =
    (handle: (asked: Asked) => Promise<Response>) =>
    async (c: Context): Promise<Response> => {
      const person = await requirePerson(c, machine);
      if (person instanceof Response) return person;
      if (c.req.method === "GET") return handle({ c, machine, person, form: {} });
      const form = await readForm(c);
      if (!isCsrfToken(machine, person.session.sessionId, form["csrf"]))
        return c.redirect(addressOf(person), 303);
      return handle({ c, machine, person, form });
    };
  return new Hono()
    .get(
      "/",
      opened((asked) => showWays(asked)),
    )
    .post("/", opened(changeApp))
    .get(
      "/app",
      opened((asked) => showApp(asked)),
    )
    .post("/app", opened(confirmApp));
}

/** Only whoever has none, or has just entered a code of it, gets the secret of another. */
async function changeApp(asked: Asked): Promise<Response> {
  const { c, machine, person, form } = asked;
  const wish = form["wish"];
  if (wish === "replace" || wish === "remove") {
    const typed = form["code"] ?? "";
    const holder = holderOf(person);
    const proved = await proveSecondFactor(machine, circumstancesIn(asked), { holder, typed });
    if (!proved.ok) {
      const error = appComplaint(words(languageOf(asked)), proved.refusal);
      return showWays(asked, { code: typed.slice(0, 20), error }, 400);
    }
    await renewBrowserCookie(c, machine, person.session.sessionId);
  }
  if (wish === "remove") {
    const input = { holder: holderOf(person), language: languageOf(asked) };
    const removed = await removeOwnApp(machine, circumstancesIn(asked), input);
    return removed.ok ? showWays(asked, { done: "removed" }) : c.redirect(addressOf(person), 303);
  }
  const begun = await beginEnrolment(machine, holderOf(person));
  return c.redirect(addressOf(person, begun.ok ? "/app" : ""), 303);
}

async function confirmApp(asked: Asked): Promise<Response> {
  const { c, machine, person, form } = asked;
  const typed = form["code"] ?? "";
  const confirmed = await confirmEnrolment(machine, circumstancesIn(asked), {
    holder: holderOf(person),
    typed,
    language: languageOf(asked),
  });
  if (confirmed.ok) {
    await renewBrowserCookie(c, machine, person.session.sessionId);
    return showWays(asked, { done: "added" });
  }
  const { refusal } = confirmed;
  // Too late, or in another window: the page says how things stand.
  if (refusal.code === "not-begun" || refusal.code === "set-up-already")
    return c.redirect(addressOf(person), 303);
  const error = appComplaint(words(languageOf(asked)), refusal);
  return showApp(asked, { code: typed.slice(0, 20), error }, 400);
}

async function showWays(
  { c, machine, person }: Asked,
  change: Partial<Pick<SignInWaysView, "done" | "code" | "error">> = {},
  status: 200 | 400 = 200,
): Promise<Response> {
  const { tenant, user, session } = person;
  const app = await findAuthenticatorApp(machine.database, tenant.tenantId, user.userId);
  return c.html(
    signInWaysPage({
      frame: frameOf(c, machine, tenant, { path: addressOf(person) }),
      csrf: csrfToken(machine, session.sessionId),
      action: addressOf(person),
      address: addressOfPerson(person),
      appSince: app?.setUpAt,
      myAppsUrl: `/myapps?tenant=${tenant.tenantId}`,
      ...change,
    }),
    status,
  );
}

async function showApp(
  { c, machine, person }: Asked,
  attempt: { readonly code?: string; readonly error?: FormError } = {},
  status: 200 | 400 = 200,
): Promise<Response> {
  const { tenant, session } = person;
  const shown = await findEnrolment(machine, holderOf(person), tenant.displayName);
  if (!shown) return c.redirect(addressOf(person), 303);
  return c.html(
    setUpAppPage({
      frame: frameOf(c, machine, tenant, { path: addressOf(person, "/app") }),
      csrf: csrfToken(machine, session.sessionId),
      action: addressOf(person, "/app"),
      address: addressOfPerson(person),
      backUrl: addressOf(person),
      appAddress: shown.address,
      key: secretInGroups(shown.text),
      ...attempt,
    }),
    status,
  );
}

function holderOf({ session, account, user }: SignedInPerson): FactorHolder {
  return { sessionId: session.sessionId, accountId: account.accountId, user };
}

function circumstancesIn({ c, machine, person }: Asked): Circumstances {
  return circumstancesOf(c, actorOf(person), machine.configuration.behindProxy);
}

function languageOf({ c, machine, person }: Asked) {
  return frameOf(c, machine, person.tenant, { path: addressOf(person) }).language;
}

function addressOf({ tenant }: SignedInPerson, below = ""): string {
  return `/myapps/sign-in-ways${below}?tenant=${tenant.tenantId}`;
}
