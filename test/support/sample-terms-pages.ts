import type { Frame } from "../../src/edges/pages/layout/frame.ts";
import type { Html } from "../../src/edges/pages/layout/html.ts";
import { acceptTermsPage } from "../../src/edges/pages/views/accept-terms-page.ts";
import { acceptedTermsPage } from "../../src/edges/pages/views/accepted-terms-page.ts";
import { words } from "../../src/edges/pages/words/words.ts";

const paragraph =
  "Whoever enters this house closes the door behind them, says whom they visit, and leaves what they find where they found it. What is said at the table stays at the table.";

/** The pages of terms of use in their states. */
export function sampleTermsPages(frame: Frame): Record<string, Html> {
  const since = new Date("2027-03-03T14:32:00Z");
  const document = { name: "House rules for guests", language: "en", since, url: "/signin/1/terms/2" };
  const text = Array.from({ length: 12 }, (_, number) => `${number + 1}. ${paragraph}`).join("\n\n");
  const asked = {
    ...{ frame, csrf: "csrf", action: "/signin/1/terms" },
    ...{ address: "bert@fabrikam.example", notYouUrl: "/signin/1/another", mustOpen: false },
    document: { ...document, text },
  };
  const mine = { frame, address: "bert@fabrikam.example", myAppsUrl: "/myapps" };
  const accepted = { name: document.name, acceptedAt: since, url: "/myapps/terms/1" };
  return {
    "terms-text": acceptTermsPage(asked),
    "terms-pdf": acceptTermsPage({ ...asked, document: { ...document, text: undefined } }),
    "terms-open-first": acceptTermsPage({ ...asked, mustOpen: true }),
    "terms-changed": acceptTermsPage({ ...asked, error: { text: words(frame.language)("terms.changed") } }),
    "terms-accepted-none": acceptedTermsPage({ ...mine, terms: [] }),
    "terms-accepted": acceptedTermsPage({ ...mine, terms: [accepted, { ...accepted, name: "Privacy" }] }),
  };
}
