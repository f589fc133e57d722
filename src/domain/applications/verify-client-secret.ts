import type { Database, DatabaseHandle } from "../../platform/database/database.ts";
import { recentAnswers } from "../../platform/database/recent-answers.ts";
import { hashOpaqueToken, sameDigest } from "../../platform/secrets/opaque-token.ts";
import type { Application } from "./rules/application.ts";
import { type StoredSecret, selectSecrets } from "./secret-store.ts";

const recent = recentAnswers<readonly StoredSecret[]>(3);

/**
 * Checks a client secret against all that the application has. `none`: it has none at all; `expired`: the right
 * secret, too late.
 */
export async function verifyClientSecret(
  handle: DatabaseHandle,
  application: Application,
  secret: string,
  now: Date,
): Promise<"valid" | "wrong" | "expired" | "none"> {
  const stored =
    (await recent.get(handle, application.objectId, async (asked) => {
      const secrets = await selectSecrets(asked, application.tenantId, application.objectId);
      return secrets.length > 0 ? secrets : undefined;
    })) ?? [];
  if (stored.length === 0) return "none";
  const digest = hashOpaqueToken(secret);
  const matching = stored.filter((one) => sameDigest(one.secretHash, digest) && one.startsAt <= now);
  if (matching.length === 0) return "wrong";
  return matching.some((one) => one.expiresAt > now) ? "valid" : "expired";
}

/** To be called after every committed change of a secret. */
export function forgetClientSecrets(database: Database): void {
  recent.forget(database);
}
