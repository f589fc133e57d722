import { createHash, createHmac } from "node:crypto";
import type { Machine } from "../../../platform/machine.ts";
import { tokenIssuer } from "../../tokens/rules/token-issuer.ts";
import { signToken } from "../../tokens/sign-token.ts";
import type { ApiConnector } from "../rules/api-connector.ts";
import type { ConnectorSecrets } from "./open-connector-secrets.ts";

const tokenLifetimeSeconds = 300;

/**
 * The headers of a call. Beside the API's own credentials two proofs that it comes from here: `guesthouse-token`, a
 * JWT that anybody can verify with the published keys and that names the body by its digest; and, where a secret is
 * shared, `guesthouse-signature`, an HMAC over time and body. The idempotency key is the same in both attempts.
 */
export async function requestHeaders(
  machine: Machine,
  call: {
    readonly connector: ApiConnector;
    readonly secrets: ConnectorSecrets;
    readonly callId: string;
    readonly body: string;
  },
): Promise<Record<string, string>> {
  const { connector, secrets, callId, body } = call;
  const now = Math.floor(machine.clock().getTime() / 1000);
  const token = await signToken(machine, {
    iss: tokenIssuer(machine.configuration.publicUrl, connector.tenantId, 2),
    aud: new URL(connector.targetUrl).origin,
    iat: now,
    exp: now + tokenLifetimeSeconds,
    jti: callId,
    body_sha256: createHash("sha256").update(body).digest("base64url"),
  });
  const { password, signingSecret } = secrets;
  return {
    "content-type": "application/json",
    accept: "application/json",
    "idempotency-key": callId,
    "guesthouse-token": token,
    ...(signingSecret !== undefined && {
      "guesthouse-signature": `t=${now},v1=${createHmac("sha256", signingSecret).update(`${now}.${body}`).digest("hex")}`,
    }),
    ...(password !== undefined && {
      authorization: `Basic ${Buffer.from(`${connector.userName ?? ""}:${password}`, "utf8").toString("base64")}`,
    }),
  };
}
