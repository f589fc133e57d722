import type { ApplicationId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { isWithinNetworks } from "../../platform/networks/network.ts";
import { findAcceptedAgreements } from "../agreements/find-agreements.ts";
import { groupsOf } from "../directory/find-groups.ts";
import { rolesOf } from "../directory/find-roles.ts";
import { findUser } from "../directory/find-user.ts";
import { homeTenantOfIssuer } from "../directory/rules/external-identity.ts";
import type { User } from "../directory/rules/user.ts";
import { selectLocations, selectPolicies } from "./conditional-access-store.ts";
import { type AccessDecision, decideAccess } from "./rules/access-demand.ts";

/** Somebody who is about to come in. */
export interface Arriving {
  readonly user: Pick<User, "tenantId" | "userId">;
  /** Who proved who they are; undefined for the tenant itself. */
  readonly issuer: string | undefined;
  /** The application that asks and those it wants to use; none for our own pages. */
  readonly applicationIds: readonly ApplicationId[];
  /** Where the person is, as far as that is seen. */
  readonly networkAddress: string | undefined;
  /** In the user's tenant, on the sign-in that is asked about. */
  readonly isSecondFactorProved: boolean;
}

/** What the policies of the user's tenant demand at this moment; undefined where it has none in use. */
export async function evaluateAccess(
  { database, clock }: Machine,
  { user: { tenantId, userId }, issuer, applicationIds, networkAddress, isSecondFactorProved }: Arriving,
): Promise<AccessDecision | undefined> {
  const policies = (await selectPolicies(database, tenantId)).filter(({ state }) => state !== "off");
  if (policies.length === 0) return undefined;
  const asksTerms = policies.some(({ controls }) => controls.agreementIds.length > 0);
  const [user, groupIds, roles, locations, acceptedAgreements] = await Promise.all([
    findUser(database, tenantId, userId),
    groupsOf(database, tenantId, userId),
    rolesOf(database, tenantId, userId),
    selectLocations(database, tenantId),
    asksTerms ? findAcceptedAgreements(database, { tenantId, userId, now: clock() }) : [],
  ]);
  return (
    user &&
    decideAccess(policies, {
      user,
      homeTenantId: issuer === undefined ? undefined : homeTenantOfIssuer(issuer),
      groupIds,
      roles,
      applicationIds,
      isSecondFactorProved,
      acceptedAgreements,
      places: locations.filter(
        ({ ranges }) => networkAddress !== undefined && isWithinNetworks(networkAddress, ranges),
      ),
    })
  );
}
