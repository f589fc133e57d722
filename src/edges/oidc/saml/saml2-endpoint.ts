import type { Context } from "hono";
import type { OidcPorts } from "../oidc-ports.ts";
import { showRefusal } from "../show-refusal.ts";
import { findTenantOfSaml } from "./find-tenant-of-saml.ts";
import { readMessage } from "./read-message.ts";
import { signInBySaml } from "./sign-in-by-saml.ts";

/** `GET|POST /{tenant}/saml2`: takes the messages of applications that sign in by SAML (SAML Bindings sections 3.4 and 3.5). */
export async function saml2Endpoint(c: Context, ports: OidcPorts): Promise<Response> {
  const { machine, pages } = ports;
  const tenant = await findTenantOfSaml(c, machine);
  if (!tenant.ok) return showRefusal(c, machine, pages, tenant.refusal);
  const message = await readMessage(c);
  if (!message.ok) return showRefusal(c, machine, pages, message.refusal);
  return signInBySaml(c, ports, tenant.value, message.value);
}
