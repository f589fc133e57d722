import type { TenantId } from "../../../foundation/identifiers.ts";
import type { User } from "../../directory/rules/user.ts";
import type { SignInEvidence } from "./authorization-grant.ts";
import { identityProviderClaim } from "./identity-provider-claim.ts";
import { signInName } from "./person-claims.ts";

/** What tokens of the first version are made from beyond those of the second. */
export interface FirstVersionFacts {
  readonly publicUrl: string;
  readonly tenantId: TenantId;
  readonly user: User;
  readonly signIn: SignInEvidence;
}

/** What the first version says about a person without being asked, in ID tokens and access tokens alike. */
export function firstVersionClaims(facts: FirstVersionFacts): Record<string, unknown> {
  const { user, signIn } = facts;
  return {
    unique_name: uniqueName(facts),
    upn: user.isExternal ? undefined : user.userPrincipalName,
    amr: signIn.amr,
    ipaddr: signIn.ipAddress,
    given_name: user.givenName,
    family_name: user.surname,
  };
}

/** Somebody of an organisation that speaks the dialect is called by their address; others after who vouched for it. */
function uniqueName({ publicUrl, tenantId, user, signIn }: FirstVersionFacts): string {
  const { authenticatedBy } = signIn;
  const provider = identityProviderClaim(publicUrl, tenantId, authenticatedBy, 1);
  const speaksDialect = authenticatedBy?.kind === "tenant" || authenticatedBy?.kind === "entra";
  return provider === undefined || speaksDialect ? signInName(user) : `${provider}#${signInName(user)}`;
}
