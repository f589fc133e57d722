import { sendCode } from "../../../domain/federation/connectors/email-code/send-code.ts";
import { verifyCode } from "../../../domain/federation/connectors/email-code/verify-code.ts";
import { parseEmailAddress } from "../../../foundation/email-address.ts";
import { circumstancesOf } from "../../shared/request-context.ts";
import { words } from "../words/words.ts";
import { askingApplication } from "./asking-application.ts";
import { codeComplaint } from "./code-complaint.ts";
import type { PostedJourney } from "./journey.ts";
import { showJourney } from "./show-journey.ts";
import { createAccount, recordSignUp } from "./sign-up-step.ts";

/** Mails a code to an address among the answers, first or again. */
export async function requestAddressCode(journey: PostedJourney): Promise<Response> {
  const { c, machine, transaction, tenant, step, path } = journey;
  const address = step.kind === "sign-up-prove-address" ? parseEmailAddress(step.address) : undefined;
  if (step.kind !== "sign-up-prove-address" || !address || !tenant) return c.redirect(path, 303);
  const application = await askingApplication(journey);
  const sent = await sendCode(machine, circumstances(journey), {
    ...{ tenant, address },
    transactionId: transaction.transactionId,
    applicationName: application?.displayName,
    language: journey.frame.language,
  });
  if (!sent.ok) {
    const minutes = Math.ceil(sent.refusal.retryAfterSeconds / 60);
    const text = words(journey.frame.language)("code.too-many-codes", { minutes });
    return showJourney(journey, { error: { text } });
  }
  const sentAt = sent.value.sentAt.toISOString();
  const isAgain = step.sentAt !== undefined;
  await recordSignUp(journey, step, (facts) => ({ ...facts, codeSent: { address: step.address, sentAt } }));
  return c.redirect(isAgain ? `${path}?sent=again` : path, 303);
}

/** Somebody proves an address among their answers; with the last one the account is made. */
export async function proveAnsweredAddress(journey: PostedJourney): Promise<Response> {
  const { c, machine, transaction, tenant, step, form, path } = journey;
  const address = step.kind === "sign-up-prove-address" ? parseEmailAddress(step.address) : undefined;
  if (step.kind !== "sign-up-prove-address" || !step.sentAt || !address || !tenant)
    return c.redirect(path, 303);
  const typed = form["code"] ?? "";
  const verified = await verifyCode(machine, circumstances(journey), {
    ...{ address, typed },
    tenantId: tenant.tenantId,
    transactionId: transaction.transactionId,
  });
  if (!verified.ok) {
    const text = codeComplaint(words(journey.frame.language), verified.refusal);
    return showJourney(journey, { code: typed.slice(0, 20), error: { field: "code", text } });
  }
  await recordSignUp(journey, step, ({ codeSent: _used, ...facts }) => ({
    ...facts,
    proven: [...new Set([...(facts.proven ?? []), step.address])],
  }));
  return createAccount(journey);
}

/** The person goes back to what they answered: the address was not the right one. */
export async function answerAgain(journey: PostedJourney): Promise<Response> {
  const { c, step, path } = journey;
  if (step.kind === "sign-up-prove-address")
    await recordSignUp(journey, step, ({ answeredAt: _before, codeSent: _too, ...facts }) => facts);
  return c.redirect(path, 303);
}

function circumstances({ c, machine }: PostedJourney) {
  return circumstancesOf(c, { kind: "unknown" }, machine.configuration.behindProxy);
}
