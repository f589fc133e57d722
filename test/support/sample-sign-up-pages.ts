import type { Frame } from "../../src/edges/pages/layout/frame.ts";
import type { Html } from "../../src/edges/pages/layout/html.ts";
import type { ShownQuestion } from "../../src/edges/pages/views/answer-field.ts";
import { sendCodePage } from "../../src/edges/pages/views/send-code-page.ts";
import { signInPage } from "../../src/edges/pages/views/sign-in-page.ts";
import { signUpAddressPage } from "../../src/edges/pages/views/sign-up-address-page.ts";
import { signUpAgreePage } from "../../src/edges/pages/views/sign-up-agree-page.ts";
import { signUpAnswersPage } from "../../src/edges/pages/views/sign-up-answers-page.ts";
import { signUpBlockedPage } from "../../src/edges/pages/views/sign-up-blocked-page.ts";
import { signUpCheckPage } from "../../src/edges/pages/views/sign-up-check-page.ts";
import { words } from "../../src/edges/pages/words/words.ts";

/** The pages of signing up, in their states. */
export function sampleSignUpPages(frame: Frame): Record<string, Html> {
  const t = words(frame.language);
  const application = { displayName: "Tender Room" };
  const form = { frame, csrf: "csrf", action: "/sign-up", application };
  const known = { ...form, address: "vera@peer.example", notYouUrl: "/another" };
  const own = { ...form, actingAs: "Vera Lind", notYouUrl: "/another" };
  const providers = [
    { kind: "openid-connect", displayName: "Peer Industries", url: "/sign-up/provider/1" } as const,
  ];
  const missing = t("sign-up.error.missing");
  const number = t("sign-up.error.not-a-number");
  return {
    "sign-up-link": signInPage({ ...form, createAccountUrl: "/create", providers }),
    "sign-up-brands": signInPage({ ...form, haveAccountUrl: "/sign-in", providers: branded }),
    "sign-up-check": signUpCheckPage({ ...known, found: "nothing" }),
    "sign-up-check-asking": signUpCheckPage({ ...known, found: "asking" }),
    "sign-up-check-failed": signUpCheckPage({ ...known, found: "failed" }),
    "sign-up-blocked": signUpBlockedPage({ frame, message: blocked, way: { backUrl: "/sign-in" } }),
    "sign-up-blocked-first": signUpBlockedPage({ frame, message: blocked, way: known }),
    "sign-up-start": signInPage({ ...form, haveAccountUrl: "/sign-in", providers }),
    "sign-up-start-providers-first": signInPage({
      ...form,
      haveAccountUrl: "/sign-in",
      providers,
      providersFirst: true,
    }),
    "sign-up-agree": signUpAgreePage({ ...known, asked: ["City", "Badge number", "Job Title"] }),
    "sign-up-agree-only": signUpAgreePage({ ...known, asked: [] }),
    "sign-up-answers": signUpAnswersPage({ ...known, questions: questions(), errors: [] }),
    "sign-up-answers-none": signUpAnswersPage({ ...known, questions: [], errors: [] }),
    "sign-up-answers-errors": signUpAnswersPage({
      ...known,
      questions: questions({ "answer-City": missing, "answer-badge": number }),
      errors: [
        { field: "answer-City", text: `City: ${missing}` },
        { field: "answer-badge", text: `Badge number: ${number}` },
      ],
    }),
    "sign-up-own-address": signUpAddressPage({ ...own, email: "vera@peer.example", haveAccount: false }),
    "sign-up-own-address-taken": signUpAddressPage({
      ...own,
      email: "vera@peer.example",
      error: { field: "email", text: t("sign-up.own-taken") },
      haveAccount: true,
    }),
    "sign-up-address": sendCodePage({
      ...known,
      application,
      address: "billing@peer.example",
      changeAddressAction: "/again",
    }),
  };
}

const blocked = "Contoso works with Peer Industries by one account only. Ask Ana Lund for it.";

/** Providers that want their mark on the button. */
const branded = [
  { kind: "google", displayName: "Google", url: "/1" },
  { kind: "microsoft", displayName: "Microsoft", url: "/2" },
  { kind: "apple", displayName: "Apple", url: "/3" },
  { kind: "facebook", displayName: "Facebook", url: "/4" },
  { kind: "github", displayName: "GitHub", url: "/5" },
  { kind: "linkedin", displayName: "LinkedIn", url: "/6" },
] as const;

/** One question of each kind. */
function questions(errors: Readonly<Record<string, string>> = {}): ShownQuestion[] {
  const choices = ["Bridges", "Roads", "A rather long name of something that a supplier could offer"].map(
    (label) => ({ label, value: label }),
  );
  const question = (
    name: string,
    label: string,
    look: ShownQuestion["look"],
    more: Partial<ShownQuestion> = {},
  ): ShownQuestion => ({
    ...{ name: `answer-${name}`, label, look, hint: "", isRequired: true, autocomplete: "off" },
    ...{ maxLength: 100, choices: [], values: [], error: errors[`answer-${name}`] },
    ...more,
  });
  return [
    question("City", "City", "line", { autocomplete: "address-level2" }),
    question("badge", "Badge number", "number", { hint: "On the back of your badge", values: ["seven"] }),
    question("since", "Working with us since", "date", { isRequired: false, values: ["2024-05-01"] }),
    question("billing", "Address for invoices", "e-mail", { values: ["billing@peer.example"] }),
    question("offers", "What you offer", "check-boxes", { choices, values: ["Roads"] }),
    question("size", "Size of your company", "radio", { choices, isRequired: false }),
    question("country", "Country", "dropdown", { choices, values: ["Bridges"] }),
    question("rules", "I have read the rules for suppliers", "check-box"),
  ];
}
