import type { OfferedApplication } from "../../domain/applications/rules/application.ts";
import { type MatchedRedirectUri, matchRedirectUri } from "../../domain/applications/rules/redirect-uri.ts";
import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { findOfferedClient } from "./find-client.ts";
import type { ProtocolRefusal } from "./rules/protocol-error.ts";
import type { RequestParameters } from "./rules/request-parameters.ts";

/** Client and redirect URI are known and belong together: from here on the application may be told what is wrong. */
export interface VerifiedSender {
  readonly tenant: Tenant;
  readonly client: OfferedApplication;
  readonly redirect: MatchedRedirectUri;
}

/** Finds out who sends a person here; until that is certain nobody is redirected anywhere (RFC 6749 section 4.1.2.1). */
export async function verifySenderIn(
  machine: Machine,
  tenant: Tenant,
  parameters: RequestParameters,
): Promise<Result<VerifiedSender, ProtocolRefusal>> {
  const client = await findOfferedClient(machine, tenant, parameters.get("client_id"));
  if (!client.ok) return client;
  const redirect = verifyRedirectUri(client.value, parameters);
  return redirect.ok ? accept({ tenant, client: client.value, redirect: redirect.value }) : redirect;
}

/** The redirect URI of a request, if it is registered for the client. */
export function verifyRedirectUri(
  { application }: OfferedApplication,
  parameters: RequestParameters,
): Result<MatchedRedirectUri, ProtocolRefusal> {
  const registered = application.redirectUris;
  const asked = parameters.get("redirect_uri") ?? registered[0]?.uri;
  if (asked === undefined) return refuse({ code: "redirect-uri-missing" });
  const redirect = matchRedirectUri(registered, asked);
  return redirect ? accept(redirect) : refuse({ code: "redirect-uri-unregistered", detail: asked });
}
