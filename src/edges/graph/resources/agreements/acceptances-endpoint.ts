import { listAcceptances } from "../../../../domain/agreements/find-agreements.ts";
import { checkPermissionOnOthers } from "../../caller.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { listFew } from "../../odata/list-few.ts";
import { checkMayReadPolicies } from "../conditional-access/may-manage-policies.ts";
import { findAddressedUser } from "../users/find-addressed-user.ts";
import { isSelf } from "../users/user-view.ts";
import { addressedAgreement } from "./addressed-agreement.ts";
import { presentAcceptance } from "./present-agreement.ts";

/** `GET …/agreements/{id}/acceptances`. */
export async function listAcceptancesEndpoint(request: GraphRequest): Promise<Response> {
  checkMayReadPolicies(request.caller);
  const { tenantId, agreementId } = await addressedAgreement(request);
  const acceptances = await listAcceptances(request.machine.database, { tenantId, agreementId });
  const collection = `identityGovernance/termsOfUse/agreements('${agreementId}')/acceptances`;
  return listFew(request, collection, acceptances.map(presentAcceptance));
}

/** `GET /users/{id}/agreementAcceptances`: people see their own. */
export async function listAcceptancesOfUserEndpoint(request: GraphRequest): Promise<Response> {
  const operation = "GET /users/:id/agreementAcceptances";
  const { tenantId, userId, ...user } = await findAddressedUser(request, operation);
  if (!isSelf(request.caller, { ...user, tenantId, userId })) {
    checkPermissionOnOthers(request.caller, operation);
    checkMayReadPolicies(request.caller);
  }
  const acceptances = await listAcceptances(request.machine.database, { tenantId, userId });
  return listFew(request, `users('${userId}')/agreementAcceptances`, acceptances.map(presentAcceptance));
}
