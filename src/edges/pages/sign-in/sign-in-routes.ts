import { type Context, Hono } from "hono";
import type { Machine } from "../../../platform/machine.ts";
import { chooseAccount, useAnotherAccount } from "./account-step.ts";
import { goOnAsArrived, showNotAsked } from "./arrival-step.ts";
import { changeLanguage } from "./change-language.ts";
import { choosePassword } from "./choose-password-step.ts";
import { enterCode, requestCode } from "./code-step.ts";
import { decideAdminConsent, decideConsent } from "./consent-step.ts";
import { decideDevice } from "./device-step.ts";
import { identify } from "./identify-step.ts";
import { type Journey, openJourney, openPostedJourney, type PostedJourney } from "./journey.ts";
import { enterPassword } from "./password-step.ts";
import { goToProvider, useCodeInstead } from "./provider-step.ts";
import { decideRedemption, decideWrongAccount } from "./redemption-step.ts";
import { beginSecondFactor, confirmSecondFactor, enterSecondFactor } from "./second-factor-step.ts";
import { showJourney, showJourneyProblem } from "./show-journey.ts";
import { answerAgain, giveAddress, proveAddress, requestAddressCode } from "./sign-up-address-step.ts";
import { askOwnApiFirst } from "./sign-up-check-step.ts";
import { chooseProvider } from "./sign-up-provider-step.ts";
import { agreeToSignUp, answerSignUp } from "./sign-up-step.ts";
import { leaveWaiting } from "./sign-up-waiting-step.ts";
import { decideTerms, showTermsDocument } from "./terms-step.ts";
import { decideVisit } from "./visit-step.ts";

/**
 * The pages of a sign-in journey. A step never leads to another step: it records a fact and comes back here, where
 * `nextStep` decides.
 */
export function signInRoutes(machine: Machine): Hono {
  const opened =
    (handle: (journey: Journey) => Promise<Response>) =>
    async (c: Context): Promise<Response> => {
      const journey = await openJourney(c, machine);
      return typeof journey === "string" ? showJourneyProblem(c, machine, journey) : handle(journey);
    };
  const posted =
    (handle: (journey: PostedJourney) => Promise<Response>) =>
    async (c: Context): Promise<Response> => {
      const journey = await openPostedJourney(c, machine);
      if (typeof journey === "string") return showJourneyProblem(c, machine, journey);
      return journey.form["language"] === undefined ? handle(journey) : changeLanguage(journey);
    };
  return new Hono()
    .get("/not-asked", (c) => showNotAsked(c, machine))
    .get("/:transaction", opened(showJourney))
    .get("/:transaction/another", opened(useAnotherAccount))
    .get("/:transaction/provider", opened(goToProvider))
    .get("/:transaction/sign-up/provider/:provider", opened(chooseProvider))
    .post("/:transaction/code-instead", posted(useCodeInstead))
    .post("/:transaction/arrival", posted(goOnAsArrived))
    .post("/:transaction/identify", posted(identify))
    .post("/:transaction/account", posted(chooseAccount))
    .post("/:transaction/password", posted(enterPassword))
    .post("/:transaction/choose-password", posted(choosePassword))
    .post("/:transaction/app/begin", posted(beginSecondFactor))
    .post("/:transaction/app/first-code", posted(confirmSecondFactor))
    .post("/:transaction/app", posted(enterSecondFactor))
    .post("/:transaction/send-code", posted(requestCode))
    .post("/:transaction/code", posted(enterCode))
    .post("/:transaction/wrong-account", posted(decideWrongAccount))
    .post("/:transaction/redemption", posted(decideRedemption))
    .post("/:transaction/consent", posted(decideConsent))
    .get("/:transaction/terms/:file", async (c) => {
      const journey = await openJourney(c, machine);
      return typeof journey === "string"
        ? showJourneyProblem(c, machine, journey)
        : showTermsDocument(journey);
    })
    .post("/:transaction/terms", posted(decideTerms))
    .post("/:transaction/device", posted(decideDevice))
    .post("/:transaction/visit", posted(decideVisit))
    .post("/:transaction/sign-up/check", posted(askOwnApiFirst))
    .post("/:transaction/sign-up/agree", posted(agreeToSignUp))
    .post("/:transaction/sign-up/answers", posted(answerSignUp))
    .post("/:transaction/sign-up/address", posted(giveAddress))
    .post("/:transaction/sign-up/send-code", posted(requestAddressCode))
    .post("/:transaction/sign-up/code", posted(proveAddress))
    .post("/:transaction/sign-up/answer-again", posted(answerAgain))
    .post("/:transaction/sign-up/waiting", posted(leaveWaiting))
    .post("/:transaction/admin-consent", posted(decideAdminConsent));
}
