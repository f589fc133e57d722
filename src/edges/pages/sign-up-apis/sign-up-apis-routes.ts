import { type Context, Hono } from "hono";
import { rolesOf } from "../../../domain/directory/find-roles.ts";
import {
  findApiConnector,
  listApiConnectors,
  listConnectorCalls,
} from "../../../domain/signup/api-connectors/find-api-connectors.ts";
import { sendSample } from "../../../domain/signup/api-connectors/send-sample.ts";
import {
  type ApiConnector,
  connectorSteps,
  maskTargetUrl,
} from "../../../domain/signup/rules/api-connector.ts";
import { flowManagers } from "../../../domain/signup/rules/flow-managers.ts";
import { type ApiConnectorId, parseGuid } from "../../../foundation/identifiers.ts";
import type { Machine } from "../../../platform/machine.ts";
import { csrfToken, isCsrfToken } from "../../shared/csrf.ts";
import { readForm } from "../../shared/read-form.ts";
import { frameOf } from "../layout/frame-of.ts";
import { requirePerson, type SignedInPerson } from "../my-apps/signed-in-person.ts";
import { problemPage } from "../views/problem-page.ts";
import { type ShownApi, signUpApisPage } from "../views/sign-up-apis-page.ts";

/** The administrator's page of the organisation's own APIs: what they were asked and answered, and a sample to send. */
export function signUpApisRoutes(machine: Machine): Hono {
  return new Hono()
    .get("/", async (c) => {
      const person = await requireFlowManager(c, machine);
      return person instanceof Response ? person : showApis(c, machine, person);
    })
    .post("/", async (c) => {
      const person = await requireFlowManager(c, machine);
      if (person instanceof Response) return person;
      const form = await readForm(c);
      const connectorId = parseGuid<ApiConnectorId>(form["api"] ?? "");
      const step = connectorSteps.find((name) => name === form["step"]);
      const { tenantId } = person.tenant;
      const connector = connectorId && (await findApiConnector(machine.database, { tenantId, connectorId }));
      if (connector && step && isCsrfToken(machine, person.session.sessionId, form["csrf"]))
        await sendSample(machine, { connector, step, correlationId: c.get("correlationId") });
      return c.redirect(`${addressOf(person)}${connectorId ? `#api-${connectorId}` : ""}`, 303);
    });
}

/** Whether somebody may decide how people sign up. */
export async function mayManageFlows(machine: Machine, { tenant, user }: SignedInPerson): Promise<boolean> {
  const roles = await rolesOf(machine.database, tenant.tenantId, user.userId);
  return roles.some((role) => flowManagers.includes(role));
}

async function requireFlowManager(c: Context, machine: Machine): Promise<SignedInPerson | Response> {
  const person = await requirePerson(c, machine);
  if (person instanceof Response || (await mayManageFlows(machine, person))) return person;
  return c.html(
    problemPage({
      frame: frameOf(c, machine, person.tenant, { path: addressOf(person) }),
      problem: "may-not-manage-flows",
      address: addressOfPerson(person),
      nextUrl: `/myapps?tenant=${person.tenant.tenantId}`,
    }),
    403,
  );
}

async function showApis(c: Context, machine: Machine, person: SignedInPerson): Promise<Response> {
  const { tenant, session } = person;
  const connectors = await listApiConnectors(machine.database, tenant.tenantId);
  return c.html(
    signUpApisPage({
      frame: frameOf(c, machine, tenant, { path: addressOf(person) }),
      csrf: csrfToken(machine, session.sessionId),
      action: addressOf(person),
      address: addressOfPerson(person),
      myAppsUrl: `/myapps?tenant=${tenant.tenantId}`,
      apis: await Promise.all(connectors.map((connector) => shownApi(machine, connector))),
    }),
  );
}

const mostCallsShown = 10;

async function shownApi(machine: Machine, connector: ApiConnector): Promise<ShownApi> {
  const { connectorId, displayName, targetUrl, suspendedUntil } = connector;
  const calls = await listConnectorCalls(machine.database, connector);
  return {
    id: connectorId,
    displayName,
    address: maskTargetUrl(targetUrl),
    suspendedUntil: suspendedUntil && suspendedUntil > machine.clock() ? suspendedUntil : undefined,
    calls: calls.slice(0, mostCallsShown),
  };
}

function addressOf({ tenant }: SignedInPerson): string {
  return `/sign-up-apis?tenant=${tenant.tenantId}`;
}

function addressOfPerson({ account, user }: SignedInPerson): string {
  return account.email ?? user.userPrincipalName;
}
