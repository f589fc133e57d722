import { type Context, Hono } from "hono";
import { findTenant } from "../../../domain/directory/find-tenant.ts";
import { askProviderForTest } from "../../../domain/federation/connection-tests/ask-provider-for-test.ts";
import { beginConnectionTest } from "../../../domain/federation/connection-tests/begin-connection-test.ts";
import {
  type FoundTest,
  findOfferedTest,
  findOwnTest,
} from "../../../domain/federation/connection-tests/find-connection-test.ts";
import { type ConnectionTestId, parseGuid, type TenantId } from "../../../foundation/identifiers.ts";
import type { Machine } from "../../../platform/machine.ts";
import { ensureBrowser, readBrowser } from "../../shared/browser.ts";
import { csrfToken, isCsrfToken } from "../../shared/csrf.ts";
import { readForm } from "../../shared/read-form.ts";
import { circumstancesOf } from "../../shared/request-context.ts";
import { allowFormTarget } from "../../shared/security-headers.ts";
import { frameOf } from "../layout/frame-of.ts";
import { postToProviderPage } from "../views/post-to-provider-page.ts";
import { problemPage } from "../views/problem-page.ts";
import { trialPage, trialResultPage, trialUnderWayPage } from "../views/trial-page.ts";

/**
 * Trying a sign-in with a provider, by a link that an administrator made. Opening the link changes nothing; the button
 * on it gives the test to this browser, and from then on the link is good for nobody else.
 */
export function connectionTestRoutes(machine: Machine): Hono {
  return new Hono()
    .get("/:test", async (c) => {
      const offered = await offeredTest(c, machine);
      if (offered) return showOffer(c, machine, offered);
      const own = await ownTest(c, machine);
      return own ? showOwn(c, machine, own) : showOver(c, machine);
    })
    .post("/:test", async (c) => {
      const offered = await offeredTest(c, machine);
      if (!offered) return showOver(c, machine);
      const session = await ensureBrowser(c, machine);
      const form = await readForm(c);
      if (!isCsrfToken(machine, session.sessionId, form["csrf"])) return showOffer(c, machine, offered);
      await beginConnectionTest(machine, offered, session.sessionId);
      return c.redirect(placeOf(offered), 303);
    })
    .get("/:test/provider", async (c) => {
      const own = await ownTest(c, machine);
      if (!own) return showOver(c, machine);
      const circumstances = circumstancesOf(c, { kind: "unknown" }, machine.configuration.behindProxy);
      const asked = await askProviderForTest(machine, circumstances, own);
      if (!asked?.form) return c.redirect(asked?.location ?? placeOf(own), 303);
      const { location, form } = asked;
      allowFormTarget(c, location);
      const frame = frameOf(c, machine, await findTenant(machine.database, own.test.tenantId));
      return c.html(postToProviderPage({ frame, provider: own.provider.displayName, location, form }));
    });
}

function addressIn(c: Context): { tenantId: TenantId; testId: ConnectionTestId } | undefined {
  const tenantId = parseGuid<TenantId>(c.req.query("tenant") ?? "");
  const testId = parseGuid<ConnectionTestId>(c.req.param("test") ?? "");
  return tenantId && testId && { tenantId, testId };
}

async function offeredTest(c: Context, machine: Machine): Promise<FoundTest | undefined> {
  const address = addressIn(c);
  const key = c.req.query("key");
  return address && key ? findOfferedTest(machine, { ...address, key }) : undefined;
}

async function ownTest(c: Context, machine: Machine): Promise<FoundTest | undefined> {
  const address = addressIn(c);
  const session = await readBrowser(c, machine);
  return address && findOwnTest(machine, address, session?.sessionId);
}

async function showOffer(c: Context, machine: Machine, { test, provider }: FoundTest): Promise<Response> {
  const session = await ensureBrowser(c, machine);
  const tenant = await findTenant(machine.database, test.tenantId);
  const { search } = new URL(c.req.url);
  return c.html(
    trialPage({
      frame: frameOf(c, machine, tenant),
      provider: provider.displayName,
      csrf: csrfToken(machine, session.sessionId),
      action: `${c.req.path}${search}`,
    }),
  );
}

async function showOwn(c: Context, machine: Machine, found: FoundTest): Promise<Response> {
  const { test, provider } = found;
  const tenant = await findTenant(machine.database, test.tenantId);
  const frame = frameOf(c, machine, tenant);
  const view = { frame, provider: provider.displayName };
  if (test.findings) return c.html(trialResultPage({ ...view, findings: test.findings }));
  const [path = "", query = ""] = placeOf(found).split("?");
  return c.html(trialUnderWayPage({ ...view, continueUrl: `${path}/provider?${query}` }));
}

async function showOver(c: Context, machine: Machine): Promise<Response> {
  const address = addressIn(c);
  const tenant = address && (await findTenant(machine.database, address.tenantId));
  return c.html(problemPage({ frame: frameOf(c, machine, tenant), problem: "trial-over" }), 404);
}

function placeOf({ test }: FoundTest): string {
  return `/connection-test/${test.testId}?tenant=${test.tenantId}`;
}
