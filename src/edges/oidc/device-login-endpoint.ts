import type { Context } from "hono";
import { findTenant } from "../../domain/directory/find-tenant.ts";
import type { AuthorizationRequest } from "../../domain/signin/rules/authorization-request.ts";
import { findDeviceByUserCode } from "../../domain/tokens/find-device-authorization.ts";
import type { DeviceAuthorization } from "../../domain/tokens/rules/device-authorization.ts";
import { accept, type Result } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { ensureBrowser } from "../shared/browser.ts";
import { csrfToken, isCsrfToken } from "../shared/csrf.ts";
import { readForm } from "../shared/read-form.ts";
import { clientAddress } from "../shared/request-context.ts";
import type { DevicePlan } from "./device-plan.ts";
import { findOfferedClient } from "./find-client.ts";
import type { OidcPorts } from "./oidc-ports.ts";
import type { DeviceCodeProblem } from "./page-port.ts";
import { permissionsAsked } from "./permissions-asked.ts";
import { resolveScopes } from "./resolve-scopes.ts";
import type { ProtocolRefusal } from "./rules/protocol-error.ts";
import { parseScope } from "./rules/requested-scopes.ts";
import { showRefusal } from "./show-refusal.ts";

/** `GET /devicelogin`: where a device sends its person (RFC 8628 section 3.3). */
export async function deviceLoginPage(c: Context, ports: OidcPorts): Promise<Response> {
  return askForCode(c, ports, {});
}

/** `POST /devicelogin`: the code begins a sign-in like any other, at whose end the device is let in. */
export async function deviceLoginEndpoint(c: Context, ports: OidcPorts): Promise<Response> {
  const { machine, pages, signIn } = ports;
  const form = await readForm(c);
  const session = await ensureBrowser(c, machine);
  if (!isCsrfToken(machine, session.sessionId, form["csrf"])) return askForCode(c, ports, {});
  const code = form["code"] ?? "";
  const network = clientAddress(c, machine.configuration.behindProxy) ?? "unknown";
  const found = await findDeviceByUserCode(machine, code, network);
  if (!found.ok) return askForCode(c, ports, { code: code.slice(0, 20), problem: found.refusal });
  const request = await deviceRequest(c, machine, found.value);
  if (!request.ok) return showRefusal(c, machine, pages, request.refusal);
  return c.redirect(await signIn.start(c, request.value), 303);
}

async function askForCode(
  c: Context,
  { machine, pages }: OidcPorts,
  typed: { readonly code?: string; readonly problem?: DeviceCodeProblem },
): Promise<Response> {
  const session = await ensureBrowser(c, machine);
  return pages.showDeviceCode(c, { csrf: csrfToken(machine, session.sessionId), ...typed });
}

/** What the device asked, as a request for sign-in. Its scopes were checked when it asked; a registration may have changed since. */
async function deviceRequest(
  c: Context,
  machine: Machine,
  device: DeviceAuthorization,
): Promise<Result<AuthorizationRequest, ProtocolRefusal>> {
  const tenant = device.tenantId && (await findTenant(machine.database, device.tenantId));
  if (!tenant) throw new Error("the tenant at which a device asked vanished");
  const client = await findOfferedClient(machine, tenant, device.applicationId);
  if (!client.ok) return client;
  const scopes = parseScope(device.scope);
  if (!scopes.ok) return scopes;
  const resources = await resolveScopes(machine, tenant.tenantId, scopes.value);
  if (!resources.ok) return resources;
  const answer: DevicePlan = {
    deviceCodeHash: device.deviceCodeHash.toString("hex"),
    scope: device.scope,
  };
  return accept({
    tenantId: tenant.tenantId,
    applicationId: device.applicationId,
    prompt: { kind: "interactive", login: false, selectAccount: false, consent: false },
    loginHint: undefined,
    domainHint: undefined,
    maxAgeSeconds: undefined,
    sessionHint: undefined,
    uiLocales: undefined,
    permissions: await permissionsAsked(machine, tenant.tenantId, client.value.application, resources.value),
    correlationId: c.get("correlationId"),
    device: { askedFrom: device.askedFrom, askedAt: device.createdAt.toISOString() },
    answer,
  });
}
