import { html } from "hono/html";
import type { Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { safeLink } from "../layout/safe-link.ts";
import { wordsOf } from "../words/words.ts";

/** The privacy statement and the terms of the organisation that a page speaks for, or that it has given none. */
export function legalLinks(frame: Frame): Html {
  const t = wordsOf(frame);
  const organisation = frame.organisation?.displayName ?? "Guesthouse";
  const privacy = safeLink(frame.privacyUrl);
  const terms = safeLink(frame.termsUrl);
  if (privacy === undefined && terms === undefined) return t.rich("review.no-links", { organisation });
  return html`${privacy && html`<a href="${privacy}" target="_blank" rel="noopener">${t.rich("review.privacy-of", { organisation })}</a>`}${privacy && terms && " · "}${
    terms &&
    html`<a href="${terms}" target="_blank" rel="noopener">${t.rich("review.terms-of", { organisation })}</a>`
  }`;
}
