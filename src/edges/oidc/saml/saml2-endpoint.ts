import type { Context } from "hono";
import type { Tenant } from "../../../domain/directory/rules/tenant.ts";
import { isNavigation } from "../is-navigation.ts";
import type { OidcPorts } from "../oidc-ports.ts";
import { seeOther } from "../see-other.ts";
import { showRefusal } from "../show-refusal.ts";
import { findTenantOfSaml } from "./find-tenant-of-saml.ts";
import { readMessage, type SamlMessage } from "./read-message.ts";
import { signInBySaml } from "./sign-in-by-saml.ts";
import { signOutBySaml } from "./sign-out-by-saml.ts";

/** `GET|POST /{tenant}/saml2`: takes the messages of applications that sign in by SAML (SAML Bindings sections 3.4 and 3.5). */
export async function saml2Endpoint(c: Context, ports: OidcPorts): Promise<Response> {
  const { machine, pages } = ports;
  const tenant = await findTenantOfSaml(c, machine);
  if (!tenant.ok) return showRefusal(c, machine, pages, tenant.refusal);
  const message = await readMessage(c);
  if (!message.ok) return showRefusal(c, machine, pages, message.refusal);
  return takeMessage(c, ports, tenant.value, message.value);
}

function takeMessage(
  c: Context,
  ports: OidcPorts,
  tenant: Tenant,
  message: SamlMessage,
): Response | Promise<Response> {
  const [root = ""] = Object.keys(message.document as object);
  switch (`${message.kind} ${root}`) {
    case "request AuthnRequest":
      return signInBySaml(c, ports, tenant, message);
    case "request LogoutRequest":
      return signOutBySaml(c, ports, tenant, message);
    case "response LogoutResponse":
      return takeSignOutAnswer(c);
    default:
      return showRefusal(c, ports.machine, ports.pages, { code: "saml-message-unsupported", detail: root });
  }
}

/** An application was told of a sign-out and says what became of it: the person is signed out here either way. */
function takeSignOutAnswer(c: Context): Response {
  return isNavigation(c) ? seeOther(c, "/myapps") : c.body(null, 204);
}
