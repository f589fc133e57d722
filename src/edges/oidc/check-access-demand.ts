import type { PolicyOutcome } from "../../domain/audit/rules/policy-outcome.ts";
import { evaluateAccess } from "../../domain/conditional-access/evaluate-access.ts";
import { isDemandMet } from "../../domain/conditional-access/rules/access-demand.ts";
import type { User } from "../../domain/directory/rules/user.ts";
import type { SignInEvidence } from "../../domain/tokens/rules/authorization-grant.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { ChosenAccess } from "./choose-access.ts";
import type { ProtocolRefusal } from "./rules/protocol-error.ts";
import type { TokenRequest } from "./token-request.ts";

/**
 * What the tenant's policies have against new tokens in somebody's name, asked anew each time; what each of
 * them said when nothing. What only the person can do (a second factor, terms) sends the application back to them.
 */
export async function checkAccessDemand(
  machine: Machine,
  { client }: Pick<TokenRequest, "client">,
  asked: {
    readonly user: Pick<User, "tenantId" | "userId">;
    readonly signIn: SignInEvidence;
    readonly access: ChosenAccess;
    /** Where the person is, as far as that is seen. */
    readonly networkAddress: string | undefined;
  },
): Promise<Result<readonly PolicyOutcome[], ProtocolRefusal>> {
  const { user, signIn, access, networkAddress } = asked;
  const decision = await evaluateAccess(machine, {
    user,
    issuer: signIn.authenticatedBy?.issuer,
    applicationIds: [client.application.applicationId, access.resource.application.applicationId],
    networkAddress,
    // Written into the grant when the person signed in to this tenant.
    isSecondFactorProved: signIn.amr.includes("mfa"),
  });
  if (!decision) return accept([]);
  const { demand, outcomes } = decision;
  if (isDemandMet(demand)) return accept(outcomes);
  const code = demand.isBlocked
    ? "access-blocked"
    : demand.secondFactor
      ? "second-factor-required"
      : "terms-required";
  return refuse({ code, policyOutcomes: outcomes });
}
