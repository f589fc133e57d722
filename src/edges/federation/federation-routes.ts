import { type Context, Hono } from "hono";
import { findTransaction } from "../../domain/signin/sign-in-transaction.ts";
import { takeProviderAnswer } from "../../domain/signin/take-provider-answer.ts";
import { parseGuid, type TransactionId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { readBrowser, setBrowserCookie } from "../shared/browser.ts";
import { readForm } from "../shared/read-form.ts";
import { circumstancesOf } from "../shared/request-context.ts";

/** Where identity providers send people back to: by a redirect, or by a form that posts itself. */
export function federationRoutes(machine: Machine): Hono {
  return new Hono()
    .get("/:tenant/callback", (c) => takeAnswer(c, machine, new URL(c.req.url).searchParams))
    .post("/:tenant/callback", async (c) => takeAnswer(c, machine, new URLSearchParams(await readForm(c))));
}

async function takeAnswer(c: Context, machine: Machine, parameters: URLSearchParams): Promise<Response> {
  const state = parameters.get("state") ?? "";
  const transactionId = parseGuid<TransactionId>(state.split(".", 1)[0] ?? "");
  const session = await readBrowser(c, machine);
  const transaction = transactionId && (await findTransaction(machine, transactionId, session?.sessionId));
  // The journey's page says what is the matter: another browser, too old, or unknown.
  if (!session || !transaction || typeof transaction === "string")
    return c.redirect(`/signin/${transactionId ?? "unknown"}`, 303);
  const taken = await takeProviderAnswer(
    machine,
    circumstancesOf(c, { kind: "unknown" }, machine.configuration.behindProxy),
    transaction,
    { sessionId: session.sessionId, state, parameters },
  );
  if (taken.ok) setBrowserCookie(c, machine, taken.value.cookie);
  return c.redirect(`/signin/${transactionId}`, 303);
}
