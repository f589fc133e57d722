import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { directoryRoles } from "../domain/directory/rules/directory-role.ts";
import { federationRoutes } from "../edges/federation/federation-routes.ts";
import { betaOperations, graphEdge } from "../edges/graph/graph-edge.ts";
import { oidcEdge } from "../edges/oidc/oidc-edge.ts";
import { userInfoEdge } from "../edges/oidc/user-info-endpoint.ts";
import { approvalsRoutes } from "../edges/pages/approvals/approvals-routes.ts";
import { brandingRoutes } from "../edges/pages/branding/branding-routes.ts";
import { demoStartRoutes } from "../edges/pages/demo-start/demo-start-routes.ts";
import { flowPreviewRoutes } from "../edges/pages/flow-preview/flow-preview-routes.ts";
import { inviteRoutes } from "../edges/pages/invite/invite-routes.ts";
import { frameOf } from "../edges/pages/layout/frame-of.ts";
import { mailboxRoutes } from "../edges/pages/mailbox/mailbox-routes.ts";
import { myAppsRoutes } from "../edges/pages/my-apps/my-apps-routes.ts";
import { connectionTestRoutes } from "../edges/pages/providers/connection-test-routes.ts";
import { providersRoutes } from "../edges/pages/providers/providers-routes.ts";
import { redeemRoutes } from "../edges/pages/redeem/redeem-routes.ts";
import { setUpRoutes } from "../edges/pages/set-up/set-up-routes.ts";
import { signInRoutes } from "../edges/pages/sign-in/sign-in-routes.ts";
import { signUpApisRoutes } from "../edges/pages/sign-up-apis/sign-up-apis-routes.ts";
import { signUpWords } from "../edges/pages/sign-up-texts/sign-up-words.ts";
import { staticFiles } from "../edges/pages/static-files.ts";
import { testerRoutes } from "../edges/pages/tester/tester-routes.ts";
import { problemPage } from "../edges/pages/views/problem-page.ts";
import { healthRoutes } from "../edges/shared/health-endpoint.ts";
import { limitBody } from "../edges/shared/limit-body.ts";
import { requestIds } from "../edges/shared/request-context.ts";
import { requestLog } from "../edges/shared/request-log.ts";
import { securityHeaders } from "../edges/shared/security-headers.ts";
import { shedLoad } from "../edges/shared/shed-load.ts";
import type { Machine } from "../platform/machine.ts";
import type { DemoOrganisations } from "./demo/demo-organisations.ts";
import { pagePort } from "./page-port.ts";
import { signInPort } from "./sign-in-port.ts";
import { testerDirectory } from "./tester-directory.ts";

/** Forms and token requests are small; uploads do not exist. */
const largestBodyBytes = 2 * 1024 * 1024;

/**
 * The whole service as one function from request to response. `demo` exists in demo mode only, and with it the
 * mailbox and the page of example accounts. `trustedCertificates` (PEM): authorities beside the usual ones, for the
 * tester's calls of this very service.
 */
export function buildApp(
  machine: Machine,
  demo: DemoOrganisations | undefined,
  options: { readonly trustedCertificates?: readonly string[] } = {},
): Hono {
  const app = new Hono();
  app.use(requestIds());
  app.use(requestLog(machine.log));
  app.use(shedLoad());
  app.use(securityHeaders(machine.configuration.publicUrl.startsWith("https:")));

  app.route("/", healthRoutes(machine));
  app.route("/", staticFiles());
  app.route("/branding", brandingRoutes(machine));
  // Graph comes before the limit: it has one of its own and says so in its own words.
  app.route("/v1.0", graphEdge(machine, signUpWords));
  app.route("/beta", graphEdge(machine, signUpWords, betaOperations));
  app.use(limitBody(largestBodyBytes, (c) => c.json({ error: "body_too_large" }, 413)));
  app.route("/oidc/userinfo", userInfoEdge(machine));
  app.route("/redeem", redeemRoutes(machine));
  app.route("/signin", signInRoutes(machine));
  app.route("/federation", federationRoutes(machine));
  app.route("/myapps", myAppsRoutes(machine));
  app.route("/invite", inviteRoutes(machine));
  app.route("/providers", providersRoutes(machine));
  app.route("/sign-up-apis", signUpApisRoutes(machine));
  app.route("/approvals", approvalsRoutes(machine));
  app.route("/sign-up-preview", flowPreviewRoutes(machine));
  app.route("/connection-test", connectionTestRoutes(machine));
  app.route("/tester", testerRoutes(machine, testerDirectory(machine, demo), options));
  app.route("/set-up", setUpRoutes(machine));
  if (demo) {
    app.route("/mailbox", mailboxRoutes(machine));
    app.route("/", demoStartRoutes(machine, shownOrganisations(demo)));
  } else {
    app.get("/", (c) => c.redirect("/myapps"));
  }
  app.route("/", oidcEdge(machine, signInPort(machine), pagePort(machine)));

  answerFailures(app, machine);
  return app;
}

/** Nothing found, and anything that went wrong unforeseen: a page that says so, and the log for the operator. */
function answerFailures(app: Hono, machine: Machine): void {
  app.notFound((c) =>
    c.html(
      problemPage({
        frame: frameOf(c, machine, undefined, { path: "/" }),
        problem: "page-not-found",
        nextUrl: "/myapps",
      }),
      404,
    ),
  );
  app.onError((error, c) => {
    const details = {
      time: machine.clock(),
      correlationId: c.get("correlationId"),
      traceId: c.get("requestId"),
    };
    const frame = frameOf(c, machine, undefined, { path: "/" });
    // A part refused the request, such as a form of another site: nothing failed.
    if (error instanceof HTTPException && error.status < 500)
      return c.html(problemPage({ frame, problem: "request-wrong", details }), error.status);
    machine.log.error(
      { error, correlationId: c.get("correlationId"), requestId: c.get("requestId") },
      "a request failed",
    );
    return c.html(problemPage({ frame, problem: "server-trouble", details }), 500);
  });
}

function shownOrganisations(demo: DemoOrganisations): Parameters<typeof demoStartRoutes>[1] {
  return demo.tenants.map(({ displayName, domain, users }) => ({
    displayName,
    domain,
    users: users.map((user) => ({
      displayName: user.displayName,
      userName: user.userName,
      password: user.password,
      roles: user.roles.map((role) => directoryRoles[role].displayName),
    })),
  }));
}
