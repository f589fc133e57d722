import type { Frame } from "../../src/edges/pages/layout/frame.ts";
import type { Html } from "../../src/edges/pages/layout/html.ts";
import { approvalPage } from "../../src/edges/pages/views/approval-page.ts";
import { approvalsPage } from "../../src/edges/pages/views/approvals-page.ts";
import { signUpAgreePage } from "../../src/edges/pages/views/sign-up-agree-page.ts";
import { signUpAnswersPage } from "../../src/edges/pages/views/sign-up-answers-page.ts";
import { signUpDeniedPage } from "../../src/edges/pages/views/sign-up-denied-page.ts";
import { signUpWaitingPage } from "../../src/edges/pages/views/sign-up-waiting-page.ts";
import { words } from "../../src/edges/pages/words/words.ts";

const askedAt = new Date("2027-03-01T09:15:00Z");
const expiresAt = new Date("2027-03-31T09:15:00Z");
const decidedAt = new Date("2027-03-02T14:32:00Z");
const reason = "We work with Peer Industries by one account only.\nAsk Ana Lund for it.";

/** The pages of approval, for who waits and for who decides, in their states. */
export function sampleApprovalPages(frame: Frame): Record<string, Html> {
  const t = words(frame.language);
  const waiting = {
    ...{ frame, csrf: "csrf", action: "/waiting", application: { displayName: "Tender Room" } },
    ...{ address: "vera@peer.example", notYouUrl: "/another" },
  };
  const deciding = {
    ...{ frame, csrf: "csrf", action: "/approvals/1", address: "ana.lund@contoso.example" },
    person: { displayName: "Vera Lind", address: "vera@peer.example" },
    ...{ application: "Tender Room", provenBy: "Peer Industries", askedAt, expiresAt, longestReason: 1000 },
    answers: [
      { label: "City", answer: "Ghent" },
      {
        label: "What you offer",
        answer: "Bridges, A rather long name of something that a supplier could offer",
      },
    ],
    approvalsUrl: "/approvals",
  };
  const decision = { decidedBy: "Ben Sand", decidedAt } as const;
  const row = { application: "Tender Room", askedAt, url: "/approvals/1" };
  const list = { frame, address: "ana.lund@contoso.example", myAppsUrl: "/myapps" };
  return {
    "approval-agree": signUpAgreePage({ ...waiting, asked: [], needsApproval: true }),
    "approval-answers": signUpAnswersPage({ ...waiting, questions: [], errors: [], needsApproval: true }),
    "approval-waiting": signUpWaitingPage({ ...waiting, askedAt, expiresAt }),
    "approval-turned-down": signUpDeniedPage({ ...waiting, decidedAt, reason, mayAskAgainAt: expiresAt }),
    "approval-one": approvalPage(deciding),
    "approval-one-error": approvalPage({
      ...deciding,
      error: { field: "reason", text: t("approval.error.reason-missing") },
    }),
    "approval-one-stopped": approvalPage({
      ...deciding,
      ...{ provenBy: undefined, answers: [], reason: "Welcome" },
      error: { text: t("approval.error.domain-not-taken") },
    }),
    "approval-one-approved": approvalPage({
      ...deciding,
      decision: { ...decision, verdict: "approved", reason: undefined },
    }),
    "approval-one-denied": approvalPage({
      ...deciding,
      decision: { ...decision, verdict: "denied", reason },
    }),
    "approval-list": approvalsPage({
      ...list,
      furtherCount: 12,
      requests: [
        { ...row, displayName: "Vera Lind", address: "vera@peer.example" },
        {
          ...row,
          displayName: "Maximiliane Freifrau von und zu Hohenfels-Langenargen",
          address: "maximiliane.von.und.zu.hohenfels@maschinenbau-und-anlagentechnik.example",
        },
      ],
    }),
    "approval-list-empty": approvalsPage({ ...list, furtherCount: 0, requests: [] }),
  };
}
