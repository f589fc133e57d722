import type { Context } from "hono";
import type { ApplicationInTenant } from "../../domain/applications/rules/application.ts";
import { recordSignIn } from "../../domain/audit/record-sign-in.ts";
import type { PolicyOutcome } from "../../domain/audit/rules/policy-outcome.ts";
import { homeTenantOfIssuer } from "../../domain/directory/rules/external-identity.ts";
import type { User } from "../../domain/directory/rules/user.ts";
import type { SignInEvidence } from "../../domain/tokens/rules/authorization-grant.ts";
import { identityProviderClaim } from "../../domain/tokens/rules/identity-provider-claim.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { circumstancesOf } from "../shared/request-context.ts";

/** How one request for a sign-in or a token ended. */
export interface Outcome {
  readonly tenantId: TenantId;
  readonly client: Pick<ApplicationInTenant, "application">;
  readonly resource?: ApplicationInTenant | undefined;
  readonly user?: User | undefined;
  readonly signIn?: SignInEvidence | undefined;
  readonly isInteractive: boolean;
  /** 0 for success. */
  readonly errorCode: number;
  readonly failureReason?: string;
  /** What the tenant's conditional access policies said. */
  readonly policies?: readonly PolicyOutcome[] | undefined;
  readonly details?: Record<string, unknown>;
}

/** Writes a request's end to the sign-in log. */
export async function recordOutcome(c: Context, machine: Machine, outcome: Outcome): Promise<void> {
  const { user, client, resource, signIn } = outcome;
  const { publicUrl, behindProxy } = machine.configuration;
  const actor = user
    ? ({ kind: "user", userId: user.userId, displayName: user.displayName, email: user.mail } as const)
    : ({ kind: "unknown" } as const);
  const identityProvider =
    signIn && identityProviderClaim(publicUrl, outcome.tenantId, signIn.authenticatedBy, 2);
  const homeTenantId = signIn?.authenticatedBy && homeTenantOfIssuer(signIn.authenticatedBy.issuer);
  await recordSignIn(machine.database, machine.clock(), circumstancesOf(c, actor, behindProxy), {
    tenantId: outcome.tenantId,
    application: { id: client.application.applicationId, name: client.application.displayName },
    isInteractive: outcome.isInteractive,
    errorCode: outcome.errorCode,
    ...(outcome.failureReason === undefined ? {} : { failureReason: outcome.failureReason }),
    ...(resource ? { resourceId: resource.application.applicationId } : {}),
    ...(user ? { user: { id: user.userId, name: user.displayName, kind: user.kind } } : {}),
    ...(identityProvider ? { identityProvider } : {}),
    ...(homeTenantId ? { homeTenantId } : {}),
    policies: outcome.policies,
    details: { ...outcome.details, ...(signIn && { amr: signIn.amr }) },
  });
}
