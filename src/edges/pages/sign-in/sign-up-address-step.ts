import { sendCode } from "../../../domain/federation/connectors/email-code/send-code.ts";
import { verifyCode } from "../../../domain/federation/connectors/email-code/verify-code.ts";
import { isDomainTaken } from "../../../domain/signup/rules/may-sign-up.ts";
import { emailDomain, normalizeEmailAddress, parseEmailAddress } from "../../../foundation/email-address.ts";
import { circumstancesOf } from "../../shared/request-context.ts";
import { wordsOf } from "../words/words.ts";
import { askingApplication } from "./asking-application.ts";
import { codeComplaint } from "./code-complaint.ts";
import type { PostedJourney } from "./journey.ts";
import { showJourney } from "./show-journey.ts";
import { createAccount, declineSignUp, recordSignUp } from "./sign-up-step.ts";

/**
 * Somebody whose provider vouches for no address gives one. Only its domain is looked at: who has the address already
 * is told to whoever has proved it.
 */
export async function giveAddress(journey: PostedJourney): Promise<Response> {
  const { c, step, form, path } = journey;
  if (step.kind !== "sign-up-give-address") return c.redirect(path, 303);
  if (form["decision"] === "cancel") return declineSignUp(journey);
  const t = wordsOf(journey.frame);
  const email = form["email"] ?? "";
  const address = parseEmailAddress(email);
  if (!address || !isDomainTaken(step.offer, emailDomain(address))) {
    const text = t(address ? "sign-up.no-way" : "sign-in.address-wrong");
    return showJourney(journey, { email, error: { field: "email", text } });
  }
  const ownAddress = normalizeEmailAddress(address);
  await recordSignUp(journey, step, (facts) => ({ ...facts, ownAddress }));
  return c.redirect(path, 303);
}

/** Mails a code to the address that has to be proved, first or again. */
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
    const text = wordsOf(journey.frame)("code.too-many-codes", { minutes });
    return showJourney(journey, { error: { text } });
  }
  const sentAt = sent.value.sentAt.toISOString();
  const isAgain = step.sentAt !== undefined;
  await recordSignUp(journey, step, (facts) => ({ ...facts, codeSent: { address: step.address, sentAt } }));
  return c.redirect(isAgain ? `${path}?sent=again` : path, 303);
}

/** Somebody proves an address, their own or one among the answers; with the last one the account is made. */
export async function proveAddress(journey: PostedJourney): Promise<Response> {
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
    const text = codeComplaint(wordsOf(journey.frame), verified.refusal);
    return showJourney(journey, { code: typed.slice(0, 20), error: { field: "code", text } });
  }
  await recordSignUp(journey, step, ({ codeSent: _used, ...facts }) => ({
    ...facts,
    proven: [...new Set([...(facts.proven ?? []), step.address])],
  }));
  return createAccount(journey);
}

/** The person goes back to where they gave the address: it was not the right one. */
export async function answerAgain(journey: PostedJourney): Promise<Response> {
  const { c, step, path } = journey;
  if (step.kind === "sign-up-prove-address")
    await recordSignUp(journey, step, ({ answeredAt: _before, codeSent: _too, ...facts }) =>
      step.isOwn ? { ...facts, ownAddress: undefined } : facts,
    );
  return c.redirect(path, 303);
}

function circumstances({ c, machine }: PostedJourney) {
  return circumstancesOf(c, { kind: "unknown" }, machine.configuration.behindProxy);
}
