import { findSamlApplication } from "../../../domain/applications/find-application.ts";
import type { ApplicationInTenant } from "../../../domain/applications/rules/application.ts";
import type { Tenant } from "../../../domain/directory/rules/tenant.ts";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { Machine } from "../../../platform/machine.ts";
import type { ProtocolRefusal } from "../rules/protocol-error.ts";
import { type AuthnRequest, readAuthnRequest } from "./read-authn-request.ts";
import type { SamlMessage } from "./read-message.ts";
import { bindings } from "./rules/bindings.ts";
import { trustMessage } from "./trust-message.ts";

/** The application is known, and the address belongs to it: from here on it may be told what is wrong. */
export interface SamlSender {
  readonly tenant: Tenant;
  readonly client: ApplicationInTenant;
  readonly assertionConsumerUrl: string;
}

/**
 * Finds out who sends a person here, and reads their request as far as it may be trusted; until that is certain nothing
 * is posted anywhere (SAML Profiles section 4.1.4.1).
 */
export async function readVerifiedRequest(
  machine: Machine,
  tenant: Tenant,
  message: SamlMessage,
): Promise<Result<{ readonly sender: SamlSender; readonly request: AuthnRequest }, ProtocolRefusal>> {
  const claimed = readAuthnRequest(message);
  if (!claimed.ok) return claimed;
  const client = await findSamlClient(machine, tenant, claimed.value.issuer);
  if (!client.ok) return client;
  const trusted = await trustMessage(machine, client.value, message);
  if (!trusted.ok) return trusted;
  const request = readAuthnRequest(trusted.value);
  if (!request.ok) return request;
  const { issuer, protocolBinding } = request.value;
  if (issuer !== claimed.value.issuer) return refuse({ code: "saml-signature-wrong" });
  if (protocolBinding !== undefined && protocolBinding !== bindings.post)
    return refuse({ code: "saml-binding-unsupported", detail: protocolBinding });
  const address = consumerUrl(client.value, request.value);
  if (!address.ok) return address;
  const sender = { tenant, client: client.value, assertionConsumerUrl: address.value };
  return accept({ sender, request: request.value });
}

/** The application of this tenant that calls itself so and signs in by SAML. */
async function findSamlClient(
  { database }: Machine,
  { tenantId }: Tenant,
  issuer: string,
): Promise<Result<ApplicationInTenant, ProtocolRefusal>> {
  const client = await findSamlApplication(database, tenantId, issuer);
  if (!client) return refuse({ code: "saml-application-unknown", detail: issuer });
  return client.servicePrincipal.accountEnabled
    ? accept(client)
    : refuse({ code: "client-disabled", detail: issuer });
}

/** Compared character by character, ports of loopback addresses too: assertions go to servers. A request that names none means the only one there is. */
function consumerUrl(
  { application }: ApplicationInTenant,
  { assertionConsumerUrl: asked }: AuthnRequest,
): Result<string, ProtocolRefusal> {
  const registered = application.redirectUris
    .filter(({ platform }) => platform === "web")
    .map(({ uri }) => uri);
  if (asked !== undefined)
    return registered.includes(asked)
      ? accept(asked)
      : refuse({ code: "redirect-uri-unregistered", detail: asked });
  const [only, second] = registered;
  return only !== undefined && second === undefined ? accept(only) : refuse({ code: "redirect-uri-missing" });
}
