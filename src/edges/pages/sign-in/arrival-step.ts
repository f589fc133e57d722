import type { Context } from "hono";
import { findTenant } from "../../../domain/directory/find-tenant.ts";
import { confirmArrival } from "../../../domain/signin/confirm-arrival.ts";
import { parseGuid, type TenantId } from "../../../foundation/identifiers.ts";
import type { Machine } from "../../../platform/machine.ts";
import { setBrowserCookie } from "../../shared/browser.ts";
import { logOwnSignIn } from "../../shared/log-own-sign-in.ts";
import { frameOf } from "../layout/frame-of.ts";
import { problemPage } from "../views/problem-page.ts";
import type { PostedJourney } from "./journey.ts";

/** What came was to no request, and is not taken: the way in is by asking. */
export async function showNotAsked(c: Context, machine: Machine): Promise<Response> {
  const tenantId = parseGuid<TenantId>(c.req.query("tenant") ?? "");
  const tenant = tenantId && (await findTenant(machine.database, tenantId));
  return c.html(
    problemPage({
      frame: frameOf(c, machine, tenant, { path: `/signin/not-asked?tenant=${tenantId ?? ""}` }),
      problem: "not-asked",
      nextUrl: tenant ? `/myapps?tenant=${tenant.tenantId}` : "/myapps",
      details: { time: machine.clock(), correlationId: c.get("correlationId"), traceId: c.get("requestId") },
    }),
    400,
  );
}

/** The person goes on as the one whom the provider sent; "Not you?" leads elsewhere. */
export async function goOnAsArrived(journey: PostedJourney): Promise<Response> {
  const { c, machine, transaction, step, tenant, path } = journey;
  if (step.kind !== "confirm-arrival" || !tenant) return c.redirect(path, 303);
  const signedIn = await confirmArrival(machine, transaction);
  if (signedIn) {
    const { account, cookie } = signedIn;
    setBrowserCookie(c, machine, cookie);
    await logOwnSignIn(c, machine, transaction, { tenantId: tenant.tenantId, account });
  }
  return c.redirect(path, 303);
}
