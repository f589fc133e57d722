import { randomInt } from "node:crypto";
import { secondsAfter } from "../../../../foundation/clock.ts";
import { type EmailAddress, normalizeEmailAddress } from "../../../../foundation/email-address.ts";
import type { TransactionId } from "../../../../foundation/identifiers.ts";
import { newIdentifier } from "../../../../foundation/new-identifier.ts";
import { accept, type Result, refuse } from "../../../../foundation/result.ts";
import type { Machine } from "../../../../platform/machine.ts";
import { queueMail } from "../../../../platform/mail/queue-mail.ts";
import { chooseMailLanguage } from "../../../../platform/mail/words/mail-language.ts";
import type { Circumstances } from "../../../audit/circumstances.ts";
import { mailBrandOf } from "../../../directory/branding/mail-brand.ts";
import type { Tenant } from "../../../directory/rules/tenant.ts";
import { codeMessage } from "./code-message.ts";
import { replaceCode } from "./code-store.ts";
import { hashCode } from "./hash-code.ts";
import { codeDigits, codeLifetimeSeconds } from "./rules/code-attempts.ts";

/**
 * Mails a fresh code to an address, for one journey. Whether the address is known to anybody plays no part, so that
 * neither the answer nor its timing tells. Refusal `too-many-codes`: seconds to wait.
 */
export async function sendCode(
  machine: Machine,
  circumstances: Circumstances,
  input: {
    readonly tenant: Tenant;
    readonly transactionId: TransactionId;
    readonly address: EmailAddress;
    readonly applicationName: string | undefined;
    readonly language: string;
  },
): Promise<
  Result<{ readonly sentAt: Date }, { readonly code: "too-many-codes"; readonly retryAfterSeconds: number }>
> {
  const address = normalizeEmailAddress(input.address);
  const waitSeconds =
    (await machine.limits.consume("code-sent-by-network", circumstances.ipAddress ?? "unknown")) ??
    (await machine.limits.consume("code-sent-to-address", address));
  if (waitSeconds !== undefined) return refuse({ code: "too-many-codes", retryAfterSeconds: waitSeconds });

  const now = machine.clock();
  const expiresAt = secondsAfter(now, codeLifetimeSeconds);
  const code = randomInt(10 ** codeDigits)
    .toString()
    .padStart(codeDigits, "0");
  const message = codeMessage({
    language: input.language,
    code,
    organisationName: input.tenant.displayName,
    brand: mailBrandOf(input.tenant, chooseMailLanguage([input.language])),
    applicationName: input.applicationName,
    validMinutes: codeLifetimeSeconds / 60,
    requestedFrom: circumstances.ipAddress,
  });

  await machine.database.transaction().execute(async (transaction) => {
    await replaceCode(transaction, {
      tenantId: input.tenant.tenantId,
      codeId: newIdentifier(),
      transactionId: input.transactionId,
      email: address,
      codeHash: hashCode(machine, input.transactionId, address, code),
      createdAt: now,
      expiresAt,
    });
    await queueMail(machine, transaction, {
      tenantId: input.tenant.tenantId,
      purpose: "one-time-code",
      content: { ...message, to: { address: input.address }, notAfter: expiresAt },
    });
  });
  return accept({ sentAt: now });
}
