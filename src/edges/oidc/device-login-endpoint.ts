import type { Context } from "hono";
import { findTenant } from "../../domain/directory/find-tenant.ts";
import type { AuthorizationRequest } from "../../domain/signin/rules/authorization-request.ts";
import type { HomeRequest } from "../../domain/signin/rules/home-request.ts";
import type { Prompt } from "../../domain/signin/rules/prompt.ts";
import { findDeviceByHash, findDeviceByUserCode } from "../../domain/tokens/find-device-authorization.ts";
import type { DeviceAuthorization } from "../../domain/tokens/rules/device-authorization.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { ensureBrowser } from "../shared/browser.ts";
import { csrfToken, isCsrfToken } from "../shared/csrf.ts";
import { readForm } from "../shared/read-form.ts";
import { clientAddress } from "../shared/request-context.ts";
import type { DevicePlan } from "./device-plan.ts";
import { findOfferedClient, findSharedClient } from "./find-client.ts";
import type { HomeFound } from "./make-authorization-request.ts";
import type { OidcPorts } from "./oidc-ports.ts";
import type { DeviceCodeProblem } from "./page-port.ts";
import { permissionsAsked } from "./permissions-asked.ts";
import { resolveScopes } from "./resolve-scopes.ts";
import type { ProtocolRefusal } from "./rules/protocol-error.ts";
import { parseScope } from "./rules/requested-scopes.ts";
import { seeOther } from "./see-other.ts";
import { showRefusal } from "./show-refusal.ts";

const anybody: Prompt = { kind: "interactive", login: false, selectAccount: false, consent: false };

/** `GET /devicelogin`: where a device sends its person (RFC 8628 section 3.3). */
export async function deviceLoginPage(c: Context, ports: OidcPorts): Promise<Response> {
  return askForCode(c, ports, {});
}

/** `POST /devicelogin`: the code begins a sign-in like any other, at whose end the device is let in. */
export async function deviceLoginEndpoint(c: Context, ports: OidcPorts): Promise<Response> {
  const { machine } = ports;
  const form = await readForm(c);
  const session = await ensureBrowser(c, machine);
  if (!isCsrfToken(machine, session.sessionId, form["csrf"])) return askForCode(c, ports, {});
  const code = form["code"] ?? "";
  const network = clientAddress(c, machine.configuration.behindProxy) ?? "unknown";
  const found = await findDeviceByUserCode(machine, code, network);
  if (!found.ok) return askForCode(c, ports, { code: code.slice(0, 20), problem: found.refusal });
  return found.value.tenantId
    ? startForDevice(c, ports, found.value, found.value.tenantId, undefined)
    : findHomeForDevice(c, ports, found.value);
}

/** The device asked under an alias: the person's own organisation is to be found first. */
async function findHomeForDevice(
  c: Context,
  ports: OidcPorts,
  device: DeviceAuthorization,
): Promise<Response> {
  const client = await findSharedClient(ports.machine, device.applicationId);
  if (!client.ok) return showRefusal(c, ports.machine, ports.pages, client.refusal);
  const request: HomeRequest = {
    alias: device.alias ?? "organizations",
    applicationName: client.value.application.displayName,
    prompt: anybody,
    loginHint: undefined,
    domainHint: undefined,
    sessionHint: undefined,
    uiLocales: undefined,
    redirectUri: undefined,
    resume: { kind: "device", deviceCodeHash: device.deviceCodeHash.toString("hex") },
  };
  const home = await ports.signIn.findHome(c, request);
  if (home.kind === "interact") return seeOther(c, home.location);
  if (home.kind === "refused") throw new Error("somebody is there to be asked");
  return startForDevice(c, ports, device, home.tenantId, { request, address: home.address });
}

/** Goes on with a device whose person has said where they are at home. */
export async function resumeDevice(
  c: Context,
  ports: OidcPorts,
  tenantId: TenantId,
  { deviceCodeHash, home }: { readonly deviceCodeHash: string; readonly home: HomeFound },
): Promise<Response> {
  const device = await findDeviceByHash(ports.machine, Buffer.from(deviceCodeHash, "hex"));
  return device
    ? startForDevice(c, ports, device, tenantId, home)
    : askForCode(c, ports, { problem: { code: "user-code-unknown" } });
}

async function startForDevice(
  c: Context,
  ports: OidcPorts,
  device: DeviceAuthorization,
  tenantId: TenantId,
  home: HomeFound | undefined,
): Promise<Response> {
  const request = await deviceRequest(c, ports.machine, device, tenantId, home);
  if (!request.ok) return showRefusal(c, ports.machine, ports.pages, request.refusal);
  return seeOther(c, await ports.signIn.start(c, request.value));
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
  tenantId: TenantId,
  home: HomeFound | undefined,
): Promise<Result<AuthorizationRequest, ProtocolRefusal>> {
  const tenant = await findTenant(machine.database, tenantId);
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
    prompt: anybody,
    loginHint: home?.address,
    domainHint: undefined,
    maxAgeSeconds: undefined,
    sessionHint: undefined,
    uiLocales: undefined,
    permissions: await permissionsAsked(machine, tenant.tenantId, client.value.application, resources.value),
    correlationId: c.get("correlationId"),
    device: { askedFrom: device.askedFrom, askedAt: device.createdAt.toISOString() },
    answer,
    ...(home && { home: home.request }),
  });
}
