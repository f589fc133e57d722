import type { Context } from "hono";
import type { OfferedApplication } from "../../../domain/applications/rules/application.ts";
import type { Tenant } from "../../../domain/directory/rules/tenant.ts";
import { issueSamlRefusal } from "../../../domain/tokens/saml/issue-saml-response.ts";
import type { SamlStatus } from "../../../domain/tokens/saml/rules/saml-status.ts";
import type { OidcPorts } from "../oidc-ports.ts";
import { errorDescription } from "../show-refusal.ts";
import type { SamlPlan } from "./saml-plan.ts";
import { sendResponse } from "./send-response.ts";

export interface SamlRefusal {
  readonly tenant: Tenant;
  readonly plan: SamlPlan;
  readonly client: Pick<OfferedApplication, "application">;
  readonly error: { readonly number: number; readonly text: string };
  readonly status: SamlStatus;
}

/** Tells an application by a signed response why nobody is signed in. */
export async function sendRefusal(
  c: Context,
  { machine, pages }: OidcPorts,
  { tenant, plan, client, error, status }: SamlRefusal,
): Promise<Response> {
  const message = errorDescription(c, error.number, error.text, machine.clock());
  const recipient = { tenant, requestId: plan.requestId, destination: plan.assertionConsumerUrl };
  const xml = await issueSamlRefusal(machine, recipient, { ...status, message });
  return sendResponse(c, pages, plan, xml, client.application.displayName);
}
