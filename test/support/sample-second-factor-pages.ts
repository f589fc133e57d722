import { secretInGroups } from "../../src/domain/second-factor/rules/secret-text.ts";
import type { Frame } from "../../src/edges/pages/layout/frame.ts";
import type { Html } from "../../src/edges/pages/layout/html.ts";
import { appCodePage } from "../../src/edges/pages/views/app-code-page.ts";
import { beginAppPage } from "../../src/edges/pages/views/begin-app-page.ts";
import { setUpAppPage } from "../../src/edges/pages/views/set-up-app-page.ts";
import { signInWaysPage } from "../../src/edges/pages/views/sign-in-ways-page.ts";
import { words } from "../../src/edges/pages/words/words.ts";

const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/** The pages of authenticator apps in their states. */
export function sampleSecondFactorPages(frame: Frame): Record<string, Html> {
  const t = words(frame.language);
  const form = { frame, csrf: "csrf", action: "/signin/1/app", address: "bert@fabrikam.example" };
  const asked = { ...form, notYouUrl: "/signin/1/another" };
  const setUp = {
    ...asked,
    appAddress: `otpauth://totp/Contoso:bert%40fabrikam.example?issuer=Contoso&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    key: secretInGroups(secret),
  };
  const wrong = { code: "123456", error: { field: "code", text: t("authenticator.wrong") } };
  const ways = { ...form, myAppsUrl: "/myapps" };
  const appSince = new Date("2027-03-03T14:32:00Z");
  return {
    "authenticator-begin": beginAppPage(asked),
    "authenticator-set-up": setUpAppPage(setUp),
    "authenticator-set-up-error": setUpAppPage({ ...setUp, ...wrong, backUrl: "/myapps/sign-in-ways" }),
    "authenticator-code": appCodePage(asked),
    "authenticator-code-error": appCodePage({
      ...asked,
      frame: { ...frame, helpContact: undefined },
      ...wrong,
    }),
    "authenticator-code-wait": appCodePage({
      ...asked,
      error: { text: t("code.too-many-tries", { minutes: 12 }) },
    }),
    "sign-in-ways-none": signInWaysPage({ ...ways, appSince: undefined, done: "removed" }),
    "sign-in-ways": signInWaysPage({ ...ways, appSince, done: "added" }),
    "sign-in-ways-error": signInWaysPage({ ...ways, appSince, ...wrong }),
  };
}
