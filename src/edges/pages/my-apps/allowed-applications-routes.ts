import { type Context, Hono } from "hono";
import { type GivenConsent, listConsents } from "../../../domain/applications/list-consents.ts";
import { graphApplicationId } from "../../../domain/applications/rules/graph-permissions.ts";
import { withdrawConsent } from "../../../domain/applications/withdraw-consent.ts";
import { parseGuid, type ServicePrincipalId } from "../../../foundation/identifiers.ts";
import type { Machine } from "../../../platform/machine.ts";
import { csrfToken, isCsrfToken } from "../../shared/csrf.ts";
import { readForm } from "../../shared/read-form.ts";
import { circumstancesOf } from "../../shared/request-context.ts";
import { frameOf } from "../layout/frame-of.ts";
import { type AllowedApplication, allowedApplicationsPage } from "../views/allowed-applications-page.ts";
import { actorOf, addressOfPerson, requirePerson, type SignedInPerson } from "./signed-in-person.ts";

/** What a person let applications do for them in an organisation, and taking it back. */
export function allowedApplicationsRoutes(machine: Machine): Hono {
  return new Hono()
    .get("/", async (c) => {
      const person = await requirePerson(c, machine);
      return person instanceof Response ? person : showAllowed(c, machine, person);
    })
    .post("/", async (c) => {
      const person = await requirePerson(c, machine);
      if (person instanceof Response) return person;
      const form = await readForm(c);
      const clientId = parseGuid<ServicePrincipalId>(form["application"] ?? "");
      if (!clientId || !isCsrfToken(machine, person.session.sessionId, form["csrf"]))
        return c.redirect(addressOf(person), 303);
      const { tenantId, userId } = person.user;
      const circumstances = circumstancesOf(c, actorOf(person), machine.configuration.behindProxy);
      const withdrawn = await withdrawConsent(machine, circumstances, { tenantId, clientId, userId });
      // Sent twice, or in two windows: it is taken back, and the list shows it.
      if (!withdrawn.ok) return c.redirect(addressOf(person), 303);
      return showAllowed(c, machine, person, withdrawn.value.servicePrincipal.displayName);
    });
}

async function showAllowed(
  c: Context,
  machine: Machine,
  person: SignedInPerson,
  takenBack?: string,
): Promise<Response> {
  const { tenant, user, session } = person;
  const consents = await listConsents(machine.database, tenant.tenantId, user.userId);
  return c.html(
    allowedApplicationsPage({
      frame: frameOf(c, machine, tenant, { path: addressOf(person) }),
      csrf: csrfToken(machine, session.sessionId),
      action: addressOf(person),
      address: addressOfPerson(person),
      applications: consents.map(shown),
      takenBack,
      myAppsUrl: `/myapps?tenant=${tenant.tenantId}`,
    }),
  );
}

function addressOf({ tenant }: SignedInPerson): string {
  return `/myapps/permissions?tenant=${tenant.tenantId}`;
}

function shown({ client, since, permissions }: GivenConsent): AllowedApplication {
  return {
    id: client.servicePrincipal.servicePrincipalId,
    displayName: client.servicePrincipal.displayName,
    since,
    permissions: permissions.map(({ resource, scope }) => ({
      scope: scope.value,
      title: scope.displayName,
      description: scope.description,
      resource:
        resource.application.applicationId === graphApplicationId
          ? undefined
          : resource.servicePrincipal.displayName,
    })),
  };
}
