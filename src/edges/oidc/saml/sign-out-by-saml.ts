import type { Context } from "hono";
import { findSamlApplication } from "../../../domain/applications/find-application.ts";
import type { ApplicationInTenant } from "../../../domain/applications/rules/application.ts";
import type { Tenant } from "../../../domain/directory/rules/tenant.ts";
import { issueLogoutResponse } from "../../../domain/tokens/saml/issue-logout-messages.ts";
import type { SamlStatus } from "../../../domain/tokens/saml/rules/saml-status.ts";
import { xmlSigner } from "../../../domain/tokens/xml-signer.ts";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { Machine } from "../../../platform/machine.ts";
import { endSignIns } from "../end-sign-ins.ts";
import { isNavigation } from "../is-navigation.ts";
import type { OidcPorts } from "../oidc-ports.ts";
import { applicationsInUse } from "../read-sign-out.ts";
import { type ProtocolRefusal, protocolError } from "../rules/protocol-error.ts";
import { seeOther } from "../see-other.ts";
import { errorDescription, showRefusal } from "../show-refusal.ts";
import { type LogoutRequest, readLogoutRequest } from "./read-logout-request.ts";
import type { SamlMessage } from "./read-message.ts";
import { redirectAddress } from "./redirect-address.ts";
import { statusOfError } from "./rules/status-of-error.ts";
import { whomSamlMeans } from "./rules/whom-saml-means.ts";
import { trustMessage } from "./trust-message.ts";

/** An application asks for a person to be signed out (SAML Profiles section 4.4.4). */
export async function signOutBySaml(
  c: Context,
  ports: OidcPorts,
  tenant: Tenant,
  message: SamlMessage,
): Promise<Response> {
  const { machine, pages, signIn } = ports;
  const verified = await readVerifiedWish(machine, tenant, message);
  if (!verified.ok) return showRefusal(c, machine, pages, verified.refusal);
  const { client, request } = verified.value;
  const { name, sessionIndexes } = request;
  const accounts = (await signIn.findSignedIn(c))?.accounts ?? [];
  const application = { tenantId: tenant.tenantId, applicationId: client.application.applicationId };
  const meant = whomSamlMeans(accounts, {
    application,
    name,
    sessionIndexes,
    isNavigation: isNavigation(c),
  });
  const answering = { client, request, message };
  if (!meant.ok) return tellRefusal(c, ports, answering, meant.refusal);
  const continueTo = await answerAddress(machine, answering, { code: "Success" });
  const inUse = await applicationsInUse(machine, accounts);
  return endSignIns(c, ports, { accounts, inUse, continueTo, initiator: application }, meant.value);
}

/** Who asks, and what, as far as it may be trusted. */
async function readVerifiedWish(
  machine: Machine,
  { tenantId }: Tenant,
  message: SamlMessage,
): Promise<
  Result<{ readonly client: ApplicationInTenant; readonly request: LogoutRequest }, ProtocolRefusal>
> {
  const claimed = readLogoutRequest(message, machine.clock());
  if (!claimed.ok) return claimed;
  const { issuer } = claimed.value;
  // One that is switched off may still have its people leave.
  const client = await findSamlApplication(machine.database, tenantId, issuer);
  if (!client) return refuse({ code: "saml-application-unknown", detail: issuer });
  const trusted = await trustMessage(machine, client, message);
  if (!trusted.ok) return trusted;
  const request = readLogoutRequest(trusted.value, machine.clock());
  if (!request.ok) return request;
  return request.value.issuer === issuer
    ? accept({ client, request: request.value })
    : refuse({ code: "saml-signature-wrong" });
}

interface Answering {
  readonly client: ApplicationInTenant;
  readonly request: LogoutRequest;
  readonly message: SamlMessage;
}

/** Where the person goes with the answer; undefined for an application that registered no address for it. */
async function answerAddress(
  machine: Machine,
  { client, request, message }: Answering,
  status: SamlStatus,
): Promise<string | undefined> {
  const { application, servicePrincipal } = client;
  const destination = application.logoutUrl;
  if (destination === undefined) return undefined;
  const { tenantId } = servicePrincipal;
  const { requestId } = request;
  const xml = issueLogoutResponse(machine, { tenantId, destination, requestId, status });
  const { relayState } = message;
  return redirectAddress(await xmlSigner(machine), { destination, name: "SAMLResponse", xml, relayState });
}

async function tellRefusal(
  c: Context,
  { machine, pages }: OidcPorts,
  answering: Answering,
  refusal: ProtocolRefusal,
): Promise<Response> {
  const { number, text } = protocolError(refusal);
  const description = errorDescription(c, number, text, machine.clock());
  const status = { ...statusOfError(number), message: description };
  const address = await answerAddress(machine, answering, status);
  return address === undefined ? showRefusal(c, machine, pages, refusal) : seeOther(c, address);
}
