import { type EmailAddress, normalizeEmailAddress } from "../../../../foundation/email-address.ts";
import type { TenantId, TransactionId } from "../../../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../../../foundation/result.ts";
import type { Machine } from "../../../../platform/machine.ts";
import { sameDigest } from "../../../../platform/secrets/opaque-token.ts";
import type { Circumstances } from "../../../audit/circumstances.ts";
import { type ExternalIdentity, mailedCodeIssuer } from "../../../directory/rules/external-identity.ts";
import { countFailedTry, selectNewestCode, useCode } from "./code-store.ts";
import { hashCode } from "./hash-code.ts";
import { type CodeVerdict, judgeCode, mostFailedTries, readCode } from "./rules/code-attempts.ts";

export type CodeRefusal =
  | { readonly code: Exclude<CodeVerdict, "accepted"> }
  | { readonly code: "too-many-tries"; readonly retryAfterSeconds: number };

/** Checks an entered code; a right one is used up and proves control of the mailbox. */
export async function verifyCode(
  machine: Machine,
  circumstances: Circumstances,
  input: {
    readonly tenantId: TenantId;
    readonly transactionId: TransactionId;
    readonly address: EmailAddress;
    readonly typed: string;
  },
): Promise<Result<ExternalIdentity, CodeRefusal>> {
  const network = circumstances.ipAddress ?? "unknown";
  const waitSeconds = await machine.limits.waitOf("code-tried-by-network", network);
  if (waitSeconds !== undefined) return refuse({ code: "too-many-tries", retryAfterSeconds: waitSeconds });
  const address = normalizeEmailAddress(input.address);
  const now = machine.clock();
  const stored = await selectNewestCode(machine.database, input.tenantId, input.transactionId);
  const entered = hashCode(machine, input.transactionId, address, readCode(input.typed));

  const verdict = judgeCode(
    stored && {
      failedTries: stored.failedTries,
      expiresAt: stored.expiresAt,
      usedAt: stored.usedAt ?? undefined,
    },
    stored !== undefined && stored.email === address && sameDigest(stored.codeHash, entered),
    now,
  );

  if (stored && verdict === "accepted") {
    const first = await useCode(machine.database, input.tenantId, stored.codeId, mostFailedTries, now);
    return first
      ? accept({
          issuer: mailedCodeIssuer,
          subject: address,
          providerKind: "email-code",
          email: input.address,
        })
      : refuse({ code: "code-expired" });
  }
  await machine.limits.consume("code-tried-by-network", network);
  if (stored && verdict === "code-wrong")
    await countFailedTry(machine.database, input.tenantId, stored.codeId);
  return refuse({ code: verdict === "accepted" ? "code-expired" : verdict });
}
