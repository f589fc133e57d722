import type { ApplicationId, TenantId, UserId } from "../../../foundation/identifiers.ts";
import type { PolicyOutcome } from "../../audit/rules/policy-outcome.ts";
import type { IdentityProviderKind } from "../../directory/rules/external-identity.ts";

/** A person has signed in to a tenant for an application: everything a token needs to know about how. */
export interface CompletedSignIn {
  readonly tenantId: TenantId;
  readonly applicationId: ApplicationId;
  readonly userId: UserId;
  /** The account's sign-in in this browser: `sid` of the tokens. */
  readonly accountId: string;
  /** Who authenticated the person; undefined when this tenant did it itself. */
  readonly authenticatedBy:
    | {
        readonly kind: IdentityProviderKind;
        readonly issuer: string;
        readonly subject: string;
        /** The addresses that a provider of the tenant stated as verified, in domains it may speak for. */
        readonly vouchedAddresses?: readonly string[] | undefined;
      }
    | undefined;
  /** RFC 8176 names. */
  readonly amr: readonly string[];
  readonly authenticatedAt: Date;
  /** What the tenant's conditional access policies said. */
  readonly policyOutcomes: readonly PolicyOutcome[];
  readonly answer: Readonly<Record<string, unknown>>;
}
