import type { ApplicationId, TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { findApplicationInTenant } from "../applications/find-application.ts";
import { findTenant } from "../directory/find-tenant.ts";
import { listSwitchedOff } from "../federation/find-provider.ts";
import { readCollaborationSettings } from "../policies/read-collaboration-settings.ts";
import { readDomainRestriction } from "../policies/read-domain-policy.ts";
import { findQuestions } from "./find-questions.ts";
import { findUserFlowOfApplication } from "./find-user-flow.ts";
import type { SignUpOffer } from "./rules/sign-up-offer.ts";
import { selectSignUpSettings } from "./sign-up-settings-store.ts";

/**
 * The flow by which people who were never invited may sign up for an application of a tenant; undefined where the
 * tenant allows none, or the application is linked to none. Providers that are switched off are no way of it.
 */
export async function findSignUpOffer(
  handle: DatabaseHandle,
  tenantId: TenantId,
  applicationId: ApplicationId,
): Promise<SignUpOffer | undefined> {
  const application = await findApplicationInTenant(handle, tenantId, applicationId);
  if (!application?.servicePrincipal.accountEnabled) return undefined;
  const flow = await findUserFlowOfApplication(
    handle,
    tenantId,
    application.servicePrincipal.servicePrincipalId,
  );
  if (!flow) return undefined;
  const settings = await selectSignUpSettings(handle, tenantId);
  if (!settings.isEnabled) return undefined;
  const [tenant, switchedOff, collaboration, restriction, questions] = await Promise.all([
    findTenant(handle, tenantId),
    listSwitchedOff(handle, tenantId),
    readCollaborationSettings(handle, tenantId),
    readDomainRestriction(handle, tenantId),
    findQuestions(handle, flow),
  ]);
  return {
    flow: { ...flow, providers: flow.providers.filter((providerId) => !switchedOff.includes(providerId)) },
    questions,
    ownDomains: tenant?.verifiedDomains ?? [],
    restriction,
    emailCodeEnabled: collaboration.emailCodeEnabled,
  };
}
