import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Application } from "../applications/rules/application.ts";
import { findUser, identitiesOf } from "../directory/find-user.ts";
import type { Tenant } from "../directory/rules/tenant.ts";
import type { User } from "../directory/rules/user.ts";
import { homeStanding } from "./home-standing.ts";
import type { AuthorizationGrant } from "./rules/authorization-grant.ts";
import { type GrantVoid, grantVoid } from "./rules/grant-holder.ts";
import { verifyAccessToken } from "./verify-access-token.ts";

/** A person's access token that an application received and acts upon. */
export interface AcceptedAssertion {
  readonly user: User;
  /** What the token tells of the sign-in, and when it was made. */
  readonly grant: Pick<AuthorizationGrant, "signIn" | "grantedAt">;
}

export type AssertionRefusal =
  | { readonly code: "assertion-invalid"; readonly detail: string }
  | { readonly code: "assertion-expired" | GrantVoid };

/**
 * Checks the access token that an application brings to act on a person's behalf (RFC 7523 section 3, RFC 8693 in
 * spirit): ours, made for this application in this tenant, for a person, not over, and the person may still come in.
 * The token does not say when the person proved themselves, so its own time counts: it was checked then.
 */
export async function acceptAssertion(
  machine: Machine,
  input: { readonly tenant: Tenant; readonly application: Application; readonly assertion: string },
): Promise<Result<AcceptedAssertion, AssertionRefusal>> {
  const { database } = machine;
  const { tenantId } = input.tenant;
  const { applicationId, identifierUris } = input.application;
  const verified = await verifyAccessToken(machine, input.assertion, [applicationId, ...identifierUris]);
  if (!verified.ok) return refuse(refusalOf(verified.refusal.code));
  const { caller, issuedAt, tenantId: issuingTenant } = verified.value;
  if (issuingTenant !== tenantId)
    return refuse({ code: "assertion-invalid", detail: "It was issued for another tenant." });
  if (caller.kind !== "user")
    return refuse({ code: "assertion-invalid", detail: "It belongs to an application, not to a person." });

  const [user, identities] = await Promise.all([
    findUser(database, tenantId, caller.userId),
    identitiesOf(database, tenantId, [caller.userId]),
  ]);
  const identity = identities.get(caller.userId);
  const grantedAt = issuedAt.toISOString();
  const signIn = {
    sessionId: caller.sessionId,
    amr: caller.amr,
    authenticatedAt: grantedAt,
    authenticatedBy: identity && {
      kind: identity.providerKind,
      issuer: identity.issuer,
      subject: identity.subject,
    },
  };
  const voided = grantVoid(user, issuedAt, await homeStanding(machine, signIn));
  return voided || !user
    ? refuse({ code: voided ?? "user-unknown" })
    : accept({ user, grant: { signIn, grantedAt } });
}

type VerificationRefusal = Extract<
  Awaited<ReturnType<typeof verifyAccessToken>>,
  { readonly ok: false }
>["refusal"]["code"];

function refusalOf(code: VerificationRefusal): AssertionRefusal {
  if (code === "token-expired") return { code: "assertion-expired" };
  const detail =
    code === "token-audience-wrong"
      ? "Its audience is not the application that presents it."
      : "Its form or signature is not that of an access token of this service.";
  return { code: "assertion-invalid", detail };
}
