import type { Context } from "hono";
import { findTenant } from "../../domain/directory/find-tenant.ts";
import { parseGuid, type TransactionId } from "../../foundation/identifiers.ts";
import { answerDevice, refuseDevice } from "./answer-device.ts";
import { answerSignIn, refuseSignIn } from "./answer-sign-in.ts";
import { askAdministrator } from "./ask-administrator.ts";
import { authorizeAnywhere } from "./authorize-anywhere.ts";
import { authorizeInTenant } from "./authorize-in-tenant.ts";
import { resumeDevice } from "./device-login-endpoint.ts";
import { readDevicePlan } from "./device-plan.ts";
import { findPlaceOfPath } from "./find-tenant-of-path.ts";
import type { OidcPorts } from "./oidc-ports.ts";
import type { EndpointVersion } from "./rules/endpoint-version.ts";
import { readParameters } from "./rules/request-parameters.ts";
import { answerSaml, refuseSaml } from "./saml/answer-saml.ts";
import { readSamlPlan } from "./saml/saml-plan.ts";
import { seeOther } from "./see-other.ts";
import { showRefusal } from "./show-refusal.ts";

/** `GET|POST /{tenant}/oauth2[/v2.0]/authorize` (RFC 6749 section 3.1, OpenID Connect Core section 3.1.2). */
export async function authorizeEndpoint(
  c: Context,
  ports: OidcPorts,
  version: EndpointVersion,
): Promise<Response> {
  const { machine, pages } = ports;
  const parameters = readParameters(await sentPairs(c), version);
  if (!parameters.ok) return showRefusal(c, machine, pages, parameters.refusal);
  const place = await findPlaceOfPath(c, machine);
  if (!place.ok) return showRefusal(c, machine, pages, place.refusal);
  return place.value.kind === "tenant"
    ? authorizeInTenant(c, ports, {
        tenant: place.value.tenant,
        parameters: parameters.value,
        version,
        home: undefined,
      })
    : authorizeAnywhere(c, ports, place.value.alias, { parameters: parameters.value, version });
}

/** `GET /{alias}/oauth2/v2.0/authorize/home?transaction=ID`: the person has said where they are at home. */
export async function homeEndpoint(c: Context, ports: OidcPorts): Promise<Response> {
  const { machine, pages, signIn } = ports;
  const transactionId = parseGuid<TransactionId>(c.req.query("transaction") ?? "");
  const found = transactionId ? await signIn.homeFound(c, transactionId) : { kind: "unknown" as const };
  if (found.kind === "interact") return seeOther(c, found.location);
  const tenant = found.kind === "home" ? await findTenant(machine.database, found.tenantId) : undefined;
  if (found.kind === "unknown" || !tenant)
    return showRefusal(c, machine, pages, { code: "transaction-unknown" });
  const { request, address } = found;
  const home = { request, address };
  const { resume } = request;
  if (resume.kind === "device")
    return resumeDevice(c, ports, tenant.tenantId, { deviceCodeHash: resume.deviceCodeHash, home });
  const parameters = new Map(Object.entries(resume.parameters));
  return resume.kind === "authorization"
    ? authorizeInTenant(c, ports, { tenant, parameters, version: resume.version ?? 2, home })
    : askAdministrator(c, ports, { tenant, parameters, way: resume.kind, home });
}

/** `GET /{tenant}/oauth2/v2.0/authorize/complete?transaction=ID`: the journey of pages is over. */
export async function completeEndpoint(c: Context, ports: OidcPorts): Promise<Response> {
  const transactionId = parseGuid<TransactionId>(c.req.query("transaction") ?? "");
  const outcome = transactionId
    ? await ports.signIn.complete(c, transactionId)
    : { kind: "unknown" as const };
  if (outcome.kind === "interact") return seeOther(c, outcome.location);
  if (outcome.kind === "unknown")
    return showRefusal(c, ports.machine, ports.pages, { code: "transaction-unknown" });
  const isCompleted = outcome.kind === "completed";
  const waiting = isCompleted ? outcome.signIn.answer : outcome.request.answer;
  const saml = readSamlPlan(waiting);
  if (saml)
    return isCompleted
      ? answerSaml(c, ports, saml, outcome, { isInteractive: true })
      : refuseSaml(c, ports, saml, outcome);
  const device = readDevicePlan(waiting);
  if (device)
    return isCompleted ? answerDevice(c, ports, device, outcome) : refuseDevice(c, ports, device, outcome);
  return isCompleted
    ? answerSignIn(c, ports, outcome, { isInteractive: true })
    : refuseSignIn(c, ports, outcome);
}

/** OpenID Connect Core section 3.1.2.1: parameters come in the query of a GET or in the form of a POST. */
async function sentPairs(c: Context): Promise<URLSearchParams> {
  return c.req.method === "POST" ? new URLSearchParams(await c.req.text()) : new URL(c.req.url).searchParams;
}
