import type { Frame, Organisation } from "../../src/edges/pages/layout/frame.ts";
import type { Html } from "../../src/edges/pages/layout/html.ts";
import { adminConsentPage } from "../../src/edges/pages/views/admin-consent-page.ts";
import { allowedApplicationsPage } from "../../src/edges/pages/views/allowed-applications-page.ts";
import { choosePasswordPage } from "../../src/edges/pages/views/choose-password-page.ts";
import { codePage } from "../../src/edges/pages/views/code-page.ts";
import { consentPage } from "../../src/edges/pages/views/consent-page.ts";
import { demoStartPage } from "../../src/edges/pages/views/demo-start-page.ts";
import { errorMeaningPage } from "../../src/edges/pages/views/error-meaning-page.ts";
import { formPostPage } from "../../src/edges/pages/views/form-post-page.ts";
import { invitedPage } from "../../src/edges/pages/views/invited-page.ts";
import { myAppsPage } from "../../src/edges/pages/views/my-apps-page.ts";
import { passwordPage } from "../../src/edges/pages/views/password-page.ts";
import { pickAccountPage } from "../../src/edges/pages/views/pick-account-page.ts";
import { postToProviderPage } from "../../src/edges/pages/views/post-to-provider-page.ts";
import { problemPage } from "../../src/edges/pages/views/problem-page.ts";
import { type ProblemKind, problemTexts } from "../../src/edges/pages/views/problem-texts.ts";
import { providerFailedPage } from "../../src/edges/pages/views/provider-failed-page.ts";
import { reviewPermissionsPage } from "../../src/edges/pages/views/review-permissions-page.ts";
import { sendCodePage } from "../../src/edges/pages/views/send-code-page.ts";
import { setUpPage } from "../../src/edges/pages/views/set-up-page.ts";
import { signInPage } from "../../src/edges/pages/views/sign-in-page.ts";
import { signOutPage } from "../../src/edges/pages/views/sign-out-page.ts";
import { signedOutPage } from "../../src/edges/pages/views/signed-out-page.ts";
import { throughProviderPage } from "../../src/edges/pages/views/through-provider-page.ts";
import { wrongAccountPage } from "../../src/edges/pages/views/wrong-account-page.ts";
import { words } from "../../src/edges/pages/words/words.ts";
import type { Language } from "../../src/foundation/language.ts";
import { sampleApprovalPages } from "./sample-approval-pages.ts";
import { sampleDevicePages } from "./sample-device-pages.ts";
import { sampleFlowPreviews } from "./sample-flow-previews.ts";
import { sampleInvitePages } from "./sample-invite-views.ts";
import { sampleMailboxPages } from "./sample-mailbox-pages.ts";
import { sampleProviderPages } from "./sample-provider-views.ts";
import { sampleSecondFactorPages } from "./sample-second-factor-pages.ts";
import { sampleSignUpApis } from "./sample-sign-up-apis.ts";
import { sampleSignUpPages } from "./sample-sign-up-pages.ts";
import { sampleTermsPages } from "./sample-terms-pages.ts";
import { sampleVisitPages } from "./sample-visit-pages.ts";

const contoso: Organisation = { displayName: "Contoso", domain: "contoso.example", accentColour: "0f6cbd" };
const fabrikam: Organisation = {
  displayName: "Fabrikam Maschinenbau und Anlagentechnik",
  domain: "fabrikam.example",
  accentColour: "ffb900",
};
const leavingAccounts = [
  { accountId: "1", displayName: "Bert Becker", address: "bert@fabrikam.example" },
  { accountId: "2", displayName: "Ana Lund", address: "ana.lund@contoso.example" },
];
const inviter = { displayName: "Ana Lund", address: "ana.lund@contoso.example" };
const application = { displayName: "Tender Room" };
const expires = new Date("2027-03-03T14:32:00Z");
const details = {
  code: "AADSTS50020",
  time: new Date("2026-11-23T09:15:00Z"),
  correlationId: "5d8f4c1e-7a2b-4a57-9a43-3f1f2d9b7c10",
  traceId: "b4a1c5f0-93de-4b8e-8b0c-6c2d7e1f0a55",
};

