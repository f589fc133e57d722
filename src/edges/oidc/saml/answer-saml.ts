import type { Context } from "hono";
import {
  findApplicationInTenant,
  findOfferedApplication,
} from "../../../domain/applications/find-application.ts";
import { findTenant } from "../../../domain/directory/find-tenant.ts";
import { rememberAssertedName } from "../../../domain/signin/sessions/remember-asserted-name.ts";
import type { SignInEvidence } from "../../../domain/tokens/rules/authorization-grant.ts";
import { issueSamlResponse } from "../../../domain/tokens/saml/issue-saml-response.ts";
import { contextOfSignIn } from "../../../domain/tokens/saml/rules/authentication-context.ts";
import { clientAddress } from "../../shared/request-context.ts";
import type { OidcPorts } from "../oidc-ports.ts";
import { recordOutcome } from "../record-outcome.ts";
import { protocolError } from "../rules/protocol-error.ts";
import { showRefusal } from "../show-refusal.ts";
import type { SignInCompleted, SignInRefused } from "../sign-in-port.ts";
import { statusOfError } from "./rules/status-of-error.ts";
import type { SamlPlan } from "./saml-plan.ts";
import { sendRefusal } from "./send-refusal.ts";
import { sendResponse } from "./send-response.ts";

/** Answers an application whose person has signed in, by an assertion. */
export async function answerSaml(
  c: Context,
  ports: OidcPorts,
  plan: SamlPlan,
  { signIn: completed, user }: SignInCompleted,
  { isInteractive }: { readonly isInteractive: boolean },
): Promise<Response> {
  const { machine, pages } = ports;
  const { tenantId, applicationId } = completed;
  const [tenant, client] = await Promise.all([
    findTenant(machine.database, tenantId),
    findApplicationInTenant(machine.database, tenantId, applicationId),
  ]);
  if (!tenant || !client) throw new Error("tenant or client vanished during a sign-in");
  const signIn: SignInEvidence = {
    sessionId: completed.accountId,
    amr: completed.amr,
    authenticatedAt: completed.authenticatedAt.toISOString(),
    ipAddress: clientAddress(c, machine.configuration.behindProxy),
    authenticatedBy: completed.authenticatedBy,
  };
  const contextClass = contextOfSignIn(signIn.amr, plan.contexts);
  const unfit = protocolError({ code: "saml-context-unsupported", detail: plan.contexts.join(", ") });
  const error = contextClass === undefined ? unfit : undefined;
  await recordOutcome(c, machine, {
    tenantId,
    client,
    user,
    signIn,
    isInteractive,
    policies: completed.policyOutcomes,
    errorCode: error?.number ?? 0,
    ...(error ? { failureReason: error.text } : {}),
  });
  if (contextClass === undefined)
    return sendRefusal(c, ports, { tenant, plan, client, error: unfit, status: statusOfError(unfit.number) });
  const { xml, nameId } = await issueSamlResponse(machine, {
    tenant,
    client,
    user,
    signIn,
    audience: plan.issuer,
    requestId: plan.requestId,
    destination: plan.assertionConsumerUrl,
    nameIdPolicy: plan.nameIdPolicy,
    contextClass,
  });
  await rememberAssertedName(machine, completed, nameId);
  return sendResponse(c, pages, plan, xml, client.application.displayName);
}

/** Tells the application that the sign-in ended without success. */
export async function refuseSaml(
  c: Context,
  ports: OidcPorts,
  plan: SamlPlan,
  { request, aadsts, description, error }: SignInRefused,
): Promise<Response> {
  const { machine, pages } = ports;
  const { tenantId, applicationId, prompt } = request;
  const [tenant, client] = await Promise.all([
    findTenant(machine.database, tenantId),
    findOfferedApplication(machine.database, tenantId, applicationId),
  ]);
  if (!tenant || !client)
    return showRefusal(c, machine, pages, { code: "saml-application-unknown", detail: plan.issuer });
  const isPassive = prompt.kind === "none";
  await recordOutcome(c, machine, {
    tenantId,
    client,
    isInteractive: !isPassive,
    errorCode: aadsts,
    failureReason: description,
  });
  return sendRefusal(c, ports, {
    tenant,
    plan,
    client,
    error: { number: aadsts, text: description },
    status: statusOfError(aadsts, isPassive ? error : undefined),
  });
}
