import { createHash } from "node:crypto";
import type { TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { hashOpaqueToken, sameDigest } from "../../platform/secrets/opaque-token.ts";
import { findTenant } from "../directory/find-tenant.ts";
import { findUser } from "../directory/find-user.ts";
import { addressesVouchedFor } from "../federation/connectors/tenant/tenant-identity.ts";
import { signToken } from "../tokens/sign-token.ts";
import { isOwnMember } from "./rules/is-own-member.ts";
import { visitClaims } from "./rules/visit-claims.ts";
import { markVisitCodeRedeemed, selectVisitCode } from "./visit-store.ts";

export type VisitCodeRefusal =
  | "code-unknown"
  | "code-of-another-client"
  | "code-used"
  | "code-expired"
  | "redirect-uri-differs"
  | "code-verifier-wrong"
  | "user-disabled";

export interface PresentedVisitCode {
  readonly tenantId: TenantId;
  readonly code: string;
  /** Proved already. */
  readonly clientId: string;
  readonly redirectUri: string | undefined;
  readonly codeVerifier: string;
}

/**
 * Redeems a code for an ID token that says who came (RFC 6749 section 4.1.3, RFC 7636 section 4.6). Whoever left or was
 * disabled in the meantime is not vouched for any more.
 */
export async function redeemVisitCode(
  machine: Machine,
  presented: PresentedVisitCode,
): Promise<Result<string, { readonly code: VisitCodeRefusal }>> {
  const { tenantId } = presented;
  const now = machine.clock();
  const code = await selectVisitCode(machine.database, tenantId, hashOpaqueToken(presented.code));
  const [user, tenant] = await Promise.all([
    code && findUser(machine.database, tenantId, code.userId),
    findTenant(machine.database, tenantId),
  ]);

  if (!code || !tenant) return refuse({ code: "code-unknown" });
  const { organisation, codeChallenge, nonce } = code.visit;
  if (organisation.clientId !== presented.clientId) return refuse({ code: "code-of-another-client" });
  if (code.redeemedAt !== undefined) return refuse({ code: "code-used" });
  if (code.expiresAt <= now) return refuse({ code: "code-expired" });
  if (organisation.redirectUri !== presented.redirectUri) return refuse({ code: "redirect-uri-differs" });
  if (!isVerifierOf(codeChallenge, presented.codeVerifier)) return refuse({ code: "code-verifier-wrong" });
  if (!user?.accountEnabled || !isOwnMember(user)) return refuse({ code: "user-disabled" });

  if (!(await markVisitCodeRedeemed(machine.database, code, now))) return refuse({ code: "code-used" });
  const claims = visitClaims({
    publicUrl: machine.configuration.publicUrl,
    user,
    addresses: [...new Set(addressesVouchedFor(tenant, user))],
    clientId: organisation.clientId,
    nonce,
    amr: code.amr,
    authenticatedAt: code.authenticatedAt,
    now,
  });
  return accept(await signToken(machine, claims));
}

function isVerifierOf(challenge: string, verifier: string): boolean {
  const made = createHash("sha256").update(verifier).digest("base64url");
  return sameDigest(Buffer.from(made), Buffer.from(challenge));
}