/** Every page in its states, by name, as sample people would see them in one language. */
export function sampleViews(language: Language): Record<string, Html> {
  const frame: Frame = {
    language,
    organisation: contoso,
    demo: false,
    privacyUrl: "https://contoso.example/privacy",
    termsUrl: "https://contoso.example/terms",
    helpContact: "it@contoso.example",
    path: "/sign-in",
  };
  return {
    ...signInViews(frame),
    ...proofViews(frame),
    ...redemptionViews(frame),
    ...accountViews(frame),
    ...sampleSecondFactorPages(frame),
    ...sampleTermsPages(frame),
    ...sampleDevicePages(frame),
    ...sampleVisitPages(frame),
    ...sampleInvitePages(frame),
    ...sampleProviderPages(frame),
    ...sampleSignUpApis(frame),
    ...sampleFlowPreviews(frame),
    ...sampleApprovalPages(frame),
    ...sampleSignUpPages(frame),
    ...problemViews(frame),
    "error-meaning": errorMeaningPage({
      frame,
      code: "50020",
      meaning: "The account must be invited first.",
      remedy: "other-account",
    }),
    "error-meaning-unknown": errorMeaningPage({ frame, code: "1", meaning: undefined, remedy: undefined }),
    ...operatorViews(frame),
    ...sampleMailboxPages(frame),
  };
}

