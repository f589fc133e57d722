import type { ClientProof } from "../../domain/tokens/rules/access-token-claims.ts";
import type { AuthorizationGrant } from "../../domain/tokens/rules/authorization-grant.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { authenticateClient } from "./authenticate-client.ts";
import type { ProtocolRefusal } from "./rules/protocol-error.ts";
import { checkRedemptionOrigin } from "./rules/redemption-origin.ts";
import type { TokenRequest } from "./token-request.ts";

/**
 * Whether the one who brings a code or refresh token does so the way its platform demands: a page of its own origin
 * for browser applications, a credential for web applications, neither for installed ones. Nothing is consumed here.
 */
export async function checkRedeemer(
  machine: Machine,
  request: TokenRequest,
  grant: Pick<AuthorizationGrant, "platform" | "redirectUri">,
): Promise<Result<ClientProof, ProtocolRefusal>> {
  const { client, credential, origin } = request;
  const originRefusal = checkRedemptionOrigin({
    origin,
    platform: grant.platform,
    redirectUri: grant.redirectUri,
    registered: client.application.redirectUris,
  });
  if (originRefusal) return refuse(originRefusal);
  const hasCredential = credential.secret !== undefined || credential.assertion !== undefined;
  if (grant.platform !== "web")
    return hasCredential ? refuse({ code: "credential-of-public-client" }) : accept("none");
  return hasCredential ? authenticateClient(machine, request) : refuse({ code: "credential-missing" });
}
