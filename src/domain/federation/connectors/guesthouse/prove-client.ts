import type { ClientAuth } from "openid-client";
import { newIdentifier } from "../../../../foundation/new-identifier.ts";
import type { Machine } from "../../../../platform/machine.ts";
import { signToken } from "../../../tokens/sign-token.ts";

const assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const lifetimeSeconds = 120;

/**
 * `private_key_jwt` (OpenID Connect Core section 9) with the key that signs now: the partner finds it through our own
 * client document, so nothing was exchanged beforehand. The audience is the partner's issuer alone, so that an
 * assertion is good at no other partner.
 */
export function proveClient(machine: Machine): ClientAuth {
  return async (server, { client_id: clientId }, body) => {
    const now = Math.floor(machine.clock().getTime() / 1000);
    const claims = {
      iss: clientId,
      sub: clientId,
      aud: server.issuer,
      jti: newIdentifier(),
      iat: now,
      nbf: now,
      exp: now + lifetimeSeconds,
    };
    body.set("client_id", clientId);
    body.set("client_assertion_type", assertionType);
    body.set("client_assertion", await signToken(machine, claims, "client-authentication+jwt"));
  };
}
