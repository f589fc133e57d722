import { type Context, Hono } from "hono";
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
import { requireRole } from "../my-apps/require-role.ts";
import { addressOfPerson, type SignedInPerson } from "../my-apps/signed-in-person.ts";
import { type ShownApi, signUpApisPage } from "../views/sign-up-apis-page.ts";

const pageRoles = { roles: flowManagers, problem: "may-not-manage-flows", path: "/sign-up-apis" } as const;

/** The administrator's page of the organisation's own APIs: what they were asked and answered, and a sample to send. */
export function signUpApisRoutes(machine: Machine): Hono {
  return new Hono()
    .get("/", async (c) => {
      const person = await requireRole(c, machine, pageRoles);
      return person instanceof Response ? person : showApis(c, machine, person);
    })
    .post("/", async (c) => {
      const person = await requireRole(c, machine, pageRoles);
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
  return `${pageRoles.path}?tenant=${tenant.tenantId}`;
}
