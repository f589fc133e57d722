import { answerAgreement } from "../../../domain/agreements/answer-agreement.ts";
import { listAgreementFiles } from "../../../domain/agreements/find-agreements.ts";
import { recordFacts } from "../../../domain/signin/sign-in-transaction.ts";
import { type AgreementFileId, parseGuid } from "../../../foundation/identifiers.ts";
import { logOwnSignIn } from "../../shared/log-own-sign-in.ts";
import { circumstancesOf } from "../../shared/request-context.ts";
import { serveDocument } from "../terms/serve-document.ts";
import { words } from "../words/words.ts";
import type { Journey, PostedJourney } from "./journey.ts";
import { termsOf } from "./present-terms.ts";
import { showJourney } from "./show-journey.ts";

const answers: ReadonlyMap<string, "accepted" | "declined"> = new Map([
  ["accept", "accepted"],
  ["decline", "declined"],
]);

/** The person opens the document, accepts it or declines. Exactly the version that they saw is accepted. */
export async function decideTerms(journey: PostedJourney): Promise<Response> {
  const { c, machine, transaction, step, form, path } = journey;
  if (step.kind !== "accept-terms") return c.redirect(path, 303);
  const { user, account } = step;
  const { file, mustBeRead } = await termsOf(journey, step);
  const isShownOne = form["document"] === file.fileId;
  const decision = form["decision"];
  if (decision === "open" && isShownOne) {
    await recordFacts(machine, transaction, ({ openedTerms = [], ...facts }) => ({
      ...facts,
      openedTerms: [...openedTerms, file.fileId],
    }));
    return c.redirect(path, 303);
  }
  const isOpened = !mustBeRead || transaction.facts.openedTerms?.includes(file.fileId);
  const state = answers.get(decision ?? "");
  // Only what somebody said is kept: a button of a page that is out of date says nothing of the document that counts now.
  if (!state || !isShownOne || (state === "accepted" && !isOpened)) return showChanged(journey);
  const { userId, displayName, mail } = user;
  const actor = { kind: "user", userId, displayName, email: mail } as const;
  const circumstances = circumstancesOf(c, actor, machine.configuration.behindProxy);
  const answered = await answerAgreement(machine, circumstances, { user, fileId: file.fileId, state });
  if (!answered) return showChanged(journey);
  if (state === "declined")
    await recordFacts(machine, transaction, (facts) => ({ ...facts, declined: "terms" }));
  await logOwnSignIn(c, machine, transaction, { tenantId: user.tenantId, account: account.account });
  return c.redirect(path, 303);
}

/** `GET /signin/{journey}/terms/{file}`: the document that the journey asks about, and none other. */
export async function showTermsDocument(journey: Journey): Promise<Response> {
  const { c, machine, step } = journey;
  const fileId = parseGuid<AgreementFileId>(c.req.param("file") ?? "");
  if (step.kind !== "accept-terms" || !fileId) return c.notFound();
  const files = await listAgreementFiles(machine.database, {
    tenantId: step.user.tenantId,
    agreementId: step.agreementId,
  });
  const file = files.find((one) => one.fileId === fileId && one.isCurrent);
  return file ? serveDocument(c, machine, file) : c.notFound();
}

function showChanged(journey: PostedJourney): Promise<Response> {
  const text = words(journey.frame.language)("terms.changed");
  return showJourney(journey, { error: { text } });
}
