import { findEnrolment } from "../../../domain/second-factor/begin-enrolment.ts";
import { secretInGroups } from "../../../domain/second-factor/rules/secret-text.ts";
import { appCodePage } from "../views/app-code-page.ts";
import { beginAppPage } from "../views/begin-app-page.ts";
import { setUpAppPage } from "../views/set-up-app-page.ts";
import { addressOf } from "./consent-shown.ts";
import { holderOf } from "./holder-of.ts";
import type { StepPages } from "./shown-step.ts";

/** The pages of a person's authenticator app. */
export const secondFactorPages: StepPages<"enter-second-factor" | "set-up-second-factor"> = {
  "enter-second-factor": ({ journey, step, attempt, form, notYouUrl }) =>
    appCodePage({
      ...form,
      action: `${journey.path}/app`,
      address: addressOf(step.account.account),
      notYouUrl,
      code: attempt.code,
    }),

  "set-up-second-factor": async ({ journey, step, attempt, form, notYouUrl }) => {
    const asked = { ...form, address: addressOf(step.account.account), notYouUrl };
    const issuer = journey.tenant?.displayName ?? "Guesthouse";
    const shown = await findEnrolment(journey.machine, holderOf(journey, step), issuer);
    return shown
      ? setUpAppPage({
          ...asked,
          action: `${journey.path}/app/first-code`,
          appAddress: shown.address,
          key: secretInGroups(shown.text),
          code: attempt.code,
        })
      : beginAppPage({ ...asked, action: `${journey.path}/app/begin` });
  },
};
