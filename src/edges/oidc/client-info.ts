import type { SignInEvidence } from "../../domain/tokens/rules/authorization-grant.ts";
import { homeAccount } from "../../domain/tokens/rules/home-account.ts";
import type { TenantId, UserId } from "../../foundation/identifiers.ts";

/** `client_info` of the dialect: by which account a client keeps its tokens. */
export function clientInfo(tenantId: TenantId, userId: UserId, signIn: SignInEvidence): string {
  const home = homeAccount(tenantId, userId, signIn.authenticatedBy);
  return Buffer.from(JSON.stringify({ uid: home.userId, utid: home.tenantId })).toString("base64url");
}
