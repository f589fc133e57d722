import type { Frame } from "../../src/edges/pages/layout/frame.ts";
import type { Html } from "../../src/edges/pages/layout/html.ts";
import { agreeVisitPage } from "../../src/edges/pages/views/agree-visit-page.ts";
import { goingOnPage } from "../../src/edges/pages/views/going-on-page.ts";

const visited = { displayName: "Fabrikam", host: "guests.fabrikam.example" };

/** The pages of a member who is a guest of an organisation on another deployment. */
export function sampleVisitPages(frame: Frame): Record<string, Html> {
  return {
    "agree-visit": agreeVisitPage({
      frame,
      csrf: "csrf",
      action: "/signin/1/visit",
      address: "anna@contoso.example",
      notYouUrl: "/signin/1/another",
      visited,
    }),
    "going-on": goingOnPage({ frame, visited, continueUrl: "#" }),
  };
}
