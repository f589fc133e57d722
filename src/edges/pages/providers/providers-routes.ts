import { type Context, Hono } from "hono";
import { countUsersByIssuer } from "../../../domain/directory/find-users-of-issuer.ts";
import { checkProvider } from "../../../domain/federation/connection-tests/check-provider.ts";
import { listLatestTests } from "../../../domain/federation/connection-tests/find-connection-test.ts";
import { domainsOf } from "../../../domain/federation/domains-of-provider.ts";
import { listProviders } from "../../../domain/federation/find-provider.ts";
import { failedCheck } from "../../../domain/federation/rules/connection-check.ts";
import { type ProviderId, parseGuid } from "../../../foundation/identifiers.ts";
import type { Machine } from "../../../platform/machine.ts";
import { csrfToken, isCsrfToken } from "../../shared/csrf.ts";
import { readForm } from "../../shared/read-form.ts";
import { circumstancesOf } from "../../shared/request-context.ts";
import { frameOf } from "../layout/frame-of.ts";
import { actorOf, addressOfPerson, type SignedInPerson } from "../my-apps/signed-in-person.ts";
import { problemPage } from "../views/problem-page.ts";
import { providerReportPage } from "../views/provider-report-page.ts";
import { providersPage } from "../views/providers-page.ts";
import { addressOf, requireManager } from "./provider-manager.ts";
import { mayResetGuests, resetAddress, resetGuestsRoutes } from "./reset-guests-routes.ts";

/** The administrator's page of identity providers, each with a button that tests it. */
export function providersRoutes(machine: Machine): Hono {
  return new Hono()
    .route("/guests", resetGuestsRoutes(machine))
    .get("/", async (c) => {
      const person = await requireManager(c, machine);
      return person instanceof Response ? person : showProviders(c, machine, person);
    })
    .post("/", async (c) => {
      const person = await requireManager(c, machine);
      if (person instanceof Response) return person;
      const form = await readForm(c);
      const providerId = parseGuid<ProviderId>(form["provider"] ?? "");
      if (!providerId || !isCsrfToken(machine, person.session.sessionId, form["csrf"]))
        return c.redirect(addressOf(person), 303);
      return showReport(c, machine, person, providerId);
    });
}

async function showProviders(c: Context, machine: Machine, person: SignedInPerson): Promise<Response> {
  const { tenant, session } = person;
  const [providers, tests, guestsOf, mayReset] = await Promise.all([
    listProviders(machine.database, tenant.tenantId),
    listLatestTests(machine, tenant.tenantId),
    countUsersByIssuer(machine.database, tenant.tenantId),
    mayResetGuests(machine, person),
  ]);
  return c.html(
    providersPage({
      frame: frameOf(c, machine, tenant, { path: addressOf(person) }),
      csrf: csrfToken(machine, session.sessionId),
      action: addressOf(person),
      address: addressOfPerson(person),
      myAppsUrl: `/myapps?tenant=${tenant.tenantId}`,
      providers: providers.map((provider) => {
        const guests = guestsOf.get(provider.issuer) ?? 0;
        const last = tests.find(({ providerId }) => providerId === provider.providerId);
        return {
          id: provider.providerId,
          displayName: provider.displayName,
          kind: provider.kind,
          issuer: provider.issuer,
          domains: domainsOf(provider),
          isEnabled: provider.isEnabled,
          guests,
          resetUrl: guests > 0 && mayReset ? resetAddress(person, provider.providerId) : undefined,
          lastTrial: last?.finishedAt && {
            when: last.finishedAt,
            failed: failedCheck(last.findings ?? []),
          },
        };
      }),
    }),
  );
}

async function showReport(
  c: Context,
  machine: Machine,
  person: SignedInPerson,
  providerId: ProviderId,
): Promise<Response> {
  const { tenantId } = person.tenant;
  const circumstances = circumstancesOf(c, actorOf(person), machine.configuration.behindProxy);
  const checked = await checkProvider(machine, circumstances, { tenantId, providerId });
  const frame = frameOf(c, machine, person.tenant, { path: addressOf(person) });
  if (!checked.ok)
    return checked.refusal.code === "provider-not-found"
      ? c.redirect(addressOf(person), 303)
      : c.html(
          problemPage({
            frame,
            problem: "rate-limited",
            retryAfterSeconds: checked.refusal.retryAfterSeconds,
            nextUrl: addressOf(person),
          }),
          429,
        );
  const { provider, findings, roundTrip } = checked.value;
  return c.html(
    providerReportPage({
      frame,
      address: addressOfPerson(person),
      provider: provider.displayName,
      findings,
      trial: roundTrip,
      providersUrl: addressOf(person),
    }),
  );
}
