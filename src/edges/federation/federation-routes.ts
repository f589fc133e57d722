import { type Context, Hono } from "hono";
import { findTenant } from "../../domain/directory/find-tenant.ts";
import { findOwnTest } from "../../domain/federation/connection-tests/find-connection-test.ts";
import { takeTestAnswer } from "../../domain/federation/connection-tests/take-test-answer.ts";
import { ownMetadata } from "../../domain/federation/connectors/saml/own-entity.ts";
import { testNamedByState } from "../../domain/federation/rules/test-state.ts";
import { findTransaction } from "../../domain/signin/sign-in-transaction.ts";
import { takeProviderAnswer } from "../../domain/signin/take-provider-answer.ts";
import {
  takeUnsolicitedAnswer,
  type UnsolicitedAnswer,
} from "../../domain/signin/take-unsolicited-answer.ts";
import {
  type ConnectionTestId,
  parseGuid,
  type TenantId,
  type TransactionId,
} from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { ensureBrowser, readBrowser, setBrowserCookie } from "../shared/browser.ts";
import { logOwnSignIn } from "../shared/log-own-sign-in.ts";
import { readForm } from "../shared/read-form.ts";
import { circumstancesOf } from "../shared/request-context.ts";

/** Where identity providers send people back to, by a redirect or by a form that posts itself; and who we are to them. */
export function federationRoutes(machine: Machine): Hono {
  return new Hono()
    .get("/:tenant/callback", (c) => takeAnswer(c, machine, "state", new URL(c.req.url).searchParams))
    .post("/:tenant/callback", async (c) => takeAnswer(c, machine, "state", await postedBy(c)))
    .post("/:tenant/saml", async (c) => takeAssertion(c, machine, "saml", await postedBy(c)))
    .post("/:tenant/ws-federation", async (c) =>
      takeAssertion(c, machine, "ws-federation", await postedBy(c)),
    )
    .get("/:tenant/saml/metadata", (c) => showMetadata(c, machine));
}

async function postedBy(c: Context): Promise<URLSearchParams> {
  return new URLSearchParams(await readForm(c));
}

const stateNames = { saml: "RelayState", "ws-federation": "wctx" } as const;

/** Answers with assertions may come from a provider that was not asked; then they bear no state of ours. */
async function takeAssertion(
  c: Context,
  machine: Machine,
  kind: keyof typeof stateNames,
  parameters: URLSearchParams,
): Promise<Response> {
  const named = parameters.get(stateNames[kind]) ?? "";
  const isAsked =
    testNamedByState(named) !== undefined || (named.includes(".") && transactionOf(named) !== undefined);
  return isAsked
    ? takeAnswer(c, machine, stateNames[kind], parameters)
    : takeUnsolicited(c, machine, { kind, parameters, named });
}

/** A journey's state is its id, a dot, and what nobody guesses. */
function transactionOf(state: string): TransactionId | undefined {
  return parseGuid<TransactionId>(state.split(".", 1)[0] ?? "");
}

async function takeUnsolicited(
  c: Context,
  machine: Machine,
  brought: Omit<UnsolicitedAnswer, "tenantId">,
): Promise<Response> {
  const tenantId = parseGuid<TenantId>(c.req.param("tenant") ?? "");
  const tenant = tenantId && (await findTenant(machine.database, tenantId));
  if (!tenant) return c.notFound();
  const taken = await takeUnsolicitedAnswer(
    machine,
    circumstancesOf(c, { kind: "unknown" }, machine.configuration.behindProxy),
    { ...brought, tenantId: tenant.tenantId },
    async () => (await ensureBrowser(c, machine)).sessionId,
  );
  return c.redirect(taken.ok ? `/signin/${taken.value}` : `/signin/not-asked?tenant=${tenant.tenantId}`, 303);
}

/** An answer that nobody asked for has no state of ours, and belongs to no journey. */
async function takeAnswer(
  c: Context,
  machine: Machine,
  stateName: "state" | "RelayState" | "wctx",
  parameters: URLSearchParams,
): Promise<Response> {
  const state = parameters.get(stateName) ?? "";
  const tried = testNamedByState(state);
  if (tried !== undefined) return takeAnswerOfTest(c, machine, tried, { state, parameters });
  const transactionId = transactionOf(state);
  const session = await readBrowser(c, machine);
  const transaction = transactionId && (await findTransaction(machine, transactionId, session?.sessionId));
  // The journey's page says what is the matter: another browser, too old, or unknown.
  if (!session || !transaction || typeof transaction === "string")
    return c.redirect(`/signin/${transactionId ?? "unknown"}`, 303);
  const taken = await takeProviderAnswer(
    machine,
    circumstancesOf(c, { kind: "unknown" }, machine.configuration.behindProxy),
    transaction,
    {
      sessionId: session.sessionId,
      tenantId: parseGuid<TenantId>(c.req.param("tenant") ?? ""),
      state,
      parameters,
    },
  );
  if (taken.ok) {
    const { account, cookie } = taken.value;
    setBrowserCookie(c, machine, cookie);
    const tenantId = account.provider?.tenantId;
    if (tenantId) await logOwnSignIn(c, machine, transaction, { tenantId, account });
  }
  return c.redirect(`/signin/${transactionId}`, 303);
}

/** What somebody brought back who only tries a provider; its page says what was received. */
async function takeAnswerOfTest(
  c: Context,
  machine: Machine,
  tried: string,
  brought: { readonly state: string; readonly parameters: URLSearchParams },
): Promise<Response> {
  const tenantId = parseGuid<TenantId>(c.req.param("tenant") ?? "");
  const testId = parseGuid<ConnectionTestId>(tried);
  if (!tenantId || !testId) return c.notFound();
  const session = await readBrowser(c, machine);
  const found = await findOwnTest(machine, { tenantId, testId }, session?.sessionId);
  const circumstances = circumstancesOf(c, { kind: "unknown" }, machine.configuration.behindProxy);
  if (found) await takeTestAnswer(machine, circumstances, found, brought);
  return c.redirect(`/connection-test/${testId}?tenant=${tenantId}`, 303);
}

async function showMetadata(c: Context, machine: Machine): Promise<Response> {
  const tenantId = parseGuid<TenantId>(c.req.param("tenant") ?? "");
  const tenant = tenantId && (await findTenant(machine.database, tenantId));
  if (!tenant) return c.notFound();
  // SAML Metadata appendix A registers the media type.
  return c.body(await ownMetadata(machine, tenant.tenantId), 200, {
    "content-type": "application/samlmetadata+xml",
  });
}
