import type { Context } from "hono";
import { findTenantByName } from "../domain/directory/find-tenant.ts";
import type { PagePort, ShownError } from "../edges/oidc/page-port.ts";
import { frameOf } from "../edges/pages/layout/frame-of.ts";
import { errorMeaningPage } from "../edges/pages/views/error-meaning-page.ts";
import { formPostPage } from "../edges/pages/views/form-post-page.ts";
import { goingOnPage } from "../edges/pages/views/going-on-page.ts";
import { problemPage } from "../edges/pages/views/problem-page.ts";
import type { ProblemKind } from "../edges/pages/views/problem-texts.ts";
import { signOutPage } from "../edges/pages/views/sign-out-page.ts";
import { signedOutPage } from "../edges/pages/views/signed-out-page.ts";
import { allowFormTarget, allowFrame } from "../edges/shared/security-headers.ts";
import type { Machine } from "../platform/machine.ts";
import { devicePages } from "./device-pages.ts";

/** Which page explains an error that may not be sent to the application. */
const problemOfNumber: Readonly<Record<number, ProblemKind>> = {
  700016: "unknown-application",
  50089: "transaction-expired",
  90002: "unknown-organisation",
  50011: "redirect-not-registered",
  900971: "redirect-not-registered",
  7000112: "application-disabled",
};

/** The pages that the protocol edge shows, in the look of all others. */
export function pagePort(machine: Machine): PagePort {
  const tenantOf = (c: Context) => {
    const [, first = ""] = new URL(c.req.url).pathname.split("/");
    return findTenantByName(machine.database, first);
  };
  return {
    async showError(c, error) {
      // Another language is another look at the same request, where that can be asked for again.
      const again = c.req.method === "GET" ? {} : { path: "/" };
      const frame = frameOf(c, machine, await tenantOf(c), again);
      return c.html(
        problemPage({
          frame,
          problem:
            problemOfNumber[error.aadsts] ?? (error.status === 500 ? "server-trouble" : "request-wrong"),
          details: detailsOf(error),
        }),
        error.status,
      );
    },
    async showFormPost(c, form) {
      allowFormTarget(c, form.redirectUri);
      const frame = frameOf(c, machine, await tenantOf(c), { path: "/" });
      const application = { displayName: form.applicationName };
      return c.html(formPostPage({ frame, redirectUri: form.redirectUri, fields: form.fields, application }));
    },
    async showSignOutQuestion(c, { accounts, ...form }) {
      const again = c.req.method === "GET" ? {} : { path: "/" };
      const frame = frameOf(c, machine, await tenantOf(c), again);
      return c.html(signOutPage({ ...form, frame, accounts }));
    },
    ...devicePages(machine, tenantOf),
    async showGoingOn(c, view) {
      return c.html(goingOnPage({ ...view, frame: frameOf(c, machine, await tenantOf(c), { path: "/" }) }));
    },
    async showSignedOut(c, view) {
      const frame = frameOf(c, machine, await tenantOf(c), { path: "/" });
      for (const address of view.frames) allowFrame(c, address);
      return c.html(
        signedOutPage({
          frame,
          address: view.address,
          continueUrl: view.continueTo,
          applicationFrames: view.frames,
        }),
      );
    },
    showErrorMeaning(c, view) {
      return c.html(errorMeaningPage({ frame: frameOf(c, machine, undefined), ...view }));
    },
  };
}

function detailsOf(error: ShownError) {
  return {
    code: `AADSTS${error.aadsts}`,
    time: error.time,
    correlationId: error.correlationId,
    traceId: error.traceId,
    description: error.text,
  };
}
