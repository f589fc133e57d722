import { type Context, Hono } from "hono";
import { rolesOf } from "../../../domain/directory/find-roles.ts";
import { findUsersOfIssuer } from "../../../domain/directory/find-users-of-issuer.ts";
import { findProvider } from "../../../domain/federation/find-provider.ts";
import type { IdentityProvider } from "../../../domain/federation/rules/identity-provider.ts";
import { resetGuestsOfIssuer } from "../../../domain/invitations/reset-guests-of-issuer.ts";
import { whoMayResetRedemption } from "../../../domain/policies/rules/who-may-invite.ts";
import { type ProviderId, parseGuid } from "../../../foundation/identifiers.ts";
import type { Machine } from "../../../platform/machine.ts";
import { csrfToken, isCsrfToken } from "../../shared/csrf.ts";
import { readForm } from "../../shared/read-form.ts";
import { circumstancesOf } from "../../shared/request-context.ts";
import { frameOf } from "../layout/frame-of.ts";
import { actorOf, addressOfPerson, type SignedInPerson } from "../my-apps/signed-in-person.ts";
import { guestsResetPage, resetGuestsPage } from "../views/reset-guests-page.ts";
import { addressOf, requireManager } from "./provider-manager.ts";

/** Resetting the guests of a provider: the question, which names their number, and its answer. */
export function resetGuestsRoutes(machine: Machine): Hono {
  return new Hono()
    .get("/", async (c) => {
      const asked = await openReset(c, machine, c.req.query("provider"));
      return asked instanceof Response ? asked : showQuestion(asked, false);
    })
    .post("/", async (c) => {
      const form = await readForm(c);
      const asked = await openReset(c, machine, form["provider"]);
      if (asked instanceof Response) return asked;
      return isCsrfToken(machine, asked.person.session.sessionId, form["csrf"])
        ? resetGuests(asked, form["guests"])
        : c.redirect(addressOf(asked.person), 303);
    });
}

/** Whether somebody may make guests accept anew. */
export async function mayResetGuests(machine: Machine, { tenant, user }: SignedInPerson): Promise<boolean> {
  const roles = await rolesOf(machine.database, tenant.tenantId, user.userId);
  return whoMayResetRedemption({ kind: "user", userKind: user.kind, roles }).ok;
}

/** Where somebody is asked about the guests of a provider. */
export function resetAddress({ tenant }: SignedInPerson, providerId: ProviderId): string {
  return `/providers/guests?tenant=${tenant.tenantId}&provider=${providerId}`;
}

interface AskedReset {
  readonly c: Context;
  readonly machine: Machine;
  readonly person: SignedInPerson;
  readonly provider: IdentityProvider;
  readonly guests: number;
}

/** Back to the list for whoever may not, and where there is nobody to reset. */
async function openReset(
  c: Context,
  machine: Machine,
  named: string | undefined,
): Promise<AskedReset | Response> {
  const person = await requireManager(c, machine);
  if (person instanceof Response) return person;
  const { tenantId } = person.tenant;
  const providerId = parseGuid<ProviderId>(named ?? "");
  const provider = providerId && (await findProvider(machine.database, tenantId, providerId));
  if (!provider || !(await mayResetGuests(machine, person))) return c.redirect(addressOf(person), 303);
  const { length: guests } = await findUsersOfIssuer(machine.database, tenantId, provider.issuer);
  return guests === 0 ? c.redirect(addressOf(person), 303) : { c, machine, person, provider, guests };
}

function showQuestion(asked: AskedReset, hasChanged: boolean): Response | Promise<Response> {
  const { c, machine, person, provider, guests } = asked;
  const action = resetAddress(person, provider.providerId);
  return c.html(
    resetGuestsPage({
      ...shared(asked, action),
      csrf: csrfToken(machine, person.session.sessionId),
      action,
      hidden: { provider: provider.providerId },
      guests,
      hasChanged,
    }),
    hasChanged ? 400 : 200,
  );
}

async function resetGuests(asked: AskedReset, agreed: string | undefined): Promise<Response> {
  const { c, machine, person, provider, guests } = asked;
  if (agreed !== String(guests)) return showQuestion(asked, true);
  const circumstances = circumstancesOf(c, actorOf(person), machine.configuration.behindProxy);
  const reset = await resetGuestsOfIssuer(machine, circumstances, { provider, sendMail: true });
  const outcomes = reset.ok ? reset.value : [];
  const left = outcomes.filter(({ refusal }) => refusal !== undefined);
  return c.html(
    guestsResetPage({
      ...shared(asked, addressOf(person)),
      done: outcomes.length - left.length,
      left: left.map(({ displayName: name, address }) => address ?? name),
    }),
  );
}

function shared({ c, machine, person, provider }: AskedReset, path: string) {
  return {
    frame: frameOf(c, machine, person.tenant, { path }),
    address: addressOfPerson(person),
    provider: provider.displayName,
    providersUrl: addressOf(person),
  };
}
