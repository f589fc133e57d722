import type { DatabaseHandle } from "../../../platform/database/database.ts";
import type { Machine } from "../../../platform/machine.ts";
import type { MailToQueue } from "../../../platform/mail/queue-mail.ts";
import { findApplicationInTenant } from "../../applications/find-application.ts";
import { mailBrandOf } from "../../directory/branding/mail-brand.ts";
import type { Tenant } from "../../directory/rules/tenant.ts";
import type { SignUpRequest } from "../rules/sign-up-request.ts";
import { decisionMessage } from "./decision-message.ts";
import type { Approver } from "./find-deciders.ts";
import { nameProof } from "./name-proof.ts";
import { requestMessage } from "./request-message.ts";

/** The mail that asks an approver to decide. */
export async function requestMail(
  { configuration }: Machine,
  handle: DatabaseHandle,
  {
    tenant,
    request,
    approver,
  }: { readonly tenant: Tenant; readonly request: SignUpRequest; readonly approver: Approver },
): Promise<MailToQueue> {
  const { tenantId, requestId, applicationId, expiresAt, asking } = request;
  const application = await findApplicationInTenant(handle, tenantId, applicationId);
  const message = requestMessage({
    languages: [approver.language, tenant.defaultLanguage],
    organisationName: tenant.displayName,
    organisationDomain: tenant.primaryDomain,
    brandIn: (language) => mailBrandOf(tenant, language),
    applicationName: application?.servicePrincipal.displayName ?? tenant.displayName,
    asking,
    provenBy: await nameProof(handle, tenantId, asking),
    decideUrl: `${configuration.publicUrl}/approvals/${requestId}?tenant=${tenantId}`,
    expiresAt,
  });
  const to = { address: approver.address, name: approver.displayName };
  return { tenantId, purpose: "sign-up-approval", content: { ...message, to, notAfter: expiresAt } };
}

/** The mail that tells a person what was decided. */
export async function decisionMail(
  { configuration }: Machine,
  handle: DatabaseHandle,
  {
    tenant,
    request,
    verdict,
    reason,
  }: {
    readonly tenant: Tenant;
    readonly request: SignUpRequest;
    readonly verdict: "approved" | "denied";
    readonly reason: string | undefined;
  },
): Promise<MailToQueue> {
  const { tenantId, applicationId, asking } = request;
  const found = await findApplicationInTenant(handle, tenantId, applicationId);
  const message = decisionMessage({
    ...{ verdict, reason },
    language: asking.language,
    organisationName: tenant.displayName,
    organisationDomain: tenant.primaryDomain,
    brandIn: (language) => mailBrandOf(tenant, language),
    applicationName: found?.servicePrincipal.displayName ?? tenant.displayName,
    // Without a page of its own the application stands in My Apps, or its people know where it is.
    openUrl: found?.application.homePageUrl ?? `${configuration.publicUrl}/myapps?tenant=${tenantId}`,
    publicUrl: configuration.publicUrl,
    contact: tenant.contactEmail,
  });
  const to = { address: asking.address, name: asking.displayName };
  return { tenantId, purpose: "sign-up-approval", content: { ...message, to } };
}
