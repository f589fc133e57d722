import { createHash } from "node:crypto";
import type { ApplicationId, TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { hashOpaqueToken } from "../../platform/secrets/opaque-token.ts";
import { findUser } from "../directory/find-user.ts";
import type { User } from "../directory/rules/user.ts";
import { markRedeemed, type StoredCode, selectCode } from "./authorization-code-store.ts";
import { homeStanding } from "./home-standing.ts";
import { type NewTokenOfFamily, newTokenOfFamily } from "./new-refresh-token.ts";
import { revokeFamily } from "./revoke-family.ts";
import type { AuthorizationGrant, CodeChallenge } from "./rules/authorization-grant.ts";
import { type CodeRefusal, codeRefusal } from "./rules/code-redemption.ts";
import { type GrantVoid, grantVoid } from "./rules/grant-holder.ts";
import { tenantNamedByToken } from "./tenant-bound-token.ts";

/** The code a client brought, found but not yet redeemed. */
export type FoundCode = StoredCode;

/** Looks a code up within the tenant it was brought to; nothing is consumed. */
export async function findCode(
  machine: Machine,
  tenantId: TenantId,
  code: string,
): Promise<Result<FoundCode, { readonly code: "code-unknown" | "code-of-another-tenant" }>> {
  const named = tenantNamedByToken(code);
  if (named === undefined) return refuse({ code: "code-unknown" });
  if (named !== tenantId) return refuse({ code: "code-of-another-tenant" });
  const found = await selectCode(machine.database, tenantId, hashOpaqueToken(code));
  return found ? accept(found) : refuse({ code: "code-unknown" });
}

export interface RedeemCodeInput {
  readonly code: FoundCode;
  readonly applicationId: ApplicationId;
  readonly redirectUri: string | undefined;
  readonly codeVerifier: string | undefined;
  /** Whether the client may renew: it asked for `offline_access`. */
  readonly withRefreshToken: boolean;
}

export interface RedeemedGrant {
  readonly grant: AuthorizationGrant;
  readonly user: User;
  readonly refreshToken: NewTokenOfFamily | undefined;
}

/**
 * Redeems a code for the grant behind it. Of many redemptions at once one wins; a later one revokes everything the
 * first gave (RFC 6749 section 4.1.2), since one of the two is a thief.
 */
export async function redeemCode(
  machine: Machine,
  input: RedeemCodeInput,
): Promise<Result<RedeemedGrant, { readonly code: CodeRefusal | GrantVoid }>> {
  const now = machine.clock();
  const { code } = input;
  const [user, home] = await Promise.all([
    findUser(machine.database, code.tenantId, code.userId),
    homeStanding(machine, code.grant.signIn),
  ]);

  const refusal = codeRefusal(
    code,
    { ...input, challengeOfVerifier: challengeOf(code.grant.codeChallenge, input.codeVerifier) },
    now,
  );
  if (refusal === "code-used") await revokeFamily(machine, code.tenantId, code.familyId);
  if (refusal) return refuse({ code: refusal });
  const voided = grantVoid(user, new Date(code.grant.grantedAt), home);
  if (voided || !user) return refuse({ code: voided ?? "user-unknown" });

  // The nonce and the proof key belong to the code; what is handed on does not need them.
  const { nonce: _nonce, codeChallenge: _codeChallenge, ...lasting } = code.grant;
  const refreshToken = input.withRefreshToken
    ? newTokenOfFamily({ ...code, grant: lasting }, now, undefined)
    : undefined;
  if (!(await markRedeemed(machine.database, code, now, refreshToken?.row))) {
    await revokeFamily(machine, code.tenantId, code.familyId);
    return refuse({ code: "code-used" });
  }
  return accept({ grant: code.grant, user, refreshToken });
}

/** RFC 7636 section 4.6. */
function challengeOf(challenge: CodeChallenge | undefined, verifier: string | undefined): string | undefined {
  if (verifier === undefined || challenge === undefined) return undefined;
  return challenge.method === "plain" ? verifier : createHash("sha256").update(verifier).digest("base64url");
}
