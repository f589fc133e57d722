import type { ApplicationId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { graphApplicationId } from "../applications/rules/graph-permissions.ts";
import { evaluateAccess } from "../conditional-access/evaluate-access.ts";
import type { AccessDecision } from "../conditional-access/rules/access-demand.ts";
import type { SecondFactorStanding } from "../second-factor/rules/second-factor-standing.ts";
import type { AccountStanding } from "./rules/account-standing.ts";
import type { BrowserSession } from "./rules/session-account.ts";
import type { Purpose } from "./rules/sign-in-facts.ts";

/**
 * What the policies of the tenant say and still demand of an account that is a user of it. Nothing where it goes on to another
 * organisation: that one asks by its own policies.
 */
export async function readDemand(
  machine: Machine,
  purpose: Purpose,
  { networkAddress }: BrowserSession,
  { account, standing }: AccountStanding,
  secondFactor: SecondFactorStanding | undefined,
): Promise<AccessDecision | undefined> {
  if (standing.kind !== "user" || purpose.kind === "vouch" || purpose.kind === "vouch-abroad")
    return undefined;
  return evaluateAccess(machine, {
    user: standing.user,
    issuer: account.issuer,
    applicationIds: applicationsOf(purpose),
    networkAddress,
    isSecondFactorProved: secondFactor?.provedAt !== undefined,
  });
}

/** The application that asks and those it wants to use; our own pages are none. */
function applicationsOf(purpose: Purpose): readonly ApplicationId[] {
  switch (purpose.kind) {
    case "authorize": {
      const { applicationId, permissions } = purpose.request;
      // Who names no resource may still get a token for user info, which is Graph's: its policies are asked, too.
      if (permissions.length === 0) return [applicationId, graphApplicationId];
      return [applicationId, ...permissions.map((asked) => asked.resourceApplicationId)];
    }
    case "admin-consent":
      return [purpose.request.applicationId];
    default:
      return [];
  }
}
