import type { Context } from "hono";
import type { Tenant } from "../../../domain/directory/rules/tenant.ts";
import type { AuthorizationRequest } from "../../../domain/signin/rules/authorization-request.ts";
import { loginHintOf } from "../make-authorization-request.ts";
import type { OidcPorts } from "../oidc-ports.ts";
import { recordOutcome } from "../record-outcome.ts";
import { protocolError } from "../rules/protocol-error.ts";
import { seeOther } from "../see-other.ts";
import { showRefusal } from "../show-refusal.ts";
import { answerSaml, refuseSaml } from "./answer-saml.ts";
import { type AuthnDemand, type AuthnRequest, readDemand } from "./read-authn-request.ts";
import type { SamlMessage } from "./read-message.ts";
import { statusOfError } from "./rules/status-of-error.ts";
import { type SamlPlan, storedSamlPlan } from "./saml-plan.ts";
import { sendRefusal } from "./send-refusal.ts";
import { readVerifiedRequest, type SamlSender } from "./verify-saml-sender.ts";

/** An application asks for a person by SAML: it is the same sign-in as by OpenID Connect, and only its answer differs. */
export async function signInBySaml(
  c: Context,
  ports: OidcPorts,
  tenant: Tenant,
  message: SamlMessage,
): Promise<Response> {
  const { machine, pages, signIn } = ports;
  const verified = await readVerifiedRequest(machine, tenant, message);
  if (!verified.ok) return showRefusal(c, machine, pages, verified.refusal);
  const { sender, request } = verified.value;
  const demand = readDemand(request);
  if (!demand.ok) {
    const error = protocolError(demand.refusal);
    const { client } = sender;
    await recordOutcome(c, machine, {
      tenantId: tenant.tenantId,
      client,
      isInteractive: true,
      errorCode: error.number,
      failureReason: error.text,
    });
    const plan = { ...planOf(request, sender, message), nameIdPolicy: {}, contexts: [] };
    return sendRefusal(c, ports, { tenant, plan, client, error, status: statusOfError(error.number) });
  }

  const plan = {
    ...planOf(request, sender, message),
    nameIdPolicy: demand.value.nameIdPolicy,
    contexts: [...demand.value.contexts],
  };
  const outcome = await signIn.begin(c, authorizationRequest(c, sender, message, demand.value, plan));
  if (outcome.kind === "interact") return seeOther(c, outcome.location);
  return outcome.kind === "completed"
    ? answerSaml(c, ports, plan, outcome, { isInteractive: false })
    : refuseSaml(c, ports, plan, outcome);
}

function planOf(
  { requestId, issuer }: AuthnRequest,
  { assertionConsumerUrl }: SamlSender,
  { relayState }: SamlMessage,
): Omit<SamlPlan, "nameIdPolicy" | "contexts"> {
  return { requestId, issuer, assertionConsumerUrl, relayState };
}

/** SAML asks for no permissions: whoever may use the application gets in. */
function authorizationRequest(
  c: Context,
  { tenant, client }: SamlSender,
  { parameters }: SamlMessage,
  { mustProveAgain, isPassive }: AuthnDemand,
  plan: SamlPlan,
): AuthorizationRequest {
  return {
    tenantId: tenant.tenantId,
    applicationId: client.application.applicationId,
    prompt: isPassive
      ? { kind: "none" }
      : { kind: "interactive", login: mustProveAgain, selectAccount: false, consent: false },
    loginHint: loginHintOf(parameters),
    domainHint: parameters.get("domain_hint") ?? parameters.get("whr"),
    // Nobody can prove themselves again without seeing a page: then no session is fresh enough.
    maxAgeSeconds: mustProveAgain && isPassive ? 0 : undefined,
    sessionHint: undefined,
    uiLocales: parameters.get("ui_locales") ?? parameters.get("mkt"),
    permissions: [],
    correlationId: c.get("correlationId"),
    answer: storedSamlPlan(plan),
  };
}
