import type { Step } from "../../../domain/signin/rules/step.ts";
import type { TextPageId } from "../sign-up-texts/sign-up-text-pages.ts";

type SignUpKind = Extract<Step["kind"], `sign-up-${string}`>;

/** Which page of the way to an account a step shows. Every step of a sign-up has one, so that its words can be changed. */
const pages: Readonly<Record<Exclude<SignUpKind, "sign-up-prove-address" | "sign-up-check">, TextPageId>> = {
  "sign-up-agree": "agree",
  "sign-up-answer": "selfasserted1_1",
  "sign-up-give-address": "address",
  "sign-up-waiting": "waiting",
  "sign-up-denied": "denied",
};

/**
 * The page whose words a flow may have changed; undefined for steps that have nothing to do with it. By a code people
 * prove who they are both before they sign up and when they come again: it is one page.
 */
export function pageOfStep(step: Step): TextPageId | undefined {
  switch (step.kind) {
    case "identify":
      return "idpselections";
    case "send-code":
      return "sendcode";
    case "enter-code":
      return "code";
    case "sign-up-check":
      return step.check.found === "blocked" ? "blocked" : "check";
    case "sign-up-prove-address":
      return step.sentAt === undefined ? "sendcode" : "code";
    default:
      return step.kind in pages ? pages[step.kind as keyof typeof pages] : undefined;
  }
}
