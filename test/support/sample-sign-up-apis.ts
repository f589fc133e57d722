import type { Frame } from "../../src/edges/pages/layout/frame.ts";
import type { Html } from "../../src/edges/pages/layout/html.ts";
import { problemPage } from "../../src/edges/pages/views/problem-page.ts";
import { type ShownCall, signUpApisPage } from "../../src/edges/pages/views/sign-up-apis-page.ts";

/** The administrator's page of the organisation's own APIs: asked, suspended, and none. */
export function sampleSignUpApis(frame: Frame): Record<string, Html> {
  const address = "anna@contoso.example";
  const form = { csrf: "csrf", action: "/sign-up-apis" };
  const call: ShownCall = {
    callId: "1",
    flowName: "Partners",
    step: "before-creation",
    occurredAt: new Date("2026-11-02T09:15:00Z"),
    attempts: 1,
    durationMilliseconds: 182,
    outcome: "continue",
    reason: null,
    status: 200,
    request: { step: "PostAttributeCollection", email: "vera@fabrikam.example", ui_locales: "sv-SE" },
    answer: '{"version":"1.0.0","action":"Continue"}',
  };
  const failed: ShownCall = {
    ...call,
    callId: "2",
    flowName: null,
    step: "after-proof",
    attempts: 2,
    durationMilliseconds: 40_021,
    outcome: "failed",
    reason: "api-unreachable: time-limit-reached: no answer within 20 s",
    status: null,
    answer: null,
  };
  const view = { frame, ...form, address, myAppsUrl: "/myapps" };
  const api = {
    id: "1",
    displayName: "Partner register",
    address: "https://register.contoso.example/check?code=***",
  };
  return {
    "sign-up-apis": signUpApisPage({
      ...view,
      apis: [
        {
          ...api,
          suspendedUntil: undefined,
          calls: [failed, call, { ...call, callId: "3", outcome: "block" }],
        },
        {
          ...{
            id: "2",
            displayName: "Directory of suppliers",
            address: "https://suppliers.contoso.example/",
          },
          suspendedUntil: new Date("2026-11-02T09:16:00Z"),
          calls: [],
        },
      ],
    }),
    "sign-up-apis-none": signUpApisPage({ ...view, apis: [] }),
    "may-not-manage-flows": problemPage({
      frame,
      problem: "may-not-manage-flows",
      address,
      nextUrl: "/myapps",
    }),
  };
}
