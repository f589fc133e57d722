import { type EmailAddress, normalizeEmailAddress } from "../../../../foundation/email-address.ts";
import type { TenantId, TransactionId } from "../../../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../../../foundation/result.ts";
import { readTypedCode } from "../../../../foundation/typed-code.ts";
import type { Machine } from "../../../../platform/machine.ts";
import { sameDigest } from "../../../../platform/secrets/opaque-token.ts";
import type { Circumstances } from "../../../audit/circumstances.ts";
import { recordSignIn } from "../../../audit/record-sign-in.ts";
import { type ExternalIdentity, mailedCodeIssuer } from "../../../directory/rules/external-identity.ts";
import { countTry, selectNewestCode, useCode } from "./code-store.ts";
import { hashCode } from "./hash-code.ts";
import { type CodeVerdict, judgeCode } from "./rules/code-attempts.ts";

export type CodeRefusal =
  | { readonly code: Exclude<CodeVerdict, "accepted"> }
  | { readonly code: "too-many-tries"; readonly retryAfterSeconds: number };

/** The dialect's number for a one-time code that proves nothing. */
const codeRefusedNumber = 50181;

/** Checks an entered code; a right one is used up and proves control of the mailbox, any other is logged. */
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
  // Counted before it is judged, by network and by code: of many tries at once no more are judged than are allowed.
  const waitSeconds = await machine.limits.consume("code-tried-by-network", network);
  if (waitSeconds !== undefined) return refuse({ code: "too-many-tries", retryAfterSeconds: waitSeconds });
  const address = normalizeEmailAddress(input.address);
  const now = machine.clock();
  const stored = await selectNewestCode(machine.database, input.tenantId, input.transactionId);
  const earlierTries = stored && (await countTry(machine.database, input.tenantId, stored.codeId));
  const entered = hashCode(machine, input.transactionId, address, readTypedCode(input.typed));

  const verdict = judgeCode(
    stored && {
      failedTries: earlierTries ?? stored.failedTries,
      expiresAt: stored.expiresAt,
      usedAt: stored.usedAt ?? undefined,
    },
    stored !== undefined && stored.email === address && sameDigest(stored.codeHash, entered),
    now,
  );

  if (stored && verdict === "accepted") {
    await machine.limits.giveBack("code-tried-by-network", network);
    const first = await useCode(machine.database, input.tenantId, stored.codeId, now);
    return first
      ? accept({
          issuer: mailedCodeIssuer,
          subject: address,
          providerKind: "email-code",
          email: input.address,
        })
      : refuse({ code: "code-expired" });
  }
  const code = verdict === "accepted" ? "code-expired" : verdict;
  await recordSignIn(machine.database, now, circumstances, {
    tenantId: input.tenantId,
    identityProvider: mailedCodeIssuer,
    isInteractive: true,
    errorCode: codeRefusedNumber,
    failureReason: code,
    details: { address },
  });
  return refuse({ code });
}
