import type { PostedJourney } from "./journey.ts";
import { showJourney } from "./show-journey.ts";
import { typedIn } from "./sign-up-questions.ts";
import { recordSignUp } from "./sign-up-step.ts";

/**
 * The page in another language, with everything that was typed: the menu of languages posts the form, and the address
 * it posts to names the language. Nothing is decided by it, and nothing is found wrong with what was typed.
 */
export async function changeLanguage(journey: PostedJourney): Promise<Response> {
  const { c, step, form, frame } = journey;
  switch (step.kind) {
    case "identify":
    case "sign-up-give-address":
      return showJourney(journey, { email: (form["email"] ?? "").slice(0, 500) });
    case "sign-up-answer": {
      const typed = typedIn(step.offer.questions, form);
      await recordSignUp(journey, step, ({ answeredAt: _before, ...facts }) => ({ ...facts, typed }));
      return c.redirect(frame.path, 303);
    }
    default:
      return c.redirect(frame.path, 303);
  }
}
