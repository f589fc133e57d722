import type { Context } from "hono";
import { isCsrfToken } from "../shared/csrf.ts";
import { readForm } from "../shared/read-form.ts";
import { askWhomToSignOut, endOf, endSignIns } from "./end-sign-ins.ts";
import type { OidcPorts } from "./oidc-ports.ts";
import { readSignOut } from "./read-sign-out.ts";
import { showRefusal } from "./show-refusal.ts";

/** `POST /{tenant}/oauth2/v2.0/logout/choose`: the person has said which account is to leave. */
export async function chooseSignOutEndpoint(c: Context, ports: OidcPorts): Promise<Response> {
  const { csrf, account, ...sent } = await readForm(c);
  const request = await readSignOut(c, ports, new URLSearchParams(sent));
  if (!request.ok) return showRefusal(c, ports.machine, ports.pages, request.refusal);
  const { sessionId, accounts, returns } = request.value;
  if (sessionId === undefined) return endSignIns(c, ports, endOf(request.value), []);
  if (!isCsrfToken(ports.machine, sessionId, csrf)) return askWhomToSignOut(c, ports, request.value);
  if (account === "none") return c.redirect(returns?.location ?? "/myapps", 303);
  const leaving = accounts.filter(({ accountId }) => account === "all" || accountId === account);
  return endSignIns(c, ports, endOf(request.value), leaving);
}