/** A page with everything that an organisation can make its own. */
function branded(frame: Frame): Frame {
  const logo = (width: number, words: string) =>
    `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="36"><rect width="${width}" height="36" rx="4" fill="#7a1f5c"/><text x="12" y="25" font-family="serif" font-size="20" fill="#fff">${words}</text></svg>`)}`;
  return {
    ...frame,
    organisation: { ...contoso, accentColour: "#7a1f5c", bannerUrl: logo(210, "Contoso Maritime") },
    brand: {
      groundUrl: "/static/ground.css?colour=d9c7d3",
      faviconUrl: logo(36, "C"),
      userNameHint: "name@your-company.example",
      signInText:
        "Trouble signing in? Call the harbour desk: +46 8 555 0100.\nFor partners of Contoso Maritime only.",
      privacyText: "Privacy at sea",
    },
  };
}

function signInViews(frame: Frame): Record<string, Html> {
  const t = words(frame.language);
  const form = { frame, csrf: "csrf", action: "/sign-in" };
  const accounts = [
    {
      id: "1",
      address: "bert@fabrikam.example",
      displayName: "Bert Vogel",
      organisation: "Fabrikam",
      signedIn: true,
    },
    { id: "2", address: "a-rather-long-address.of.somebody@subsidiary.fabrikam.example", signedIn: true },
    { id: "3", address: "carla@contoso.example", displayName: "Carla Ito", signedIn: false },
  ];
  return {
    "sign-in": signInPage({ ...form, application }),
    "sign-in-error": signInPage({
      ...form,
      frame: { ...frame, organisation: undefined, demo: true },
      email: "bert@fabrikam",
      error: { field: "email", text: t("sign-in.address-wrong") },
      createAccountUrl: "/create",
    }),
    "sign-in-branded": signInPage({
      ...form,
      frame: branded(frame),
      application,
      createAccountUrl: "/create",
    }),
    "sign-in-aside": signInPage({
      ...form,
      frame: { ...branded(frame), brand: { ...branded(frame).brand, isAside: true } },
      application,
    }),
    "pick-account": pickAccountPage({ ...form, application, accounts }),
    "sign-out": signOutPage({ ...form, accounts: leavingAccounts }),
    "sign-out-one": signOutPage({ ...form, accounts: leavingAccounts.slice(0, 1) }),
    "signed-out": signedOutPage({ frame, address: "bert@fabrikam.example", signInAgainUrl: "/sign-in" }),
    "form-post": formPostPage({
      frame,
      redirectUri: "https://app.contoso.example/signin-oidc",
      fields: { code: "abc", state: "xyz" },
      application,
    }),
  };
}

function proofViews(frame: Frame): Record<string, Html> {
  const t = words(frame.language);
  const form = { frame, csrf: "csrf", action: "/prove", notYouUrl: "/sign-in", otherWayUrl: "/other-way" };
  const home = { ...frame, organisation: fabrikam };
  const code = {
    ...form,
    address: "c•••@proseware.example",
    validUntil: expires,
    sendAgainAction: "/send-again",
  };
  return {
    password: passwordPage({
      ...form,
      frame: { ...home, brand: { passwordReset: { url: "/forgot", text: undefined } } },
      address: "bert@fabrikam.example",
      application,
      askedBy: contoso,
      otherWayUrl: undefined,
    }),
    "password-error": passwordPage({
      ...form,
      frame: home,
      address: "bert@fabrikam.example",
      error: { field: "password", text: t("password.wrong") },
    }),
    "choose-password": choosePasswordPage({ ...form, frame: home, address: "bert@fabrikam.example" }),
    "choose-password-error": choosePasswordPage({
      ...form,
      frame: home,
      address: "bert@fabrikam.example",
      error: { field: "newPassword", text: t("choose-password.unchanged") },
    }),
    "send-code": sendCodePage({ ...form, address: "c•••@proseware.example", application }),
    code: codePage({ ...code, sendAgainAfterSeconds: 42 }),
    "code-error": codePage({
      ...code,
      sendAgainAfterSeconds: 0,
      code: "1234567",
      sentAgain: true,
      error: { field: "code", text: t("code.wrong") },
    }),
  };
}

function redemptionViews(frame: Frame): Record<string, Html> {
  const form = { frame, csrf: "csrf", action: "/redeem", notYouUrl: "/sign-in" };
  return {
    invited: invitedPage({
      ...form,
      inviter,
      application,
      invitedAddress: "b•••@fabrikam.example",
      message:
        "Hello Bert,\n\nthe drawings for the tender are in here. Tell me if one is missing. أهلا\n\nAna",
      expires,
    }),
    "invited-plain": invitedPage({ ...form, invitedAddress: "b•••@fabrikam.example" }),
    "through-provider": throughProviderPage({
      frame,
      provider: "Fabrikam Maschinenbau und Anlagentechnik",
      address: "b•••@fabrikam.example",
      notYouUrl: "/signin/1/another",
      application,
      continueUrl: "/signin/1/provider",
    }),
    "post-to-provider": postToProviderPage({
      frame,
      provider: "Fabrikam Maschinenbau und Anlagentechnik",
      location: "https://login.fabrikam.example/sso",
      form: { SAMLRequest: "PHNhbWxwOkF1dGhuUmVxdWVzdC8+", RelayState: "1.state" },
    }),
    "provider-failed": providerFailedPage({
      frame,
      csrf: "csrf",
      action: "/signin/1/code-instead",
      provider: "Fabrikam",
      reason: "address-unproven",
      tryAgainUrl: "/signin/1/provider",
      anotherUrl: "/signin/1/another",
      mayUseCode: true,
    }),
    "wrong-account": wrongAccountPage({
      ...form,
      inviter,
      invitedAddress: "bert@fabrikam.example",
      signedInAddress: "bert.vogel@gmail.example",
    }),
    "review-permissions": reviewPermissionsPage({ ...form, address: "bert@fabrikam.example" }),
    consent: consentPage({
      ...form,
      address: "bert@fabrikam.example",
      application,
      publisher: contoso,
      permissions: [
        { scope: "openid" },
        { scope: "profile" },
        { scope: "offline_access" },
        { scope: "User.Read" },
        {
          title: "Read tenders",
          description: "The tenders you are invited to, with their drawings.",
          resource: "Tender Room API",
        },
        { scope: "User.Read", by: "Tender Room API" },
      ],
    }),
    "consent-by-administrator": consentPage({
      ...form,
      address: "anna@contoso.example",
      application,
      publisher: fabrikam,
      permissions: [{ scope: "User.Read.All" }, { title: "Read all groups", description: "And members." }],
      mayBeForEverybody: true,
    }),
    "admin-consent": adminConsentPage({
      ...form,
      address: "anna@contoso.example",
      application,
      publisher: fabrikam,
      asPerson: [{ scope: "User.Read" }, { title: "Read tenders", resource: "Tender Room API" }],
      byItself: [{ scope: "User.Invite.All" }, { title: "Read all groups", description: "And members." }],
    }),
  };
}

function accountViews(frame: Frame): Record<string, Html> {
  const person = { displayName: "Bert Vogel", address: "bert@fabrikam.example" };
  const membership = { belongsAs: "member" as const, current: false, url: "/my-apps?organisation=fabrikam" };
  const view = {
    frame,
    csrf: "csrf",
    person,
    organisations: [
      { ...contoso, belongsAs: "guest" as const, current: true, url: "/my-apps" },
      { ...fabrikam, ...membership },
    ],
    allowedApplicationsUrl: "/my-apps/permissions",
    signInWaysUrl: "/my-apps/sign-in-ways",
    signOutAction: "/sign-out",
  };
  const url = "https://app.contoso.example/";
  const allowed = {
    frame,
    csrf: "csrf",
    action: "/my-apps/permissions",
    address: "bert@fabrikam.example",
    myAppsUrl: "/my-apps",
  };
  return {
    "my-apps": myAppsPage({
      ...view,
      ...{ inviteUrl: "/invite", providersUrl: "/providers" },
      ...{ flowPreviewUrl: "/sign-up-preview", signUpApisUrl: "/sign-up-apis" },
      applications: [
        { displayName: "Tender Room", url },
        { displayName: "Drawings", url },
        { displayName: "Site diary and daily reports", url },
      ],
    }),
    "allowed-applications": allowedApplicationsPage({
      ...allowed,
      takenBack: "Site diary",
      applications: [
        {
          id: "1",
          displayName: "Tender Room",
          since: new Date("2026-11-02T09:15:00Z"),
          permissions: [
            { scope: "User.Read" },
            { title: "Read tenders", description: "With their drawings.", resource: "Tender Room API" },
          ],
        },
        {
          id: "2",
          displayName: "Drawings",
          since: new Date("2026-10-12T09:15:00Z"),
          permissions: [{ scope: "User.ReadBasic.All" }],
        },
      ],
    }),
    "allowed-applications-none": allowedApplicationsPage({ ...allowed, applications: [] }),
    "my-apps-empty": myAppsPage({ ...view, justAccepted: true, applications: [] }),
  };
}

function problemViews(frame: Frame): Record<string, Html> {
  const kinds = Object.keys(problemTexts) as ProblemKind[];
  return Object.fromEntries(
    kinds.map((problem, index) => [
      `problem-${problem}`,
      problemPage({
        frame,
        problem,
        // Every other page with all that can be known, the rest with as little as there may be.
        ...(index % 2 === 0 ? { inviter, when: expires, application, address: "bert@fabrikam.example" } : {}),
        nextUrl: "/next",
        retryAfterSeconds: 90,
        details,
      }),
    ]),
  );
}

function operatorViews(frame: Frame): Record<string, Html> {
  const t = words(frame.language);
  const user = (displayName: string, userName: string, ...roles: string[]) => ({
    displayName,
    userName,
    password: "sample-words-only",
    roles,
  });
  const values = {
    organisationName: "Contoso",
    initialDomain: "con toso",
    displayName: "",
    email: "ana@contoso.example",
  };
  const nobody = { ...frame, organisation: undefined, privacyUrl: undefined, termsUrl: undefined };
  return {
    "demo-start": demoStartPage({
      frame: { ...nobody, demo: true },
      links: {
        invite: "/invite",
        mailbox: "/mailbox",
        tester: "/tester",
        myApps: "/my-apps",
        graph: "http://localhost:8080/v1.0",
      },
      organisations: [
        {
          ...contoso,
          users: [
            user("Anna Berg", "anna@contoso.example", "Global Administrator"),
            user("Ivo Horn", "ivo@contoso.example", "Guest Inviter"),
          ],
        },
        { ...fabrikam, users: [user("Bert Vogel", "bert@fabrikam.example")] },
      ],
    }),
    "set-up": setUpPage({
      frame: nobody,
      csrf: "csrf",
      action: "/set-up",
      values: { organisationName: "", initialDomain: "", displayName: "", email: "" },
    }),
    "set-up-errors": setUpPage({
      frame: nobody,
      csrf: "csrf",
      action: "/set-up",
      values,
      errors: [
        { field: "initialDomain", text: t("set-up.error.initial-domain") },
        { field: "displayName", text: t("set-up.error.display-name") },
      ],
    }),
  };
}
