import { compactVerify, decodeProtectedHeader, errors } from "jose";
import { type ApplicationId, parseGuid, type UserId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { signingAlgorithm } from "./make-signing-key.ts";
import type { IdTokenHint } from "./rules/id-token-hint.ts";
import { tenantOfTokenIssuer } from "./rules/token-issuer.ts";
import { publicKeyOf } from "./signing-keys.ts";

/**
 * Reads an ID token given as `id_token_hint` (OpenID Connect RP-Initiated Logout 1.0 section 2). Only one that we
 * signed says anything; its time does not matter, since the application may have kept it for long.
 */
export async function readIdTokenHint(machine: Machine, text: string): Promise<IdTokenHint | undefined> {
  const payload = await verifiedPayload(machine, text);
  if (payload === undefined) return undefined;
  const { iss, aud, oid, tid, sid } = payload;
  const tenantId = tenantOfTokenIssuer(machine.configuration.publicUrl, typeof iss === "string" ? iss : "");
  const applicationId = typeof aud === "string" ? parseGuid<ApplicationId>(aud) : undefined;
  const userId = typeof oid === "string" ? parseGuid<UserId>(oid) : undefined;
  if (!tenantId || tenantId !== tid || !applicationId || !userId) return undefined;
  return { tenantId, applicationId, userId, sid: typeof sid === "string" ? sid : undefined };
}

async function verifiedPayload(machine: Machine, text: string): Promise<Record<string, unknown> | undefined> {
  try {
    const { kid = "", alg } = decodeProtectedHeader(text);
    const key = alg === signingAlgorithm ? await publicKeyOf(machine, kid) : undefined;
    if (!key) return undefined;
    const { payload } = await compactVerify(text, key, { algorithms: [signingAlgorithm] });
    return JSON.parse(Buffer.from(payload).toString()) as Record<string, unknown>;
  } catch (error) {
    // A text that is no token of ours; anything else, such as a database away, is not ours to swallow.
    if (error instanceof TypeError || error instanceof errors.JOSEError || error instanceof SyntaxError)
      return undefined;
    throw error;
  }
}
