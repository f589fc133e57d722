import { listTenants } from "../../../domain/directory/find-tenant.ts";
import { sendCode } from "../../../domain/federation/connectors/email-code/send-code.ts";
import { verifyCode } from "../../../domain/federation/connectors/email-code/verify-code.ts";
import { addAccount } from "../../../domain/signin/sessions/browser-session.ts";
import { recordFacts } from "../../../domain/signin/sign-in-transaction.ts";
import { parseEmailAddress } from "../../../foundation/email-address.ts";
import { setBrowserCookie } from "../../shared/browser.ts";
import { logOwnSignIn } from "../../shared/log-own-sign-in.ts";
import { circumstancesOf } from "../../shared/request-context.ts";
import { wordsOf } from "../words/words.ts";
import { askingApplication } from "./asking-application.ts";
import { codeComplaint } from "./code-complaint.ts";
import type { PostedJourney } from "./journey.ts";
import { showJourney } from "./show-journey.ts";

/** Mails a code, first or again. */
export async function requestCode(journey: PostedJourney): Promise<Response> {
  const { c, machine, transaction, step, path } = journey;
  const address = addressOf(journey);
  const tenant = await mailingTenant(journey);
  if (!address || !tenant || (step.kind !== "send-code" && step.kind !== "enter-code"))
    return c.redirect(path, 303);
  const application = await askingApplication(journey);
  const sent = await sendCode(machine, circumstances(journey), {
    tenant,
    transactionId: transaction.transactionId,
    address,
    applicationName: application?.displayName,
    language: journey.frame.language,
  });
  if (!sent.ok) {
    const minutes = Math.ceil(sent.refusal.retryAfterSeconds / 60);
    return showJourney(journey, {
      error: { text: wordsOf(journey.frame)("code.too-many-codes", { minutes }) },
    });
  }
  await recordFacts(machine, transaction, (facts) => ({
    ...facts,
    method: { kind: "email-code", address },
    codeSentAt: sent.value.sentAt.toISOString(),
  }));
  return c.redirect(step.kind === "enter-code" ? `${path}?sent=again` : path, 303);
}

/** Somebody proves control of a mailbox by the code sent to it. */
export async function enterCode(journey: PostedJourney): Promise<Response> {
  const { c, machine, session, transaction, step, form, path } = journey;
  const address = addressOf(journey);
  const tenant = await mailingTenant(journey);
  if (step.kind !== "enter-code" || !address || !tenant) return c.redirect(path, 303);
  const typed = form["code"] ?? "";
  const verified = await verifyCode(machine, circumstances(journey), {
    tenantId: tenant.tenantId,
    transactionId: transaction.transactionId,
    address,
    typed,
  });
  if (!verified.ok) {
    const text = codeComplaint(wordsOf(journey.frame), verified.refusal);
    return showJourney(journey, { code: typed.slice(0, 20), error: { field: "code", text } });
  }
  const { account, cookie } = await addAccount(machine, session.sessionId, {
    identity: verified.value,
    displayName: address,
    amr: ["otp"],
  });
  setBrowserCookie(c, machine, cookie);
  await recordFacts(
    machine,
    transaction,
    ({ method: _proved, codeSentAt: _used, useAnother: _over, ...facts }) => ({
      ...facts,
      accountId: account.accountId,
    }),
  );
  await logOwnSignIn(c, machine, transaction, { tenantId: tenant.tenantId, account });
  return c.redirect(path, 303);
}

function addressOf({ step }: PostedJourney) {
  return step.kind === "send-code" || step.kind === "enter-code"
    ? parseEmailAddress(step.address)
    : undefined;
}

/** The organisation in whose name the code is mailed: the one signed in to, else the deployment's first. */
async function mailingTenant({ tenant, machine }: PostedJourney) {
  return tenant ?? (await listTenants(machine.database))[0];
}

function circumstances({ c, machine }: PostedJourney) {
  return circumstancesOf(c, { kind: "unknown" }, machine.configuration.behindProxy);
}
