import type { Frame } from "../../src/edges/pages/layout/frame.ts";
import type { Html } from "../../src/edges/pages/layout/html.ts";
import { confirmArrivalPage } from "../../src/edges/pages/views/confirm-arrival-page.ts";
import { problemPage } from "../../src/edges/pages/views/problem-page.ts";
import { providerFailedPage } from "../../src/edges/pages/views/provider-failed-page.ts";
import { providerReportPage } from "../../src/edges/pages/views/provider-report-page.ts";
import { providersPage } from "../../src/edges/pages/views/providers-page.ts";
import { guestsResetPage, resetGuestsPage } from "../../src/edges/pages/views/reset-guests-page.ts";
import { trialPage, trialResultPage, trialUnderWayPage } from "../../src/edges/pages/views/trial-page.ts";

/** The administrator's pages of identity providers, and those of who tries one. */
export function sampleProviderPages(frame: Frame): Record<string, Html> {
  const address = "anna@contoso.example";
  const form = { csrf: "csrf", action: "/providers" };
  const provider = "Fabrikam";
  const list = { frame, ...form, address, myAppsUrl: "/my-apps" };
  const trial = {
    url: "https://guests.contoso.example/connection-test/0192?tenant=5f1c&key=9f86d081884c7d659a2feaa0c55ad015",
    expiresAt: new Date("2026-11-02T10:15:00Z"),
  };
  const report = { frame, address, provider, trial, providersUrl: "/providers" };
  return {
    providers: providersPage({
      ...list,
      providers: [
        {
          id: "1",
          displayName: "Fabrikam",
          kind: "saml",
          issuer: "https://login.fabrikam.example/entity",
          domains: ["fabrikam.example", "fabrikam.co.jp"],
          isEnabled: true,
          guests: 128,
          resetUrl: "/providers/guests",
          lastTrial: { when: new Date("2026-11-02T09:15:00Z"), failed: "domain-rule" },
        },
        {
          id: "2",
          displayName: "Google",
          kind: "google",
          issuer: "https://accounts.google.com",
          domains: ["gmail.com"],
          isEnabled: false,
          guests: 0,
        },
      ],
    }),
    "providers-none": providersPage({ ...list, providers: [] }),
    "provider-report": providerReportPage({
      ...report,
      findings: [
        { check: "endpoint-reached", outcome: "passed", detail: "https://login.fabrikam.example" },
        { check: "tls-certificate", outcome: "passed", detail: "2026-01-01 to 2027-01-01 (60 days left)" },
        { check: "client-credentials", outcome: "failed", detail: "invalid_client" },
        { check: "domains-proven", outcome: "not-run" },
      ],
    }),
    "provider-report-good": providerReportPage({
      ...report,
      findings: [{ check: "endpoint-reached", outcome: "passed" }],
    }),
    "confirm-arrival": confirmArrivalPage({
      ...{ frame, provider, csrf: "csrf", action: "/signin/1/arrival", notYouUrl: "/signin/1/another" },
      address: "vera.lindqvist@fabrikam.example",
    }),
    "provider-switched-off": providerFailedPage({
      ...{ frame, provider, csrf: "csrf", action: "/signin/1/code-instead", reason: "switched-off" },
      ...{ tryAgainUrl: "/signin/1/provider", anotherUrl: "/signin/1/another", mayUseCode: true },
    }),
    "not-asked": problemPage({ frame, problem: "not-asked", nextUrl: "/my-apps" }),
    "reset-guests": resetGuestsPage({
      ...{ frame, address, provider, providersUrl: "/providers", ...form, guests: 128, hasChanged: false },
    }),
    "reset-guests-changed": resetGuestsPage({
      ...{ frame, address, provider, providersUrl: "/providers", ...form, guests: 1, hasChanged: true },
    }),
    "guests-reset": guestsResetPage({
      ...{ frame, address, provider, providersUrl: "/providers", done: 127, left: ["vera@fabrikam.example"] },
    }),
    trial: trialPage({ frame, provider, ...form }),
    "trial-under-way": trialUnderWayPage({ frame, provider, continueUrl: "/connection-test/0192/provider" }),
    "trial-result": trialResultPage({
      frame,
      provider,
      findings: [
        { check: "signature", outcome: "passed" },
        { check: "subject", outcome: "passed", detail: "7f1c (Vera Lindqvist)" },
        {
          check: "domain-rule",
          outcome: "failed",
          detail: "vera@fabrikam-group.example; may vouch for fabrikam.example",
        },
      ],
    }),
    "trial-result-good": trialResultPage({
      frame,
      provider,
      findings: [{ check: "signature", outcome: "passed" }],
    }),
  };
}
